/** What the rail says of the directory that is open: one line that is so, one countdown, and a bar only while something runs. */
import { expect, type Page } from '@playwright/test';
import { startDemoServer } from '../../demo/server.ts';
import { connect, named, someone, test, token } from './fault-people.ts';
import { frame, person } from './on-screen.ts';

const bar = (page: Page) => frame(page).state.getByRole('progressbar');

test('finished: it updates automatically, with one button and no bar; stopping is in the menu', async ({ start }) => {
  // Slow enough for the menu to be opened while it is fetched one by one.
  const organisation = await startDemoServer({ people: 200, latencyMs: 150, offers: { config: true } });
  try {
    const { page } = await start();
    await connect(page, { server: organisation.origin, token: organisation.token, startFrom: organisation.start });
    await expect(bar(page)).toHaveCount(1);
    await expect(frame(page).state.getByRole('button', { name: 'Pause sync' })).toBeVisible();
    await expect(frame(page).state.getByRole('button')).toHaveCount(1);
    await frame(page).connection.click();
    // The item goes when there is nothing to stop any more; the keys stay in the menu.
    const stop = page.getByRole('menuitem', { name: 'Stop sync' });
    await stop.focus();
    await expect(stop).toHaveCount(0, { timeout: 45_000 });
    await expect(page.getByRole('menuitem', { name: 'Add people from a list…' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(frame(page).state).toContainText('Updates automatically');
    await expect(bar(page)).toHaveCount(0);
    await expect(frame(page).state.getByRole('button')).toHaveCount(1);
    await frame(page).connection.click();
    await expect(page.getByRole('menuitem', { name: 'Sync now' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Stop sync' })).toHaveCount(0);
  } finally {
    await organisation.close();
  }
});

test('offline is said by the rail alone, with when it is tried again', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', named('Uma Here')));
  const { page } = await connected('u-1');
  await expect(frame(page).state).toContainText('Updates automatically');
  await server.close();
  await person(page).refresh.click();
  await expect(frame(page).state).toContainText(/^Offline since .*Trying again in/);
  await expect(bar(page)).toHaveCount(0);
  const said = page.getByText(/offline|again in/i).and(page.locator(':not([role=status])'));
  await expect(said).toHaveText([/^Offline since/, /^Trying again in/]);
  await frame(page).state.getByRole('button', { name: 'Try now' }).click();
  await expect(person(page).heading).toHaveText('Uma Here');
});

test('without a token it updates nothing and says so; its button asks for one, which stands in its field', async ({
  connected,
  start,
  server,
}) => {
  server.answer('u-1', someone('u-1', named('Uma Here')));
  const first = await connected('u-1');
  await expect(frame(first.page).state).toContainText('Updates automatically');
  await first.app.close();

  // There is no keychain that it was kept in.
  const { page } = await start({ userData: first.userData });
  await expect(frame(page).state).toHaveText('Token needed');
  await expect(bar(page)).toHaveCount(0);
  await frame(page).state.getByRole('button', { name: 'Give the token…' }).click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Access token' });
  await expect(field).toBeFocused();
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(frame(page).state).toContainText('Updates automatically');
});

test('a token that is refused while nothing runs: it does not update, and says when it is tried', async ({
  start,
  server,
}) => {
  const { page } = await start();
  await connect(page, { server: server.origin, token, startFrom: 'u-1' });
  await expect(frame(page).state).toContainText('Updates automatically');
  server.accept('another-token');
  await person(page).refresh.click();
  await expect(frame(page).state).toContainText(/^Token refused.*Trying again in/);
  await expect(frame(page).state.getByRole('button', { name: 'Give the token…' })).toBeVisible();
});

test('at 1,000 px what it says on most days is one line, read whole', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize({ width: 1000, height: 700 });
  const line = frame(page).state.getByText('Updates automatically');
  await expect(line).toBeVisible();
  const lines = await line.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });
  expect(lines).toBe(1);
  expect(await line.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('its button stands where it stands while its tooltip is shown', async ({ connected }) => {
  const { page } = await connected('u-1');
  await expect(frame(page).state).toContainText('Updates automatically');
  const button = frame(page).state.getByRole('button', { name: 'Sync now' });
  const before = await button.boundingBox();
  await button.hover();
  await expect(page.getByRole('tooltip', { name: 'Sync now' })).toBeVisible();
  expect(await button.boundingBox()).toEqual(before);
});

test('without a token Refresh says so beside it, and leads to where it is given', async ({
  connected,
  start,
  server,
}) => {
  server.answer('u-1', someone('u-1', named('Uma Here')));
  const first = await connected('u-1');
  await expect(first.page.getByText('Add the token to ask the server')).toHaveCount(0);
  await first.app.close();
  const { page } = await start({ userData: first.userData });
  await expect(person(page).heading).toHaveText('Uma Here');
  const way = page.getByRole('button', { name: 'Add the token to ask the server' });
  await expect(person(page).refresh).toHaveAccessibleDescription('Add the token to ask the server');
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Access token' });
  server.forget();
  for (const button of [way, person(page).refresh]) {
    await button.click();
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  await way.click();
  await field.fill(token);
  await page.keyboard.press('Enter');
  await expect(way).toHaveCount(0);
  await expect(page.getByText(/^From the server, /)).toBeVisible();
});
