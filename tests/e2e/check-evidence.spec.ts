/** A check leaves as a workbook and comes back as one; its evidence is saved, opened, and told to be changed once a bit of it is. By keyboard. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axeTags, axeViolations } from '../axe.ts';
import { expect, type Launched } from './app.ts';
import { cell, checks, logOfDemo } from './check-screen.ts';
import { openDialog } from './on-screen.ts';
import { test } from './whole-demo.ts';

/** The system's dialogs choose that file from now on. */
const choose = (app: Launched['app'], path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);

test('a result is saved as a workbook, and that workbook is checked', async ({ demo: { page, app }, newFolder }) => {
  const { lines } = logOfDemo();
  const { entry, list, heading, rows, grid } = checks(page);
  await page.keyboard.press('ControlOrMeta+3');
  await list.fill(lines.slice(0, 40).join('\n'));
  await list.press('ControlOrMeta+Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', '41');

  await choose(app, join(newFolder(), 'result.xlsx'));
  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save the rows that are shown' });
  await expect(dialog.getByRole('radio', { name: /^CSV/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await axeViolations(page, { runOnly: axeTags })).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved 40 rows')).toBeVisible();

  await entry.press('Enter');
  await page.getByRole('button', { name: 'Choose a file…' }).press('Enter');
  await expect(heading).toHaveText('result.xlsx, sheet Status check');
  await expect(grid).toHaveAttribute('aria-rowcount', '41');
  await expect(cell(rows.first(), 'line')).toHaveText('2');
  await expect(cell(rows.first(), 'matched')).toHaveText('Id');
});

test('evidence is saved and opened: unchanged, then changed by one bit', async ({ demo: { page, app }, newFolder }) => {
  const { lines } = logOfDemo();
  const { entry, list, grid } = checks(page);
  const file = join(newFolder(), 'evidence.zip');
  await choose(app, file);
  await page.keyboard.press('ControlOrMeta+3');
  await list.fill(lines.join('\n'));
  await list.press('ControlOrMeta+Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', '301');
  await page.getByRole('button', { name: 'Evidence…' }).press('Enter');
  const dialog = openDialog(page);
  await expect(dialog.getByText('It does not show who made it.')).toBeVisible();
  await page.setViewportSize({ width: 1000, height: 700 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeViolations(page, { runOnly: axeTags }), colorScheme).toEqual([]);
    // Nothing of it is cut off, and it scrolls in one direction alone.
    expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await expect(dialog.getByRole('button', { name: 'Save evidence' })).toBeInViewport({ ratio: 1 });
  }
  await dialog.getByRole('button', { name: 'Save evidence' }).press('Enter');
  await expect(page.getByText('Saved the evidence of 300 rows')).toBeVisible();

  const open = page.getByRole('button', { name: 'Open evidence…' });
  await entry.press('Enter');
  await open.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Unchanged' })).toBeVisible();
  await expect(dialog.getByText('300 rows: ')).toBeVisible();
  await expect(dialog.getByText('It does not show who made it.')).toBeVisible();
  expect(await axeViolations(page, { runOnly: axeTags })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();

  const bytes = readFileSync(file);
  const at = bytes.indexOf('"_data"');
  bytes.writeUInt8(bytes.readUInt8(at + 3) ^ 1, at + 3);
  writeFileSync(file, bytes);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Changed' })).toBeVisible();
  await expect(dialog.getByText('replies/000001.txt')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
});
