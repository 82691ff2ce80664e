/** Letters typed in the table and in lists lead to the next row whose name begins with them, drawn or not. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import { activeName, grid, showGrid, showLongReports } from './demo-screens.ts';
import { named, someone } from './fault-people.ts';
import { person } from './on-screen.ts';
import { problemsOn } from './problems-screen.ts';
import { test } from './whole-demo.ts';

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** What the first link of each row is called. */
const namesIn = (list: Locator) =>
  list.getByRole('listitem').evaluateAll((rows) => rows.map((row) => row.querySelector('a bdi')?.textContent ?? ''));

test('in the table: to rows that are not held, in whatever order, and round again', async ({ demo: { page } }) => {
  await showGrid(page, '1,200');
  await page.keyboard.type('yaz');
  await expect(activeName(page)).toHaveText('Yazhini Arumugam');
  await expect(activeName(page)).toBeInViewport();
  // The keys that have no letter go on from there.
  await page.keyboard.press('ArrowDown');
  await expect(activeName(page)).not.toHaveText('Yazhini Arumugam');
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid(page)).toBeFocused();

  // A letter that is repeated goes on; the order of the table is kept to.
  await grid(page).getByRole('columnheader', { name: 'Name' }).click();
  await expect(grid(page).getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  await page.keyboard.press('Home');
  const met: string[] = [];
  let before = '';
  for (let presses = 0; presses < 3; presses += 1) {
    await page.keyboard.press('m');
    await expect(activeName(page)).not.toHaveAttribute('href', before);
    await expect(activeName(page)).toHaveText(/^m/i);
    before = (await activeName(page).getAttribute('href')) ?? '';
    met.push((await activeName(page).textContent()) ?? '');
  }
  expect(met).toEqual(met.toSorted((one, other) => other.localeCompare(one, 'en')));
  // Neither a tab, nor an address, nor a selection: letters and digits are typed here.
  await page.keyboard.type('1c');
  await expect(page.getByRole('status').filter({ hasText: '1,200 shown' })).toBeVisible();
});

test('in lists: the reports, drawn or not, the peers, and the problems of one kind', async ({ demo: { page } }) => {
  await showLongReports(page);
  const { reports } = person(page);
  await expect(reports.first()).toHaveAttribute('aria-setsize', '207');
  await reports.first().getByRole('link').focus();
  const first = await focusedText(page);
  await page.keyboard.press('s');
  await expect.poll(() => focusedText(page)).toMatch(/^\p{L}{0,2}S/u);
  const one = await focusedText(page);
  expect(one).not.toBe(first);
  await page.keyboard.press('s');
  await expect.poll(() => focusedText(page)).not.toBe(one);
  await expect(page.locator(':focus')).toBeInViewport();
  // Digits and C are typed here, and lead to no tab and no address.
  await page.keyboard.press('1');
  await page.keyboard.press('c');
  await expect(person(page).tab('Reports')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Copied the e-mail')).toBeHidden();

  await page.keyboard.press('Enter');
  await expect(person(page).heading).toBeFocused();
  const peers = person(page).panel.getByRole('region', { name: /^Peers/ });
  // Only letters that the test's keyboard has.
  await expect(peers.getByRole('listitem').first()).toBeVisible();
  const names = await namesIn(peers);
  const name = names.findLast((one) => /^[A-Za-z]+ [A-Za-z]+$/.test(one)) ?? '';
  expect(name).not.toBe('');
  await peers.getByRole('listitem').first().getByRole('link').focus();
  await page.keyboard.type(name);
  await expect.poll(() => focusedText(page)).toContain(name);

  await page.keyboard.press('ControlOrMeta+4');
  const { region, grid: problems, rows, active } = problemsOn(page);
  await region('several-managers')
    .getByRole('button', { name: /^Show all/ })
    .click();
  await expect(rows.first().getByRole('link').first()).toBeVisible();
  const firsts = await rows.evaluateAll((all) => all.map((row) => row.querySelector('a bdi')?.textContent ?? ''));
  const about = firsts.findLast((one) => /^[A-Za-z]+ [A-Za-z]+$/.test(one)) ?? '';
  expect(about).not.toBe('');
  await problems.focus();
  await page.keyboard.type(about);
  await expect(active).toContainText(about);
});

test('a space that is typed within a name neither selects nor scrolls', async ({ server, connected }) => {
  server.answer('boss-1', someone('boss-1', { ...named('Zoe Boss'), reportees: ['ann-2', 'ann-3'] }));
  server.answer('ann-2', someone('ann-2', { ...named('Ánna Abel'), reportees: [] }));
  server.answer('ann-3', someone('ann-3', { ...named('Anna Zorn'), reportees: [] }));
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('2 direct · 2 in all');
  await showGrid(page, '3');
  await page.keyboard.type('anna z');
  await expect(activeName(page)).toHaveText('Anna Zorn');
  await expect(page.getByRole('status').filter({ hasText: 'selected' })).toBeHidden();
});
