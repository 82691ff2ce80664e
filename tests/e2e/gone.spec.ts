/** People who are deleted or no longer found: it is said since when, wherever their status stands. */
import { expect, type Page } from '@playwright/test';
import { named, noSuchUser, someone, test } from './fault-people.ts';
import { frame, lookUp, person, search, showTab } from './on-screen.ts';

const deletedAt = Date.UTC(2024, 0, 15, 12);
const deleted = { isActive: false, isDeleted: true, deletedAt };
const sinceDeletion = /Deleted 15 Jan 2024 · \d+ years ago/;
const sinceMissed = /Not found since \d\d:\d\d · just now/;

const table = (page: Page) => page.getByRole('grid', { name: 'People' });
const rows = (page: Page) => table(page).locator('[data-place]');
const show = (page: Page) => page.getByRole('group', { name: 'Show' });
const headings = (page: Page) => table(page).getByRole('columnheader');
const strip = (page: Page) => page.getByRole('region', { name: 'Contradictions' });

/** What the search lists for a text; the search is left open. */
async function found(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+k');
  await search(page).field.fill(text);
  await expect(search(page).options.first()).toBeVisible();
  return search(page).options;
}

test('a user who is gone from the server is not found, everywhere, until it has them again', async ({
  connected,
  server,
}) => {
  const mia = { ...named('Mia Was'), timezone: '+0530', reportees: ['rob-3'] };
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['mia-2', 'never-4'] }));
  server.answer('mia-2', someone('mia-2', mia));
  server.answer('rob-3', someone('rob-3', { ...named('Rob Below'), reportees: [] }));
  server.answer('never-4', noSuchUser);
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('2 direct · 3 in all, 1 not found');
  await lookUp(page, 'mia-2');
  await expect(person(page).status).toHaveText('Active');
  await expect(page.getByText(/there ·/)).toBeVisible();

  server.answer('mia-2', noSuchUser);
  await person(page).refresh.click();
  await expect(person(page).status).toHaveText(sinceMissed);
  await expect(page.getByText(/there ·/)).toHaveCount(0);
  await expect(strip(page)).toHaveText('1 person still reports to Mia Was. Show who All such managers');
  await strip(page).getByRole('button', { name: 'Show who' }).click();
  await expect(person(page).reports).toHaveText(/Rob Below/);
  await expect(strip(page)).toHaveText('1 person still reports to Mia Was. All such managers');
  const history = await showTab(page, 'Status history');
  await expect(history.getByRole('region', { name: 'Active?' })).toContainText(
    'The last record: The login is enabled.',
  );
  await expect(history.getByRole('region', { name: /^History/ }).getByRole('row')).toHaveText([
    /Seen from/,
    /Not found.*no such user/,
    /Active/,
  ]);

  // In their manager's list, in the chain above their report, among those opened last, and in the search.
  await person(page).chain.getByRole('link', { name: 'Bea Boss' }).click();
  await showTab(page, 'Reports');
  await expect(person(page).reports).toHaveText([/Mia Was.*Not found since/, /never-4.*no such user.*Not found since/]);
  const filter = person(page).panel.getByRole('group', { name: 'Show' });
  await expect(filter).toHaveText('All2Active0Inactive0Deleted0Not found2');
  await filter.getByRole('button', { name: /^Not found/ }).click();
  await expect(person(page).reports).toHaveCount(2);
  await expect(frame(page).recent.getByRole('img', { name: /^Not found since/ })).toBeVisible();
  await expect(await found(page, 'mia')).toHaveText([/Mia Was.*Not found.*since \d\d:\d\d/]);
  const only = page.getByRole('group', { name: 'Look for' }).getByRole('button', { name: 'Not found' });
  await only.click();
  await expect(search(page).options).toHaveText([/Mia Was/]);
  await only.click();
  await page.keyboard.press('Escape');
  await lookUp(page, 'rob-3');
  await expect(person(page).chain.getByRole('link', { name: /Mia Was/ })).toHaveText(/Not found$/);

  await frame(page).people.click();
  await expect(show(page)).toHaveText('All3Active2Inactive0Deleted0Not found1');
  await show(page)
    .getByRole('button', { name: /^Not found/ })
    .click();
  // The column says what the time is of.
  await expect(rows(page)).toHaveText([/Mia Was@asha\d\d:\d\d/]);
  await expect(headings(page).filter({ hasText: 'Not found since' })).toHaveAttribute('aria-sort', 'descending');

  // The very reply that was there before.
  server.answer('mia-2', someone('mia-2', mia));
  await lookUp(page, 'mia-2');
  await person(page).refresh.click();
  await expect(person(page).status).toHaveText('Active');
  await expect(strip(page)).toHaveCount(0);
  const again = await showTab(page, 'Status history');
  await expect(
    again
      .getByRole('region', { name: /^History/ })
      .getByRole('row')
      .nth(1),
  ).toContainText('found again');
  await frame(page).people.click();
  await expect(show(page)).toHaveText('All3Active3Inactive0Deleted0');
});

