/** 300 lines of a log, by keyboard alone: who of them is gone and since when, asked of the server, saved; then run again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect } from './app.ts';
import { cell, checks, logOfDemo } from './check-screen.ts';
import { openDialog } from './on-screen.ts';
import { test } from './whole-demo.ts';

test('a log is checked, read, asked about and saved without the mouse', async ({ demo: { page, app }, newFolder }) => {
  const { lines, gone, inactive, fine } = logOfDemo();
  const { list, heading, show, grid, rows, active } = checks(page);
  await page.keyboard.press('ControlOrMeta+3');
  await expect(heading).toHaveText('Status check');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(list).toBeFocused();
  const text = [...lines, '', lines[0]].join('\n');
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(heading).toHaveText('Pasted list');
  const counts = `302 rows: ${gone} gone, ${inactive} inactive, ${fine} fine, 0 to be looked at; 1 empty, 1 repeated`;
  await expect(page.getByText(counts)).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(grid).toHaveAttribute('aria-rowcount', '303');
  // Every line in is a row out, in the same order: the last one says which line it repeats.
  await grid.focus();
  await page.keyboard.press('End');
  await expect(cell(active, 'line')).toHaveText('302');
  await expect(cell(active, 'matched')).toContainText('As line 1');
  await page.keyboard.press('ArrowUp');
  await expect(cell(active, 'given')).toHaveText('Empty line');

  const choice = show('Gone');
  await expect(choice).toHaveText(new RegExp(`${gone}$`));
  await choice.press('Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', String(gone + 1));
  await expect(rows).toHaveCount(gone);
  await grid.focus();
  await page.keyboard.press('Home');
  await expect(cell(active, 'status')).toHaveText(/^Deleted \d{1,2} \w+ \d{4} · \d[\d,]* days? ago$/);
  await expect(cell(active, 'source')).toHaveText(/^Local copy, /);
  await expect(cell(active, 'matched')).toHaveText('Id');

  // To the person and back: the heap, the row and the focus are as they were.
  await page.keyboard.press('ArrowDown');
  const name = (await cell(active, 'person').getByRole('link').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(name);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(show('Gone')).toHaveAttribute('aria-pressed', 'true');
  await expect(grid).toBeFocused();
  await expect(cell(active, 'person').getByRole('link')).toHaveText(name);

  await page.keyboard.press('Shift+Tab');
  await expect(checks(page).ask).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ask the server' });
  await expect(dialog.getByRole('radio', { name: /hour/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByText('This takes 300 requests.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(cell(rows.first(), 'source')).toHaveText(/^Server, /, { timeout: 60_000 });
  await expect(checks(page).ask).toBeVisible({ timeout: 60_000 });
  await expect(rows).toHaveCount(gone);

  const file = join(newFolder(), 'gone.csv');
  await app.evaluate(({ dialog: shown }, filePath) => {
    shown.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  const saving = page.getByRole('dialog', { name: 'Save the rows that are shown' });
  await expect(saving.getByRole('radio', { name: /^CSV/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Saved ${gone} rows`)).toBeVisible();
  const saved = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[];
  expect(saved).toHaveLength(gone);
  await page.getByRole('button', { name: 'Run again' }).press('Enter');
  await expect(page.getByText(/^Since the run of .*: nothing changed/)).toBeVisible();
});

test('a check is named, kept, found again after the page is loaded again, and removed once that is confirmed', async ({
  demo: { page },
}) => {
  const { lines } = logOfDemo();
  const { list, heading, show, grid } = checks(page);
  await page.keyboard.press('ControlOrMeta+3');
  await list.fill(lines.slice(0, 60).join('\n'));
  await list.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Name this check…' }).press('Enter');
  const dialog = openDialog(page);
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.insertText('Access review');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Access review');
  await show('Fine').press('Enter');
  await grid.focus();
  await page.keyboard.press('End');
  await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
  const top = await grid.evaluate((element) => element.scrollTop);
  await expect
    .poll(() =>
      page.evaluate(() =>
        (
          window as never as {
            rolodesk: { call: (name: string, input: null) => Promise<{ value: { scrollTop: number } }> };
          }
        ).rolodesk
          .call('page.resume', null)
          .then(({ value }) => value.scrollTop),
      ),
    )
    .toBe(top);
  await page.reload();
  await expect(heading).toHaveText('Access review');
  await expect(show('Fine')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBe(top);

  await checks(page).entry.press('Enter');
  const kept = page.getByRole('list', { name: 'Checks' });
  await expect(kept.getByRole('button', { name: /^Access review/ })).toBeVisible();
  // What is pasted on the page goes into the list; a dialog over it keeps what is pasted there.
  await kept.getByRole('button', { name: 'More for Access review' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  expect(await takesPaste(dialog.getByRole('textbox', { name: 'Name' }))).toBe(false);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(list).toHaveValue('');
  expect(await takesPaste(heading)).toBe(true);
  await expect(list).toHaveValue('u-1');
  await expect(list).toBeFocused();
  await kept.getByRole('button', { name: 'More for Access review' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Remove…' }).press('Enter');
  await dialog.getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(kept.getByRole('button', { name: /^Access review/ })).toHaveCount(0);
});

/** Pastes on an element. Gives whether the page took it, and left nothing of it to the browser. */
function takesPaste(on: Locator): Promise<boolean> {
  return on.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'u-1');
    return !element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
}
