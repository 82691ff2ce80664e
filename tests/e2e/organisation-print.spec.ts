/** The organisation as a PDF and on paper: saved and printed from the page by keys, and read back as a reader of PDFs has it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import { expect } from './app.ts';
import { organisation } from './organisation-screen.ts';
import { type ReadPdf, readPdf } from './read-pdf.ts';
import { test } from './whole-demo.ts';

const windows = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** What would have been printed; undefined: in Electron, whose dialog nobody can answer here. */
const printed = (app: ElectronApplication) =>
  app.evaluate(() => {
    const all = (globalThis as unknown as Record<symbol, { options: object; pdf: Buffer }[] | undefined>)[
      Symbol.for('devhost.printed')
    ];
    return all?.map(({ options, pdf }) => ({ options, pdf: pdf.toString('base64') }));
  });

test('is saved as a PDF with everybody in it, and printed by keys alone', async ({ demo }, info) => {
  const { app, page, userData } = demo;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await organisation(page).entry.click();
  await expect(page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
  const dialog = page.getByRole('dialog');
  const save = page.getByRole('button', { name: 'Save…', exact: true });
  const form = (name: string) => dialog.getByRole('group', { name: 'Form' }).getByRole('radio', { name });
  const to = (name: string) => {
    const filePath = info.outputPath(name);
    return app.evaluate(({ dialog: files }, path) => {
      files.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, filePath);
  };
  const saveBranchAs = async (format: string) => {
    await save.click();
    await dialog.getByRole('radio', { name: 'The branch of Anirban Majumdar' }).check();
    await form(format).check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog).toBeHidden();
  };

  await test.step('a branch', async () => {
    await organisation(page).find.fill('Anirban Majumdar');
    await page.keyboard.press('Enter');
    await expect(organisation(page).active).toHaveAccessibleName(/^Anirban Majumdar/);
    await to('branch.svg');
    await saveBranchAs('SVG');
    await to('branch.pdf');
    await saveBranchAs('PDF');
    const svg = readFileSync(info.outputPath('branch.svg'), 'utf8');
    const read = await readPdf(readFileSync(info.outputPath('branch.pdf')));
    const [, width = 0, height = 0] = (/ width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []).map(Number);
    const scale = Math.min(0.75, (190 * 72) / Math.max(width, height));
    expect(read.title).toBe('Anirban Majumdar');
    expect(read.pages).toHaveLength(1);
    // Chromium rounds each side to whole pixels and points.
    expect(Math.abs((read.pages[0]?.width ?? 0) - scale * width)).toBeLessThan(2);
    expect(Math.abs((read.pages[0]?.height ?? 0) - scale * height)).toBeLessThan(2);
    expect(missing(svg, read)).toEqual([]);
    expect(await windows(app)).toBe(1);
  });

  await test.step('by its key, on paper', async () => {
    await organisation(page).active.focus();
    await page.keyboard.press('Control+p');
    const button = dialog.getByRole('button', { name: 'Print…' });
    await expect(button).toBeFocused();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page, { runOnly: axeTags }, '[role=dialog]')).toEqual([]);
    }
    if ((await printed(app)) === undefined) return page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Sent to the printer')).toBeVisible();
    await expect(dialog).toBeHidden();
    const [last] = ((await printed(app)) ?? []).slice(-1);
    const read = await readPdf(Buffer.from(last?.pdf ?? '', 'base64'));
    const { width = 0, height = 0 } = read.pages[0] ?? {};
    expect(read.pages).toHaveLength(1);
    expect(Math.max(width, height) / Math.min(width, height)).toBeCloseTo(Math.SQRT2, 1);
    expect(read.text).toContain('Chart of Rāwiri Wīneera');
    expect(await windows(app)).toBe(1);
  });

  await test.step('by its key after a click, where the focus is seen, and not what is on screen', async () => {
    await organisation(page).active.click();
    await page.keyboard.press('Control+p');
    const button = dialog.getByRole('button', { name: 'Print…' });
    await expect(button).toBeFocused();
    expect(await button.evaluate((one) => one.matches(':focus-visible'))).toBe(true);
    await expect(button).not.toHaveAccessibleDescription(/./);
    await dialog.getByRole('radio', { name: 'What is on screen' }).check();
    await expect(button).toHaveAccessibleDescription(/^What is on screen cannot be printed/);
    const before = (await printed(app))?.length;
    await button.click({ force: true });
    await expect(button).toBeFocused();
    expect((await printed(app))?.length).toBe(before);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('what the system cannot print is told, and who chose not to is told nothing', async () => {
    const answer = (reason: string) =>
      app.evaluate(({ app: electron }, said) => {
        electron.once('web-contents-created', (_event, contents) => {
          contents.print = (_options, callback) => callback?.(false, said);
        });
      }, reason);
    await answer('Invalid printer settings');
    await page.keyboard.press('Control+p');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Check the printer');
    await answer('Print job canceled');
    await dialog.getByRole('button', { name: 'Print…' }).click();
    await expect(dialog.getByRole('alert')).toBeHidden();
    await expect(dialog.getByRole('button', { name: 'Save…' })).toHaveAttribute('aria-busy', 'false');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('a process that is lost while it draws is told, and is not taken for the page', async () => {
    await app.evaluate(({ app: electron }) => {
      electron.once('web-contents-created', (_event, contents) => {
        contents.printToPDF = () => {
          contents.forcefullyCrashRenderer();
          return new Promise(() => undefined);
        };
      });
    });
    await to('lost.pdf');
    await save.click();
    await form('PDF').check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('It could not be drawn');
    expect(existsSync(info.outputPath('lost.pdf'))).toBe(false);
    const log = join(userData, 'logs', 'rolodesk.log');
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain('page lost');
    expect(await windows(app)).toBe(1);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('stopped while it is drawn', async () => {
    await app.evaluate(({ app: electron }) => {
      electron.once('web-contents-created', (_event, contents) => {
        contents.printToPDF = () => new Promise(() => undefined);
      });
    });
    await to('stopped.pdf');
    await save.click();
    await dialog.getByRole('radio', { name: 'The whole organisation' }).check();
    await form('PDF').check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByText(/^Drawing [\d,]+ people$/)).toBeVisible();
    expect(await windows(app)).toBe(2);
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(dialog.getByText(/^Drawing/)).toBeHidden();
    await expect.poll(() => windows(app)).toBe(1);
    expect(existsSync(info.outputPath('stopped.pdf'))).toBe(false);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});

test('what is drawn does not keep the app from ending', async ({ launch, newFolder }) => {
  const { app, window } = await launch();
  const page = await window();
  await page.getByRole('button', { name: 'Look around the demo directory' }).click();
  await organisation(page).entry.click();
  await expect(page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
  await app.evaluate(
    ({ app: electron, dialog: files }, path) => {
      files.showSaveDialog = async () => ({ canceled: false, filePath: path });
      electron.once('web-contents-created', (_event, contents) => {
        contents.printToPDF = () => new Promise(() => undefined);
      });
    },
    join(newFolder(), 'chart.pdf'),
  );
  await page.getByRole('button', { name: 'Save…', exact: true }).click();
  await page.getByRole('radio', { name: 'PDF' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save…' }).click();
  await expect.poll(() => windows(app)).toBe(2);
  // On macOS an app without a window stays.
  const staysOpen = process.platform === 'darwin';
  const ended = staysOpen ? null : app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  if (staysOpen) await expect.poll(() => windows(app)).toBe(0);
  await ended;
});

/** Texts of an SVG that are not in a PDF. Of those whose signs are drawn joined, or from the right, each sign is looked for. */
function missing(svg: string, { text, actualText }: ReadPdf): string[] {
  const all = plain(text);
  const each = all + plain(actualText);
  const named = [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, content = '']) =>
    content.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, sign) => signs[sign] ?? ''),
  );
  const isJoined = /[\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Hebrew}\p{Emoji_Presentation}]/u;
  return named.filter((one) => {
    if (!isJoined.test(one)) return !all.includes(plain(one));
    return [...new Intl.Segmenter().segment(plain(one))].some(({ segment }) => !each.includes(segment));
  });
}

const plain = (text: string) => text.normalize('NFKC').replace(/[\s\u2066-\u2069]/g, '');
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
