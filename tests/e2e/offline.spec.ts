/** Without the server: what was seen opens at once and says how old it is; what was not says so; and it recovers. */
import { expect } from '@playwright/test';
import { reply } from '../fault-server/faults.ts';
import { named, noSuchUser, someone, test } from './fault-people.ts';
import { alert, frame, lookUp, person } from './on-screen.ts';

const cut = { does: 'reset', at: 'start' } as const;

test('what was seen opens at once, what was not says so, and Refresh recovers', async ({ connected, server }) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['ann-2', 'ben-3'] }));
  server.answer('ann-2', someone('ann-2', named('Ann Two')));
  server.answer('ben-3', someone('ben-3', named('Ben Three')));
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('2 direct · 2 in all');
  await expect(frame(page).connection).toContainText('Online');

  for (const id of ['boss-1', 'ann-2', 'ben-3', 'new-9']) server.answer(id, cut);
  await person(page)
    .panel.getByRole('link', { name: /Ann Two/ })
    .click();
  await expect(person(page).heading).toHaveText('Ann Two');
  await expect(page.getByText(/^From the local copy, just now$/)).toBeVisible();

  await person(page).refresh.click();
  const trouble = alert(page, 'The server cannot be reached');
  // Said once.
  await expect(trouble).toHaveCount(0);
  await expect(person(page).heading).toHaveText('Ann Two');
  await expect(frame(page).state).toContainText('Offline since');
  await expect(page.getByText('From the local copy, just now', { exact: true })).toBeVisible();

  await lookUp(page, 'new-9');
  await expect(person(page).heading).toHaveText('This user could not be opened');
  await expect(trouble).toContainText('There is no local copy of this user.');
  await lookUp(page, 'ben three');
  await expect(person(page).heading).toHaveText('Ben Three');
  await expect(trouble).toHaveCount(0);

  server.answer('ben-3', someone('ben-3', named('Ben Renamed')));
  await person(page).refresh.click();
  await expect(person(page).heading).toHaveText('Ben Renamed');
  await expect(page.getByText('From the server')).toBeVisible();
  await expect(frame(page).connection).toContainText('Online');
});

test('behind a sign-in page it says so, and finds by itself when that is gone', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', named('Uma Here')));
  const { page } = await connected('u-1');
  await expect(frame(page).connection).toContainText('Online');
  const portal = reply(200, { 'content-type': 'text/html' }, '<!doctype html><title>Sign in to the network</title>');
  server.answer('u-1', portal);
  server.answer('00000000-0000-0000-0000-000000000000', portal);
  await person(page).refresh.click();
  await expect(alert(page, 'This is not the directory server')).toBeVisible();
  await expect(frame(page).state).toContainText(/Offline since .*Trying again in/);
  server.answer('u-1', someone('u-1', named('Uma Here')));
  server.answer('00000000-0000-0000-0000-000000000000', noSuchUser);
  await expect(frame(page).connection).toContainText('Online', { timeout: 15_000 });
  await expect(frame(page).state).toContainText('Updates automatically');
  // What the page said of it goes as well.
  await expect(page.getByRole('alert').filter({ hasText: 'This is not the directory server' })).toHaveCount(0);
  await expect(page.getByText('From the server')).toBeVisible();
});

test('a user whom the server no longer has stays, and it is said since when', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', named('Uma Was')), noSuchUser);
  const { page } = await connected('u-1');
  await person(page).refresh.click();
  await expect(alert(page, 'The server no longer has this user')).toContainText('What is shown is the local copy');
  await expect(person(page).heading).toHaveText('Uma Was');
  await expect(frame(page).connection).toContainText('Online');
});
