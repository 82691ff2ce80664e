/** The table of people in the app itself: counts, filters, selection, copies, files, and what is kept over a restart. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { named, someone } from './fault-people.ts';
import { firstRun, frame, person } from './on-screen.ts';
import { test } from './whole-demo.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'People' });
const rows = (page: Page) => table(page).locator('[data-column=name]').getByRole('link');
const live = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('everybody is listed, narrowed, sorted, selected, copied and saved', async ({ server, connected, newFolder }) => {
  const reports = ['ann-1', 'bob-2', 'cem-3', 'dan-4'];
  server.answer(
    'boss-5',
    someone('boss-5', { ...named('Zoe Boss'), reportees: reports, isActive: true, isDeleted: false }),
  );
  const flags = { reportees: [], isActive: true, isDeleted: false };
  server.answer('ann-1', someone('ann-1', { ...named('Ann One'), ...flags }));
  server.answer('bob-2', someone('bob-2', { ...named('=HYPERLINK("http://x")'), ...flags }));
  server.answer('cem-3', someone('cem-3', { ...named('Cem Three'), ...flags, isDeleted: true }));
  server.answer('dan-4', someone('dan-4', { ...named('Dan Four'), ...flags, isActive: false }));
  const { page, app } = await connected('boss-5');
  await expect(person(page).panel).toContainText('4 direct · 4 in all');
  await frame(page).people.click();
  await expect(rows(page)).toHaveText(['Ann One', 'Cem Three', 'Dan Four', '=HYPERLINK("http://x")', 'Zoe Boss']);
  await expect(page.getByRole('group', { name: 'Show' })).toHaveText('All5Active3Inactive1Deleted1');

  await page.getByRole('button', { name: /^Deleted/ }).click();
  await expect(rows(page)).toHaveText(['Cem Three']);
  await expect(live(page, '1 of 5 shown')).toBeVisible();
  await page.getByRole('textbox', { name: 'Filter by text' }).fill('zzzz');
  await expect(page.getByText('Nobody known so far fits these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(live(page, '5 shown')).toBeVisible();
  await table(page).getByRole('columnheader', { name: 'Manager' }).click();
  await expect(rows(page).last()).toHaveText('Zoe Boss');
  await table(page).getByRole('columnheader', { name: 'Name' }).click();

  // Nothing of this computer's own clipboard is touched.
  await app.evaluate(({ clipboard }) => {
    const seen = globalThis as { copied?: string };
    clipboard.writeText = async (text) => {
      seen.copied = text;
    };
  });
  await table(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(live(page, '2 selected')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('Copied 2 people')).toBeVisible();
  const copied = await app.evaluate(() => (globalThis as { copied?: string }).copied ?? '');
  expect(copied.split('\n').map((line) => line.split('\t')[0])).toEqual([
    'Name',
    '\'=HYPERLINK("http://x")',
    'Zoe Boss',
    '',
  ]);

  // Where they can be written to, by the button and by the key.
  await page.getByRole('button', { name: 'Copy addresses' }).click();
  await expect(page.getByText('Copied 1 address')).toBeVisible();
  const addresses = () => app.evaluate(() => (globalThis as { copied?: string }).copied ?? '');
  expect(await addresses()).toMatch(/^[^<>]+ <[^@\s]+@[^@\s]+>$/);

  const folder = newFolder();
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(folder, 'people.csv'),
  );
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByText('Saved 2 people')).toBeVisible();
  expect(readdirSync(folder)).toEqual(['people.csv']);
  const saved = parse(readFileSync(join(folder, 'people.csv')), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(saved.map(({ Name, Manager }) => [Name, Manager])).toEqual([
    ['\'=HYPERLINK("http://x")', 'Zoe Boss'],
    ['Zoe Boss', ''],
  ]);
  await page.keyboard.press('Escape');
});

test('the columns are chosen and kept over a restart; a filter comes back with its page', async ({ start }) => {
  const first = await start();
  await firstRun(first.page).lookAround.click();
  await frame(first.page).people.click();
  const headings = (page: Page) => table(page).getByRole('columnheader');
  await expect(headings(first.page)).toHaveText(['Select all', 'Name', 'Status', 'Role', 'Team', 'Manager', 'E-mail']);
  await first.page.getByRole('button', { name: 'Columns' }).click();
  await first.page.getByRole('menuitemcheckbox', { name: 'Id' }).click();
  await first.page.getByRole('menuitemcheckbox', { name: 'Team' }).click();
  await first.page.keyboard.press('Escape');
  const chosen = ['Select all', 'Name', 'Status', 'Role', 'Manager', 'E-mail', 'Id'];
  await expect(headings(first.page)).toHaveText(chosen);

  await first.page.getByRole('button', { name: /^Active/ }).click();
  await table(first.page).getByRole('columnheader', { name: 'Name' }).click();
  await expect(headings(first.page).nth(1)).toHaveAttribute('aria-sort', 'descending');
  await rows(first.page).first().click();
  await expect(person(first.page).status).toBeVisible();
  await frame(first.page).back.click();
  await expect(headings(first.page).nth(1)).toHaveAttribute('aria-sort', 'descending');
  await expect(first.page.getByRole('button', { name: /^Active/ })).toHaveAttribute('aria-pressed', 'true');
  await first.app.close();

  const second = await start({ userData: first.userData });
  // It opens where it was left.
  await frame(second.page).people.click();
  await expect(headings(second.page)).toHaveText(chosen);
});

test('a role that was chosen keeps its name when one comes back to a page where nobody has it', async ({
  demo: { page },
}) => {
  await frame(page).people.click();
  const role = page.getByRole('button', { name: /^Role/ });
  await role.click();
  const choice = page.getByRole('listbox', { name: 'roles' }).getByRole('option').nth(1);
  const name = (await choice.locator('bdi').textContent()) ?? '';
  await choice.click();
  await expect(role).toHaveText(`Role${name}`);
  await page.getByRole('textbox', { name: 'Filter by text' }).fill('zzzz');
  await expect(page.getByText('Nobody known so far fits these filters')).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Problems' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Problems');
  await frame(page).back.click();
  await expect(page.getByText('Nobody known so far fits these filters')).toBeVisible();
  await expect(role).toHaveText(`Role${name}`);
});

test('where there is no room for everybody the table says so, and nothing is done to whom it does not show', async ({
  server,
  connected,
}) => {
  const reports = ['ann-1', 'bob-2', 'cem-3', 'dan-4'];
  server.answer('boss-5', someone('boss-5', { ...named('Zoe Boss'), reportees: reports }));
  for (const [nth, id] of reports.entries()) {
    server.answer(id, someone(id, { ...named(`Person ${nth}`), reportees: [] }));
  }
  const { page } = await connected('boss-5');
  await expect(person(page).panel).toContainText('4 direct · 4 in all');
  await frame(page).people.click();
  await expect(rows(page)).toHaveCount(5);
  const active = () => table(page).getAttribute('aria-activedescendant');
  await table(page).focus();
  await page.keyboard.press('End');
  expect(await active()).toMatch(/-row-4$/);

  // A screen so dense that three rows take all the pixels there may be.
  await page.evaluate(() => {
    Object.defineProperty(window, 'devicePixelRatio', { value: 200_000 });
    window.dispatchEvent(new Event('resize'));
  });
  await expect(rows(page)).toHaveCount(3);
  await expect(live(page, 'The first 3 of 5 shown: filter to see the others')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect(live(page, 'The first 3 of 5 shown')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  expect(await active()).toMatch(/-row-1$/);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  expect(await active()).toMatch(/-row-2$/);
  await page.keyboard.press('Space');
  await expect(live(page, '1 selected')).toBeVisible();
});

test('a range grows and shrinks, by mouse and by key, and leaves alone who was selected before', async ({
  server,
  connected,
}) => {
  const reports = Array.from({ length: 9 }, (_, nth) => `per-${nth}`);
  server.answer('boss-9', someone('boss-9', { ...named('Aaron Boss'), reportees: reports, isActive: true }));
  for (const [nth, id] of reports.entries()) {
    server.answer(id, someone(id, { ...named(`Person ${nth}`), reportees: [], isActive: nth < 5, isDeleted: false }));
  }
  const { page } = await connected('boss-9');
  await expect(person(page).panel).toContainText('9 direct · 9 in all');
  await frame(page).people.click();
  await expect(rows(page)).toHaveCount(10);
  const row = (place: number) => table(page).locator(`[data-place="${place}"]`);
  const selected = async (...places: readonly number[]) => {
    const chosen = table(page).locator('[data-place][aria-selected=true]');
    await expect
      .poll(() => chosen.evaluateAll((found) => found.map((one) => Number((one as HTMLElement).dataset.place))))
      .toEqual(places);
    if (places.length > 0) await expect(live(page, `${places.length} selected`)).toBeVisible();
  };

  await row(1).click({ modifiers: ['ControlOrMeta'] });
  await row(7).click({ modifiers: ['Shift'] });
  await selected(1, 2, 3, 4, 5, 6, 7);
  await row(3).click({ modifiers: ['Shift'] });
  await selected(1, 2, 3);
  await page.keyboard.press('Escape');
  await selected();

  await row(6).click({ modifiers: ['ControlOrMeta'] });
  await row(4).click({ modifiers: ['ControlOrMeta'] });
  for (const [key, places] of [
    ['ArrowDown', [4, 5, 6]],
    ['ArrowDown', [4, 5, 6]],
    ['ArrowDown', [4, 5, 6, 7]],
    ['ArrowUp', [4, 5, 6]],
    ['ArrowUp', [4, 5, 6]],
    ['ArrowUp', [4, 6]],
    ['ArrowUp', [3, 4, 6]],
  ] as const) {
    await page.keyboard.press(`Shift+${key}`);
    await selected(...places);
  }

  // The box above unselects those shown, and nobody else.
  const status = (name: RegExp) => page.getByRole('group', { name: 'Show' }).getByRole('button', { name });
  const all = table(page).getByRole('columnheader').first();
  await status(/^Inactive/).click();
  await selected(0);
  await all.click();
  await selected(0, 1, 2, 3);
  await expect(all).toHaveText('Unselect all');
  await all.click();
  await selected();
  await status(/^All/).click();
  await selected(3, 4);
});
