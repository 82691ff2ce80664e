/** The organisation as a file: saved from the page by keys alone, whole, and as a browser and a spreadsheet read it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { findChromium } from '../../devhost/chromium.ts';
import { axeTags, axeViolations } from '../axe.ts';
import { expect } from './app.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

test('is saved whole, as a branch and as a chart', async ({ demo: { app, page } }, info) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await organisation(page).entry.click();
  const dialog = page.getByRole('dialog');
  const save = page.getByRole('button', { name: 'Save…', exact: true });
  await expect(page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
  const to = (name: string) => {
    const filePath = info.outputPath(name);
    return app.evaluate(({ dialog: files }, path) => {
      files.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, filePath);
  };

  await test.step('the chart, by keys alone', async () => {
    await to('chart.svg');
    await save.focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('radio', { name: 'The chart as it is opened' })).toBeFocused();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page, { runOnly: axeTags }, '[role=dialog]')).toEqual([]);
    }
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Saved \d+ people$/)).toBeVisible();
    await expect(save).toBeFocused();
    expect(readFileSync(info.outputPath('chart.svg'), 'utf8')).toContain('Chart of Rāwiri Wīneera');
  });

  await test.step('everybody, as a browser draws it', async () => {
    await to('all.svg');
    await save.click();
    await dialog.getByRole('radio', { name: 'The whole organisation' }).check();
    // The same as above the tree.
    const everybody = '1,200 people, 7 only listed';
    await expect(organisation(page).note).toHaveText(/^1,200 people .* 7 only listed/);
    await expect(dialog.getByText(everybody, { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(page.getByText(`Saved ${everybody}`)).toBeVisible();
    const executablePath = findChromium({ hasDisplay: false });
    // Where there is none the unit tests read such a file.
    if (executablePath === null) return;
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const reader = await browser.newPage();
    await reader.goto(`file://${info.outputPath('all.svg')}`);
    const drawn = await reader.evaluate(() => {
      const rects = [...document.querySelectorAll('rect')].map((rect) => rect.getBBox());
      const view = (document.documentElement as unknown as SVGSVGElement).viewBox.baseVal;
      const within = (inner: DOMRect, outer: { x: number; y: number; width: number; height: number }) =>
        inner.x >= outer.x - 0.5 &&
        inner.x + inner.width <= outer.x + outer.width + 0.5 &&
        inner.y + 0.3 * inner.height >= outer.y &&
        inner.y + 0.7 * inner.height <= outer.y + outer.height;
      const texts = [...document.querySelectorAll('text')];
      return {
        cards: document.querySelectorAll('.cards rect').length,
        territories: document.querySelectorAll('.territories rect').length,
        cropped: rects.filter((rect) => !within(rect, view)).length,
        leaving: texts
          .filter((text) => !rects.some((rect) => within(text.getBBox(), rect)))
          .map(({ textContent }) => textContent),
      };
    });
    await browser.close();
    expect(drawn).toMatchObject({ cropped: 0, leaving: [] });
    // Everybody's territory is nobody's.
    expect(drawn.cards + drawn.territories).toBe(1200 + 7 + 1);
  });

  await test.step('a branch, as a spreadsheet reads it', async () => {
    await to('branch.csv');
    await organisation(page).find.fill('Anirban Majumdar');
    await page.keyboard.press('Enter');
    await expect(organisation(page).active).toHaveAccessibleName(/^Anirban Majumdar/);
    await save.click();
    await dialog.getByRole('radio', { name: 'The branch of Anirban Majumdar' }).check();
    await dialog.getByRole('radio', { name: 'CSV' }).check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(page.getByText('Saved 294 people, 3 only listed')).toBeVisible();
    const rows = parse(readFileSync(info.outputPath('branch.csv')), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(rows[0]).toMatchObject({ Level: '2', Manager: 'Rāwiri Wīneera', Name: 'Anirban Majumdar', Below: '296' });
    expect(rows).toHaveLength(297);
  });

  await test.step('what is on screen as an image, and the place of the active person as a link', async () => {
    await to('screen.png');
    await save.click();
    await dialog.getByRole('radio', { name: 'The whole organisation' }).check();
    await expect(dialog.getByText(/pixels.*Every name can be read/)).toBeVisible();
    await dialog.getByRole('radio', { name: 'What is on screen' }).check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(page.getByText('Saved the image')).toBeVisible();
    const image = readFileSync(info.outputPath('screen.png'));
    const canvas = await page
      .locator('canvas')
      .first()
      .evaluate((one: HTMLCanvasElement) => [one.width, one.height]);
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual(canvas);
    await save.click();
    await dialog.getByRole('radio', { name: 'The chart as it is opened' }).check();
    await dialog.getByRole('button', { name: 'Copy as image' }).click();
    await expect(page.getByText('Copied the image')).toBeVisible();
    const types = await app.evaluate(async ({ clipboard }) => (await clipboard.read()).flatMap((item) => item.types));
    expect(types).toContain('image/png');
    await save.click();
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog).toBeHidden();
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/^rolodesk:\/\/organisation\/[\w-]+\?form=chart$/);
  });

  await test.step('what is on screen of the map, to its edge', async () => {
    await to('view.svg');
    await page.getByRole('group', { name: 'Form' }).getByRole('button', { name: 'Map' }).click();
    await expect(page.getByRole('tree', { name: 'Map' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
    const zoomIn = page.getByRole('button', { name: 'Zoom in' });
    for (let times = 0; times < 6; times += 1) await zoomIn.click();
    await save.click();
    await dialog.getByRole('radio', { name: 'What is on screen' }).check();
    await expect(dialog.getByRole('button', { name: 'Print…' })).not.toHaveAccessibleDescription(/./);
    await dialog.getByRole('radio', { name: 'SVG' }).check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(page.getByText(/^Saved \d+ people/)).toBeVisible();
    const svg = readFileSync(info.outputPath('view.svg'), 'utf8');
    expect(svg).toMatch(/<title>Part of the organisation: \d+ people/);
    await page.getByRole('group', { name: 'Form' }).getByRole('button', { name: 'Chart' }).click();
    await expect(page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
  });

  await test.step('an image that is stopped leaves nothing', async () => {
    await to('stopped.png');
    const encoding = await page.evaluateHandle(() => {
      const { toBlob } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.toBlob = () => undefined;
      return toBlob;
    });
    await save.click();
    await dialog.getByRole('radio', { name: 'The whole organisation' }).check();
    await dialog.getByRole('radio', { name: 'PNG' }).check();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByText('Drawing 1,207 people')).toBeVisible();
    for (const name of ['Copy as image', 'Print…'])
      await expect(dialog.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(dialog.getByText(/^Drawing/)).toBeHidden();
    expect(existsSync(info.outputPath('stopped.png'))).toBe(false);
    await page.evaluate((toBlob) => {
      HTMLCanvasElement.prototype.toBlob = toBlob;
    }, encoding);
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(page.getByText('Saved the image')).toBeVisible();
    const image = readFileSync(info.outputPath('stopped.png'));
    expect(image.readUInt32BE(16)).toBeGreaterThan(5000);
  });

  await test.step('what cannot be written is told in the dialog, with what to do', async () => {
    const gone = join(info.outputPath('gone'), 'all.svg');
    await app.evaluate(({ dialog: files }, path) => {
      files.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, gone);
    await save.click();
    await dialog.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog.getByRole('alert')).toContainText('folder');
    expect(existsSync(gone)).toBe(false);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});
