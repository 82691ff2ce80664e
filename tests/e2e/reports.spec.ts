/** Direct reports: places kept, cards as they come, failures said and tried again, teams of hundreds. */

import { expect } from '@playwright/test';
import { anomaliesOf } from '../../demo/anomalies.ts';
import { createOrganisation } from '../../demo/organisation.ts';
import { faults, reply } from '../fault-server/faults.ts';
import { askedFor, named, noSuchUser, someone } from './fault-people.ts';
import { alert, lookUp, person, showTab } from './on-screen.ts';
import { test } from './whole-demo.ts';

const forbidden = reply(403, { 'content-type': 'application/json' }, '{"_data":null,"_errors":[]}');

test('each report has its place: known, on its way, failed and why, or no id at all', async ({ connected, server }) => {
  server.answer(
    'boss-1',
    someone('boss-1', { ...named('Bea Boss'), reportees: ['ok-1', 'slow-2', 'shut-3', 'gone-4', '../admin'] }),
  );
  server.answer('ok-1', someone('ok-1', { ...named('Olaf Ok'), reportees: ['below-5'] }));
  server.answer('slow-2', faults.hangBeforeHeaders);
  server.answer('shut-3', forbidden);
  server.answer('below-5', faults.hangBeforeHeaders);
  server.answer('gone-4', noSuchUser);
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText(
    '4 direct · ≥ 5 in all, 2 not fetched yet, 1 not found, 1 could not be fetched',
  );
  const panel = await showTab(page, 'Reports');
  const { reports } = person(page);
  await expect(reports).toHaveCount(5);
  await expect(reports.nth(0)).toContainText('Olaf Ok');
  await expect(reports.nth(0)).toContainText('Active');
  await expect(reports.nth(1).locator('[aria-busy="true"]')).toBeVisible();
  await expect(reports.nth(2)).toContainText('No permission to read this user');
  await expect(reports.nth(3)).toContainText('The server has no such user');
  await expect(reports.nth(4)).toContainText('../admin');
  await expect(reports.nth(4)).toContainText('Listed as a report, but not a user id');
  await expect(alert(page, '1 direct report not found, 1 could not be fetched')).toBeVisible();
  const inAll = panel.getByRole('definition').nth(1);
  await expect(inAll).toHaveText('≥ 52 not fetched yet, 1 not found, 1 could not be fetched');

  server.answer('shut-3', someone('shut-3', named('Shirin Shut')));
  await reports.nth(2).getByRole('button', { name: 'Try again to fetch shut-3' }).click();
  await expect(reports.nth(2)).toContainText('Shirin Shut');
  await expect(alert(page, '1 direct report not found')).toBeVisible();
  await expect(inAll).toHaveText('≥ 52 not fetched yet, 1 not found');

  server.answer('slow-2', someone('slow-2', named('Sven Slow')));
  // The request that hangs is given up in time; the sync asks again by itself, and then finds the server well.
  await expect(reports.nth(1)).toContainText('Sven Slow', { timeout: 30_000 });
  // So is the other one, and is not found well.
  await expect(inAll).toHaveText('≥ 51 not found, 1 could not be fetched');

  // Read whole, however narrow the window.
  const counts = person(page).panel.getByText(/direct · .* in all/);
  const parts = [
    panel.getByRole('definition').locator('span'),
    panel.getByRole('definition').getByRole('link'),
    counts,
  ];
  for (const size of [
    { width: 1000, height: 700 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    for (const [nth, part] of parts.entries()) {
      await showTab(page, part === counts ? 'Overview' : 'Reports');
      const cut = await part.evaluateAll((all) =>
        all.map((one) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight].map((px) => px > 1)),
      );
      expect(cut.flat(), `${size.width} px, ${nth}`).not.toContain(true);
      expect(cut.length).toBeGreaterThan(0);
    }
  }
  expect(askedFor(server).filter((target) => target.includes('admin'))).toEqual([]);
});

test('who lists themselves is told so, and is neither listed nor counted among their reports', async ({
  connected,
  server,
}) => {
  server.answer('self-1', someone('self-1', { ...named('Sam Self'), reportees: ['self-1'] }));
  server.answer('self-2', someone('self-2', { ...named('Sia Self'), reportees: ['self-2', 'ann-3'] }));
  server.answer('ann-3', someone('ann-3', { ...named('Ann Three'), reportees: [] }));
  const { page } = await connected('self-1');
  const why = 'The user is listed among their own direct reports. They are left out of the list and the counts.';
  await expect(person(page).panel).toContainText(why);
  await expect(person(page).reports).toHaveCount(0);
  const number = person(page).tab('Reports').locator('[data-tab]');
  await expect(number).toHaveCount(0);
  await expect(await showTab(page, 'Reports')).toContainText(why);
  await expect(person(page).reports).toHaveCount(0);

  await lookUp(page, 'self-2');
  await expect(person(page).panel).toContainText('1 direct · 1 in all');
  await expect(person(page).panel).toContainText(why);
  await expect(number).toHaveText('1');
  await expect(person(page).tab('Reports')).toHaveAccessibleDescription('1 direct report');
  await expect(person(page).tab('Status history')).toHaveAccessibleDescription('1 contradiction');
  await showTab(page, 'Reports');
  await expect(person(page).reports).toHaveText([/Ann Three/]);
});

test('a team of 207 is drawn as far as it is in view, and filtered by status', async ({ demo: { page } }) => {
  const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });
  const boss = anomaliesOf(demo)['broad-team'].find(
    (id) => demo.recordOf(demo.indexOf(id) ?? 0).reportees.length === 207,
  );
  const team = demo.recordOf(demo.indexOf(boss ?? '') ?? 0).reportees;
  const records = team.map((id) => demo.recordOf(demo.indexOf(id) ?? 0));
  const deleted = records.filter(({ isDeleted }) => isDeleted).length;
  expect(deleted).toBeGreaterThan(0);

  await lookUp(page, boss ?? '');
  await page.getByRole('button', { name: 'Show all 207' }).click();
  const panel = await showTab(page, 'Reports');
  const { reports } = person(page);
  await expect(reports.first()).toHaveAttribute('aria-setsize', '207');
  expect(await reports.count()).toBeLessThan(60);
  const filter = panel.getByRole('group', { name: 'Show' });
  await expect(filter.getByRole('button', { name: 'All 207' })).toHaveAttribute('aria-pressed', 'true');
  // Everybody has arrived once the statuses add up to the team.
  const counts = async () => {
    const texts = await filter.getByRole('button').allInnerTexts();
    const [all, ...parts] = texts.map((text) => Number(/\d+/.exec(text)?.[0]));
    return [all, parts.reduce((sum, part) => sum + part, 0)];
  };
  await expect.poll(counts).toEqual([207, 207]);
  await expect(filter.getByRole('button', { name: `Deleted ${deleted}` })).toBeVisible();

  await expect(async () => {
    await page.getByRole('main').evaluate((main) => {
      main.scrollTop = main.scrollHeight;
    });
    await expect(reports.last()).toHaveAttribute('aria-posinset', '207', { timeout: 1000 });
  }).toPass();
  expect(await reports.count()).toBeLessThan(60);

  await filter.getByRole('button', { name: `Deleted ${deleted}` }).click();
  await expect(reports).toHaveCount(deleted);
  for (const text of await reports.allInnerTexts()) expect(text).toContain('Deleted');
  await filter.getByRole('button', { name: 'All 207' }).click();
  await expect(reports.first()).toHaveAttribute('aria-setsize', '207');
});
