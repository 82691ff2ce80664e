/** A list is compared with the directory, and with parts of it: who is in both, who in the list alone, and who is missing from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from './app.ts';
import { cell, checks, logOfDemo } from './check-screen.ts';
import { test } from './whole-demo.ts';

test('a log is compared with the directory and with those who are active, without the mouse', async ({
  demo: { page, app },
  newFolder,
}) => {
  const { lines, fine } = logOfDemo();
  const { list, grid, rows, active, heading, show } = checks(page);
  const group = (words: string) =>
    page.getByRole('group', { name: 'Compared' }).getByRole('button', { name: new RegExp(`^${words}`) });
  await page.keyboard.press('ControlOrMeta+3');
  await list.fill([...lines, 'nobody@example.com', ''].join('\n'));
  await list.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Compare with…' }).press('Enter');
  await expect(group('In both')).toBeFocused();
  await expect(group('In both')).toHaveText(/300$/);
  await expect(group('Only in the list')).toHaveText(/1$/);
  await expect(group('Only here')).toHaveText(/900$/);
  await expect(page.getByText('with 1,200 people:')).toBeVisible();

  await group('Only in the list').press('Enter');
  await expect(cell(rows, 'given')).toHaveText(['nobody@example.com']);
  await group('Only here').press('Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', '901');
  await expect(grid.getByRole('columnheader')).toHaveText(['Person', 'Status', 'Manager', 'Source']);
  await expect(show('All')).toHaveAttribute('aria-pressed', 'false');

  // The part is narrowed as the table of people is.
  await page
    .getByRole('button', { name: /^Status/ })
    .last()
    .press('Enter');
  await page.getByRole('menuitemradio', { name: 'Active', exact: true }).press('Enter');
  await expect(group('In both')).toHaveText(new RegExp(`${fine}$`));
  const here = Number(/\d+$/.exec((await group('Only here').textContent()) ?? '')?.[0]);
  expect(here).toBeLessThan(900);
  await expect(grid).toHaveAttribute('aria-rowcount', String(here + 1));
  await expect(page.getByRole('status').filter({ hasText: `${here} shown` })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('End');
  await expect(cell(active, 'status')).toHaveText('Active');
  const name = (await cell(active, 'person').getByRole('link').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(name);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(group('Only here')).toHaveAttribute('aria-pressed', 'true');
  await expect(cell(active, 'person').getByRole('link')).toHaveText(name);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Copy the id' })).toBeVisible();
  await page.keyboard.press('Escape');

  const file = join(newFolder(), 'here.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Save…' }).press('Enter');
  await expect(page.getByRole('radio', { name: /^CSV/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Saved ${here} rows`)).toBeVisible();
  const saved = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[];
  expect(saved).toHaveLength(here);
  expect(saved.at(-1)?.Name).toBe(name);

  // It is kept, and forgotten.
  await page.reload();
  await expect(group('Only here')).toHaveText(new RegExp(`${here}$`));
  await page.getByRole('button', { name: 'Stop comparing' }).press('Enter');
  await expect(group('Only here')).toHaveCount(0);
  await expect(grid).toBeFocused();
  await expect(grid).toHaveAttribute('aria-rowcount', '302');
  // Also where the window is zoomed to twice its size.
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(cell(rows.nth(1), 'line')).toBeInViewport({ ratio: 1 });
  // A line is shown by what was found in it; letters lead to rows that were never in view.
  await expect(cell(rows.first(), 'given')).toHaveText(/^…user=/);
  await grid.press('Home');
  await page.keyboard.type('nobody');
  await expect(cell(active, 'given')).toHaveText('nobody@example.com');
});
