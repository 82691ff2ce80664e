/** The directory grows by itself, finds anyone, and goes on without the network: as a newcomer meets it. */
import { expect } from '@playwright/test';
import { startDemoServer } from '../../demo/server.ts';
import { startAgain } from './app.ts';
import { connect } from './fault-people.ts';
import { firstRun, frame, person, search } from './on-screen.ts';
import { test as base } from './whole-demo.ts';

const people = 1200;

const test = base.extend<{ organisation: Awaited<ReturnType<typeof startDemoServer>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  organisation: async ({}, use) => {
    const server = await startDemoServer({ people, offers: { users: true } });
    await use(server);
    await server.close();
  },
});

test('the demo directory: anyone of 1,200 is found by three letters', async ({ demo: { page } }) => {
  await page.keyboard.press('ControlOrMeta+k');
  await search(page).field.fill('wei');
  await expect(search(page).options.first()).toContainText(/wei/i);
  const name = (await search(page).options.first().locator('bdi').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText(name);
});

test('a whole organisation is fetched, searched, and searched again when the network is gone', async ({
  start,
  organisation,
}) => {
  const { page } = await start();
  await connect(page, { server: organisation.origin, token: organisation.token, startFrom: organisation.start });
  await expect(frame(page).people).toContainText('1,200', { timeout: 30_000 });
  await expect(frame(page).connection).toContainText('Online');

  const open = async (text: string, as: RegExp) => {
    await page.keyboard.press('ControlOrMeta+k');
    await search(page).field.fill(text);
    // What is offered before the search has answered is not what Enter opens.
    await expect(search(page).options.first()).toContainText(as);
    const found = (await search(page).options.first().locator('bdi').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(person(page).heading).toHaveText(found);
    return found;
  };
  await open('mar', /m[aá]r/i);
  await organisation.close();
  // The network goes, and nobody presses anything.
  await page.context().setOffline(true);
  await expect(frame(page).state).toContainText(/Offline since .*Trying again in/);
  const other = await open('chen', /chen/i);
  expect(other).not.toBe('');
  await expect(page.getByText(/^From the local copy/)).toBeVisible();
  await frame(page).people.click();
  await expect(page.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-rowcount', String(people + 1));
});

test('it goes on after a restart without asking for anybody twice', async ({ start, organisation }) => {
  const first = await start();
  await connect(first.page, { server: organisation.origin, token: organisation.token, startFrom: organisation.start });
  await expect(frame(first.page).people).toContainText('1,200', { timeout: 30_000 });
  await first.app.close();

  const second = await start({ userData: first.userData });
  await expect(frame(second.page).people).toContainText('1,200', { timeout: 30_000 });
  await second.page.keyboard.press('ControlOrMeta+k');
  await search(second.page).field.fill('li');
  await expect(search(second.page).options.first()).toBeVisible();
});

test('a second start brings the first one’s window to the front and ends', async ({ start }) => {
  const { app, page, userData } = await start();
  await firstRun(page).lookAround.click();
  await expect(frame(page).people).toContainText('1,200', { timeout: 30_000 });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await startAgain(userData)).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())))
    .toEqual([false]);
  await expect(frame(page).people).toContainText('1,200', { timeout: 30_000 });
});
