/** A directory opens where it was left: after the app was quit, and after another directory was open. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { connect, named, someone, test } from './fault-people.ts';
import { chooseInConnectionMenu } from './keychain-people.ts';
import { firstRun, frame, lookUp, person, showTab } from './on-screen.ts';

/** How far down whatever scrolls in the view is. */
const scrolled = (page: Page) =>
  page.evaluate(() => Math.max(...[...document.querySelectorAll('main, main *')].map(({ scrollTop }) => scrollTop)));

/** Resolves once the places that are kept hold a text: the page tells where it is after a click, not within it. */
const kept = (userData: string, text: string) => {
  const file = join(userData, 'places.json');
  return expect.poll(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain(text);
};

test('the demo directory is there again at the next start, where it was left, until it is closed on purpose', async ({
  start,
}) => {
  const first = await start();
  await firstRun(first.page).lookAround.click();
  await expect(person(first.page).status).toBeVisible();
  await showTab(first.page, 'Reports');
  await person(first.page).reports.getByRole('link').first().click();
  await expect(person(first.page).tab('Overview')).toHaveAttribute('aria-selected', 'true');
  await showTab(first.page, 'Status history');
  const name = await person(first.page).heading.innerText();
  await kept(first.userData, '"tab":"status"');
  await first.app.close();

  const second = await start({ userData: first.userData });
  await expect(person(second.page).heading).toHaveText(name);
  await expect(person(second.page).tab('Status history')).toHaveAttribute('aria-selected', 'true');
  await expect(frame(second.page).people).toContainText('1,200', { timeout: 30_000 });
  await frame(second.page).back.click();
  await expect(person(second.page).heading).toHaveText('People');
  await second.page.getByRole('grid', { name: 'People' }).focus();
  await second.page.keyboard.press('End');
  await expect.poll(() => scrolled(second.page)).toBeGreaterThan(30_000);
  const down = await scrolled(second.page);
  await kept(second.userData, `"scrollTop":${Math.trunc(down)}`);
  await second.app.close();

  const third = await start({ userData: first.userData });
  await expect(person(third.page).heading).toHaveText('People');
  await expect(frame(third.page).people).toContainText('1,200', { timeout: 30_000 });
  // Everybody is fetched again.
  await expect.poll(() => scrolled(third.page), { timeout: 30_000 }).toBe(down);
  await chooseInConnectionMenu(third.page, 'Disconnect…');
  await third.page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(firstRun(third.page).lookAround).toBeVisible();
  await third.app.close();

  const last = await start({ userData: first.userData });
  await expect(firstRun(last.page).lookAround).toBeVisible();
});

test('two directories are each shown where they were left, and at People where that is gone', async ({
  connected,
  start,
  server,
  otherServer,
}) => {
  for (const [id, name] of [
    ['ann-1', 'Ann One'],
    ['ann-2', 'Ann Two'],
  ] as const) {
    server.answer(id, someone(id, named(name)));
  }
  otherServer.answer('zoe-1', someone('zoe-1', named('Zoe Other')));
  const { app, page, userData } = await connected('ann-1');
  await lookUp(page, 'ann-2');
  await expect(person(page).heading).toHaveText('Ann Two');
  await page.setViewportSize({ width: 1000, height: 400 });
  await showTab(page, 'Raw');
  await expect(person(page).panel).toContainText('reportees');
  await page.mouse.move(600, 300);
  await page.mouse.wheel(0, 150);
  await expect.poll(() => scrolled(page)).toBe(150);
  await chooseInConnectionMenu(page, 'Add another…');
  await connect(page, { server: otherServer.origin, token: 'another-token', startFrom: 'zoe-1' });
  await expect(person(page).heading).toHaveText('Zoe Other');
  await frame(page).people.click();
  await expect(person(page).heading).toHaveText('People');

  await chooseInConnectionMenu(page, new URL(server.origin).host);
  await expect(person(page).heading).toHaveText('Ann Two');
  await expect(person(page).tab('Raw')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => scrolled(page)).toBe(150);
  await chooseInConnectionMenu(page, new URL(otherServer.origin).host);
  await expect(person(page).heading).toHaveText('People');
  await expect(page.getByRole('grid', { name: 'People' })).toContainText('Zoe Other');
  await kept(userData, '"scrollTop":150');
  await app.close();

  // Somebody who is no longer in the copy.
  const file = join(userData, 'places.json');
  const places = readFileSync(file, 'utf8');
  writeFileSync(file, places.replaceAll('ann-2', 'ann-9'));
  const again = await start({ userData });
  await expect(person(again.page).heading).toHaveText('People');
  await chooseInConnectionMenu(again.page, new URL(server.origin).host);
  await expect(person(again.page).heading).toHaveText('People');
  await expect(again.page.getByRole('grid', { name: 'People' })).toContainText('Ann Two');
  await again.app.close();

  // A file that was cut off.
  writeFileSync(file, places.slice(0, 40));
  const last = await start({ userData });
  await expect(person(last.page).heading).toHaveText('People');
  await expect(frame(last.page).connection).toContainText(new URL(server.origin).host);
});