test('since when somebody is deleted is read without opening them, and the filter lists them by it', async ({
  connected,
  server,
}) => {
  const left = { ...named('Lea Left'), ...deleted, timezone: '+0530', reportees: ['rob-3', 'old-4'] };
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['lea-2'] }));
  server.answer('lea-2', someone('lea-2', left));
  server.answer(
    'rob-3',
    someone('rob-3', { ...named('Rob Below'), reportees: [], createdAt: Date.UTC(2019, 1, 3, 12) }),
  );
  server.answer('old-4', someone('old-4', { ...named('Ole Old'), ...deleted, deletedAt: null, reportees: [] }));
  server.answer(
    'new-5',
    someone('new-5', { ...named('Nia New'), ...deleted, deletedAt: deletedAt + 9e9, reportees: [] }),
  );
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('1 direct · 3 in all');
  await lookUp(page, 'new-5');
  await expect(person(page).status).toHaveText(/^Deleted 28 Apr 2024/);

  await expect(await found(page, 'lea')).toHaveText([/Lea Left.*Deleted 15 Jan 2024 · \d+ years ago/]);
  await page.keyboard.press('Enter');
  await expect(person(page).status).toHaveText(sinceDeletion);
  await expect(person(page).status.locator('time').first()).toHaveAttribute('title', /15 January 2024/);
  await expect(page.getByText(/there ·/)).toHaveCount(0);
  await expect(person(page).panel.getByRole('definition').filter({ hasText: '15 Jan 2024' })).toHaveCount(1);
  for (const tab of ['Overview', 'E-mails', 'Reports', 'Status history', 'Raw'] as const) {
    await showTab(page, tab);
    await expect(strip(page)).toContainText('1 person still reports to Lea Left.');
  }
  await lookUp(page, 'old-4');
  await expect(person(page).status).toHaveText('Deleted, no date');
  await expect(strip(page)).toContainText('Deleted, but the server gives no date.');

  // The order and columns that were chosen come back with every other filter.
  await frame(page).people.click();
  await headings(page).filter({ hasText: 'Role' }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Created' }).click();
  await page.keyboard.press('Escape');
  await show(page)
    .getByRole('button', { name: /^Deleted/ })
    .click();
  await expect(headings(page)).toHaveText([
    ...[/Select all/, 'Name', 'Deleted on', 'Role', 'Team', 'Manager', 'E-mail', 'Created'],
  ]);
  await expect(headings(page).filter({ hasText: 'Deleted on' })).toHaveAttribute('aria-sort', 'descending');
  await expect(rows(page)).toHaveText([/Nia New/, /Lea Left@asha15 Jan 2024/, /Ole Old@asharole/]);
  await show(page).getByRole('button', { name: /^All/ }).click();
  await expect(headings(page)).toHaveText([
    /Select all/,
    'Name',
    'Status',
    'Role',
    'Team',
    'Manager',
    'E-mail',
    'Created',
  ]);
  await expect(headings(page).filter({ hasText: 'Role' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows(page).filter({ hasText: 'Rob Below' })).toContainText('3 Feb 2019');

  // Deleted, and no longer found either.
  server.answer('lea-2', noSuchUser);
  await lookUp(page, 'lea-2');
  await person(page).refresh.click();
  await expect(person(page).status).toHaveText(/^Deleted 15 Jan 2024 · \d+ years ago no longer found since \d\d:\d\d$/);
  await expect(await found(page, 'lea')).toHaveText([/Deleted 15 Jan 2024.*no longer found since/]);
});
