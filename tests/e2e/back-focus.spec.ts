/** Back from a person leads to the row that one came from: in the table, in lists however long, and among problems. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import { activeName, grid, showGrid, showLongReports } from './demo-screens.ts';
import { named, someone } from './fault-people.ts';
import { frame, lookUp, person, showTab } from './on-screen.ts';
import { test } from './whole-demo.ts';

/** The names in the table; a manager's is a link as well. */
const links = (page: Page) => grid(page).locator('[data-column="name"] a');

/** A row of a list that is drawn in part, by its place: once the list is scrolled, `nth()` gives another row. From 1. */
const rowAt = (rows: Locator, place: number) => rows.and(rows.page().locator(`[aria-posinset="${place}"]`));

/** Whether what has the focus, or the row that it names, is in sight. */
const isInSight = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const named = document.getElementById(at?.getAttribute('aria-activedescendant') ?? '') ?? at;
    const box = named?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  });

test('the table’s row, wherever it is, after other views too', async ({ demo: { page } }) => {
  await showGrid(page, '1,200');
  await page.keyboard.press('End');
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('PageUp');
  await expect(activeName(page)).toBeVisible();
  const name = (await activeName(page).textContent()) ?? '';
  // So that it stands in the midst of the others.
  await grid(page).evaluate((one) => one.scrollBy(0, -one.clientHeight / 2));
  const scrolled = () => grid(page).evaluate((one) => one.scrollTop);
  const top = await scrolled();
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toBeFocused();

  // Every way back.
  const ways: readonly (() => Promise<void>)[] = [
    () => page.keyboard.press('Alt+ArrowLeft'),
    () => frame(page).back.click(),
    () => page.evaluate(() => void window.dispatchEvent(new MouseEvent('mouseup', { button: 3 }))),
  ];
  for (const goBack of ways) {
    await goBack();
    await expect(grid(page)).toBeFocused();
    await expect(activeName(page)).toHaveText(name);
    expect(await isInSight(page)).toBe(true);
    expect(await scrolled()).toBe(top);
    await page.keyboard.press('Enter');
    await expect(person(page).heading).toBeFocused();
  }

  // Another view of the table between.
  await frame(page).people.click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
  await page.getByRole('button', { name: /^Deleted/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'of 1,200 shown' })).toBeVisible();
  await links(page).nth(2).click();
  await expect(person(page).heading).toBeFocused();
  const deleted = await person(page).heading.textContent();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid(page)).toBeFocused();
  await expect(activeName(page)).toHaveText(deleted ?? '');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(person(page).heading).toHaveText(name);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid(page)).toBeFocused();
  await expect(activeName(page)).toHaveText(name);
  expect(await isInSight(page)).toBe(true);
});

test('a row of the reports far down, of the peers, and among problems', async ({ demo: { page } }) => {
  await showLongReports(page);
  await expect(person(page).reports.first()).toHaveAttribute('aria-setsize', '207');
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight / 2));
  const row = rowAt(person(page).reports, 110).getByRole('link').first();
  await row.focus();
  const link = (await row.getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(person(page).reports.locator(`a[href="${link}"]`)).toBeFocused();
  expect(await isInSight(page)).toBe(true);

  await page.keyboard.press('Enter');
  await expect(person(page).heading).toBeFocused();
  const peers = person(page).panel.getByRole('region', { name: /^Peers/ });
  const peer = peers.getByRole('listitem').nth(3).getByRole('link');
  const peerLink = (await peer.getAttribute('href')) ?? '';
  await peers.locator(`a[href="${peerLink}"]`).click();
  await expect(person(page).heading).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(peers.locator(`a[href="${peerLink}"]`)).toBeFocused();

  await page.keyboard.press('ControlOrMeta+4');
  const last = page.locator('[data-kind]').last().getByRole('listitem').last().getByRole('link').last();
  await expect(last).toBeVisible();
  const lastLink = (await last.getAttribute('href')) ?? '';
  await last.click();
  await expect(person(page).heading).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute('href', lastLink);
  expect(await isInSight(page)).toBe(true);
});

test('the nearest row where it is gone, and what else had the focus', async ({ server, connected }) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['ann-2', 'bob-3', 'cem-4'] }));
  for (const [id, name] of [
    ['ann-2', 'Ann Two'],
    ['bob-3', 'Bob Three'],
    ['cem-4', 'Cem Four'],
  ] as const) {
    server.answer(id, someone(id, { ...named(name), reportees: [] }));
  }
  const { page } = await connected('boss-1');
  await showTab(page, 'Reports');
  const { reports, heading, refresh } = person(page);
  await expect(reports).toHaveCount(3);
  await reports.getByRole('link', { name: /Cem Four/ }).click();
  await expect(heading).toHaveText('Cem Four');

  // By now he is nobody's report any more.
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['ann-2', 'bob-3'] }));
  await lookUp(page, 'boss-1');
  await refresh.click();
  await expect(person(page).tab('Reports')).toContainText('2');
  await refresh.focus();
  await lookUp(page, 'ann-2');
  await expect(heading).toHaveText('Ann Two');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading).toHaveText('Bea Boss');
  await expect(refresh).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading).toHaveText('Cem Four');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading).toHaveText('Bea Boss');
  await expect(reports).toHaveCount(2);
  await expect(reports.getByRole('link', { name: /Bob Three/ })).toBeFocused();
});

test('a row of the reports of one status, and of their cards', async ({ server, connected }) => {
  const flags = { reportees: [], isActive: true, isDeleted: false };
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['ann-2', 'bob-3', 'cem-4'] }));
  server.answer('ann-2', someone('ann-2', { ...named('Ann Two'), ...flags }));
  server.answer('bob-3', someone('bob-3', { ...named('Bob Three'), ...flags, isActive: false }));
  server.answer('cem-4', someone('cem-4', { ...named('Cem Four'), ...flags, isActive: false }));
  const { page } = await connected('boss-1');
  const { reports, heading, panel } = person(page);
  await showTab(page, 'Reports');
  await expect(reports).toHaveCount(3);
  await panel.getByRole('button', { name: /^Inactive/ }).click();
  await expect(reports).toHaveCount(2);
  await reports.nth(1).getByRole('link').click();
  await expect(heading).toHaveText('Cem Four');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(reports.getByRole('link', { name: /Cem Four/ })).toBeFocused();
  await expect(reports).toHaveCount(2);

  await panel.getByRole('button', { name: 'As cards' }).click();
  await reports.nth(0).getByRole('link').click();
  await expect(heading).toHaveText('Bob Three');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(reports.getByRole('link', { name: /Bob Three/ })).toBeFocused();
  await expect(panel.getByRole('button', { name: 'As cards' })).toHaveAttribute('aria-pressed', 'true');
  await expect(reports).toHaveCount(2);
});
