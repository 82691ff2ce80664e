/** From nothing to a person's page: one click for the demo directory. And the choices that outlive the run. */

import { expect, type Page } from '@playwright/test';
import { createOrganisation } from '../../demo/organisation.ts';
import { connect, someone, test, token } from './fault-people.ts';
import { firstRun, frame, lookUp, person, showTab } from './on-screen.ts';

const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });
const top = demo.recordOf(0);
const topName = top.displayName || [top.firstName, top.middleName, top.lastName].filter(Boolean).join(' ');

test('one click leads to the top person of the demo directory', async ({ start }) => {
  const { page } = await start();
  for (const field of Object.values(firstRun(page))) await expect(field).toBeVisible();
  await firstRun(page).lookAround.click();
  const shown = person(page);
  await expect(shown.heading).toHaveText(topName);
  await expect(shown.heading).toBeFocused();
  await expect(shown.status).toHaveText('Active');
  for (const name of ['Overview', 'E-mails', 'Reports', 'Status history', 'Raw'] as const) {
    await expect(shown.tab(name)).toBeVisible();
  }
  await expect(shown.tab('Overview')).toHaveAttribute('aria-selected', 'true');
  await expect(shown.chain).toContainText('No manager found.');
  await expect(frame(page).connection).toContainText('Demo directory');
  await expect(frame(page).connection).toContainText('Online');
});

test('the demo directory’s record is what the tabs show', async ({ start }) => {
  const { page } = await start();
  await firstRun(page).lookAround.click();
  await expect(person(page).heading).toHaveText(topName);
  const { panel } = person(page);
  await expect(panel).toContainText(top.username);
  await expect(panel).toContainText(top.id);
  await expect(panel).toContainText(top.bio);
  const roleName = demo.roles.find(({ id }) => id === top.role)?.name ?? '';
  expect(roleName).not.toBe('');
  await expect(panel).toContainText(roleName);

  await showTab(page, 'E-mails');
  await expect(panel.getByRole('row')).toHaveCount(1 + top.emails.length);
  for (const { email } of top.emails) await expect(panel.getByRole('row').filter({ hasText: email })).toBeVisible();
  const { primaryEmail } = top;
  if (primaryEmail === null || typeof primaryEmail === 'string') throw new Error('the top person is a healthy record');
  await expect(panel.getByRole('row').filter({ hasText: primaryEmail.email })).toContainText('primary');

  await showTab(page, 'Reports');
  await expect(person(page).reports).toHaveCount(top.reportees.length);
  await expect(person(page).reports.getByRole('link')).toHaveCount(top.reportees.length);

  await showTab(page, 'Status history');
  await expect(panel.getByRole('region', { name: 'Active?' })).toContainText('Yes');
  await expect(panel.getByRole('region', { name: 'Deleted?' })).toContainText('No');

  await showTab(page, 'Raw');
  // Whoever is on screen first is asked for as well; the reply that is stored first says where it came from.
  await expect(panel).toContainText(/\/v1\/ext\/user(?:s|\/[0-9a-f-]{36})/);
  await expect(panel).toContainText(/[0-9a-f]{64}/);
  await expect(panel.getByRole('region', { name: 'Reply' })).toContainText(`"id": "${top.id}"`);

  // The demo directory lists everybody, and nobody else had to be asked for one by one.
  await expect(frame(page).connection).toContainText('1,200 people');
  const { id } = demo.recordOf(700);
  await lookUp(page, id);
  await expect(panel).toContainText(id);
  await showTab(page, 'Raw');
  await expect(panel).toContainText('/v1/ext/users');
  await expect(panel.getByRole('region', { name: 'Reply' })).toContainText(`"id": "${id}"`);
});

test('one token and one id lead to a person of a real server', async ({ start, server }) => {
  server.answer('u-1', someone('u-1'));
  const { page } = await start();
  await connect(page, { server: server.origin, token, startFrom: 'u-1' });
  await expect(person(page).heading).toHaveText('Asha Rao');
  await expect(person(page).heading).toBeFocused();
  await expect
    .poll(() => server.requests.map(({ method, target }) => `${method} ${target}`))
    .toEqual(['GET /v1/ext/user/u-1', 'GET /v1/ext/config', 'GET /v1/ext/users']);
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${token}`);
});

test('the dark theme is kept over a restart', async ({ start }) => {
  const first = await start();
  await firstRun(first.page).lookAround.click();
  await expect(person(first.page).status).toBeVisible();
  await first.page.getByRole('button', { name: 'Theme' }).click();
  await first.page.getByRole('menuitemradio', { name: 'Dark' }).click();
  const isDark = (page: Page) => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await expect.poll(() => isDark(first.page)).toBe(true);
  const darkBackground = await background(first.page);
  await first.app.close();

  const second = await start({ userData: first.userData });
  await expect.poll(() => isDark(second.page)).toBe(true);
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await expect(person(second.page).status).toBeVisible();
  expect(await background(second.page)).toBe(darkBackground);
  await second.page.getByRole('button', { name: 'Theme' }).click();
  await expect(second.page.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked();
  await second.page.getByRole('menuitemradio', { name: 'Light' }).click();
  await expect.poll(() => background(second.page)).not.toBe(darkBackground);
});

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
