/** The columns of the table: how wide they are made and stay, and the manager in a row, who is a link. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { named, someone, test } from './fault-people.ts';
import { firstRun, frame, person } from './on-screen.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'People' });
const heading = (page: Page, name: string) => grid(page).getByRole('columnheader', { name });
const live = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** Where each heading begins and ends, in whole pixels. */
const edges = (page: Page) =>
  grid(page)
    .getByRole('columnheader')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));

/** The cells of a row stand below their headings. */
async function isInLine(page: Page): Promise<void> {
  const cells = await grid(page)
    .locator('[data-place="0"] [role=gridcell]')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
  expect(cells).toEqual(await edges(page));
}

/** Drags the edge of a column sideways. */
async function drag(page: Page, column: string, by: number): Promise<void> {
  const box = await heading(page, column).boundingBox();
  if (box === null) throw new Error('the heading is not drawn');
  const [x, y] = [box.x + box.width, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
  await page.mouse.up();
}

const widthOf = async (page: Page, column: string) =>
  Math.round((await heading(page, column).boundingBox())?.width ?? 0);

/** A directory that was open before opens by itself. */
async function showPeople(page: Page, { isFirst = true } = {}): Promise<void> {
  if (isFirst) await firstRun(page).lookAround.click();
  await frame(page).people.click();
  // The sync fetches everybody first.
  await expect(live(page, '1,200 shown')).toBeVisible({ timeout: 30_000 });
  await expect(grid(page).locator('[data-place="0"]')).toContainText('Aafke');
}

test('a column is as wide as its edge is dragged, also after a restart, until the default ones are chosen', async ({
  start,
}) => {
  const { page, app, userData } = await start();
  await page.setViewportSize({ width: 1280, height: 800 });
  await showPeople(page);
  const before = await edges(page);
  await drag(page, 'Status', 60);
  const after = await edges(page);
  expect(after.slice(0, 3)).toEqual([before[0], before[1], (before[2] ?? 0) + 60]);
  await isInLine(page);
  // A drag sorts nothing.
  await expect(heading(page, 'Status')).toHaveAttribute('aria-sort', 'none');

  // Wider than its place it scrolls sideways, headings and rows together; narrower than a word it does not become.
  await drag(page, 'Name', 500);
  await isInLine(page);
  await grid(page).evaluate((table) => table.scrollTo(90, 0));
  await isInLine(page);
  await grid(page).evaluate((table) => table.scrollTo(0, 0));
  await drag(page, 'Status', -700);
  expect(await widthOf(page, 'Status')).toBe(64);
  const name = await widthOf(page, 'Name');
  const file = join(userData, 'settings.json');
  const kept = () => {
    if (!existsSync(file)) return null;
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return (settings as { columnWidths?: unknown }).columnWidths;
  };
  await expect.poll(kept).toMatchObject({ name, status: 64 });
  await app.close();

  const again = await start({ userData });
  await again.page.setViewportSize({ width: 1280, height: 800 });
  await showPeople(again.page, { isFirst: false });
  // The widths that are kept come after the rows.
  const widths = async () => [await widthOf(again.page, 'Name'), await widthOf(again.page, 'Status')];
  await expect.poll(widths).toEqual([name, 64]);
  await again.page.getByRole('button', { name: 'Columns' }).click();
  await again.page.getByRole('menuitem', { name: 'Default columns' }).click();
  await again.page.keyboard.press('Escape');
  expect(await edges(again.page)).toEqual(before);
});

test('in a window of another width a dragged column keeps its pixels, and the others their shares, also after a restart', async ({
  start,
}) => {
  const { page, app, userData } = await start();
  await page.setViewportSize({ width: 1100, height: 700 });
  await showPeople(page);
  await drag(page, 'Status', 40);
  await drag(page, 'Team', 30);
  await grid(page).focus();
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
  const shown = async (seen: Page) => ({
    kept: [await widthOf(seen, 'Status'), await widthOf(seen, 'Team')],
    others: [
      await widthOf(seen, 'Name'),
      await widthOf(seen, 'Role'),
      await widthOf(seen, 'Manager'),
      await widthOf(seen, 'E-mail'),
    ],
  });
  const narrow = await shown(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  const wide = await shown(page);
  expect(wide.kept).toEqual(narrow.kept);
  const grown = wide.others.map((width, nth) => width / (narrow.others[nth] ?? 0));
  expect(Math.min(...grown)).toBeGreaterThan(1.5);
  expect(Math.max(...grown) - Math.min(...grown)).toBeLessThan(0.05);
  await app.close();

  const again = await start({ userData });
  await again.page.setViewportSize({ width: 1600, height: 900 });
  await showPeople(again.page, { isFirst: false });
  await expect.poll(() => shown(again.page)).toEqual(wide);
});

test('a column is fitted to what is in it by a double click, and made wider and narrower by keys that say the width', async ({
  start,
}) => {
  const { page } = await start();
  await page.setViewportSize({ width: 1000, height: 700 });
  await showPeople(page);
  const cut = () =>
    grid(page)
      .locator('[data-place] [data-column=email]')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  expect(await cut()).toBeGreaterThan(0);
  const box = await heading(page, 'E-mail').boundingBox();
  await page.mouse.dblclick((box?.x ?? 0) + (box?.width ?? 0) - 3, (box?.y ?? 0) + 18);
  await expect(live(page, /^E-mail: \d+ pixels wide$/)).toHaveCount(1);
  expect(await cut()).toBe(0);
  await expect(heading(page, 'E-mail')).toHaveAttribute('aria-sort', 'none');

  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const status = await widthOf(page, 'Status');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  expect(await widthOf(page, 'Status')).toBe(status + 32);
  await expect(live(page, `Status: ${status + 32} pixels wide`)).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await widthOf(page, 'Status')).toBe(status + 16);
  await page.keyboard.press('Shift+Enter');
  await expect(live(page, `Status: ${await widthOf(page, 'Status')} pixels wide`)).toHaveCount(1);
  await isInLine(page);
});

test('a row’s manager is a link to their page, by mouse and by key, and nobody’s is none', async ({
  server,
  connected,
}) => {
  const flags = { isActive: true, isDeleted: false };
  server.answer('boss-5', someone('boss-5', { ...named('Zoe Boss'), ...flags, reportees: ['ann-1', 'bob-2'] }));
  server.answer('ann-1', someone('ann-1', { ...named('Ann One'), ...flags, reportees: [] }));
  server.answer('bob-2', someone('bob-2', { ...named('Bob Two'), ...flags, reportees: ['ann-1'] }));
  const { page } = await connected('boss-5');
  await expect(person(page).panel).toContainText('2 direct · 2 in all');
  await frame(page).people.click();
  const managers = grid(page).locator('[data-place] [data-column=manager]');
  await expect(managers).toHaveText([/^(Zoe Boss|Bob Two) \+1$/, 'Zoe Boss', '']);
  await expect(managers.nth(2).getByRole('link')).toHaveCount(0);
  const ofBob = managers.nth(1).getByRole('link', { name: 'Zoe Boss' });
  await expect(ofBob).toHaveAttribute('href', '#/user/boss-5');

  // As with the name: the middle button opens no window, Ctrl selects the row.
  await ofBob.click({ button: 'middle' });
  await expect(grid(page)).toBeVisible();
  await ofBob.click({ modifiers: ['ControlOrMeta'] });
  await expect(live(page, '1 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await ofBob.click();
  await expect(person(page).heading).toHaveText('Zoe Boss');
  await frame(page).back.click();

  // One stop of Tab, however many links.
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(person(page).heading).toHaveText('Zoe Boss');
  await frame(page).back.click();
  await grid(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(live(page, 'No manager found')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(grid(page).getByRole('link').and(page.locator(':focus'))).toHaveCount(0);
});

test('at 1,000 px a name of up to 15 letters is read whole', async ({ start }) => {
  const { page } = await start();
  await page.setViewportSize({ width: 1000, height: 700 });
  await showPeople(page);
  const names = await grid(page)
    .locator('[data-column=name] a bdi')
    .evaluateAll((all) => all.map((one) => ({ text: one.textContent, isCut: one.scrollWidth > one.clientWidth })));
  const short = names.filter(({ text }) => text.length <= 15);
  expect(short.length).toBeGreaterThan(3);
  expect(short.filter(({ isCut }) => isCut)).toEqual([]);
});

test('time zones and local times are columns that can be chosen; a local time goes on by the minute, and nothing moves', async ({
  server,
  connected,
}) => {
  const flags = { isActive: true, isDeleted: false };
  const gone = { isActive: false, isDeleted: true, deletedAt: 1_700_000_000_000 };
  const reportees = ['ann-1', 'bob-2', 'cem-3'];
  server.answer('boss-5', someone('boss-5', { ...named('Zoe Boss'), ...flags, timezone: '+0530', reportees }));
  server.answer('ann-1', someone('ann-1', { ...named('Ann One'), ...flags, timezone: 'Asia/Tokyo', reportees: [] }));
  server.answer('bob-2', someone('bob-2', { ...named('Bob Two'), ...gone, timezone: '+0530', reportees: [] }));
  server.answer('cem-3', someone('cem-3', { ...named('Cem Three'), ...flags, timezone: '', reportees: [] }));
  const { page } = await connected('boss-5');
  await expect(person(page).panel).toContainText('3 direct · 3 in all');
  await page.clock.install();
  await page.reload();
  await frame(page).people.click();
  const rows = grid(page).locator('[data-place]');
  await expect(rows).toHaveCount(4);
  await expect(heading(page, 'Local time')).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  for (const name of ['Time zone', 'Local time']) await page.getByRole('menuitemcheckbox', { name }).click();
  await page.keyboard.press('Escape');

  const cells = (column: string) => rows.locator(`[data-column=${column}]`);
  await expect(cells('timeZone')).toHaveText(['Asia/Tokyo', '+05:30', '', '+05:30']);
  const told = async () => (await cells('localTime').allTextContents()).map((text) => text.slice(0, 5));
  /** Whether the clocks so many minutes east of UTC are told (null: none), which turn over up to 15 seconds late. */
  const areTold = async (...east: (number | null)[]) => {
    const now = await page.evaluate(() => Date.now());
    const clock = (minutes: number, lateMs: number) =>
      new Date(now - lateMs + minutes * 60_000).toISOString().slice(11, 16);
    const shown = await told();
    return east.every((minutes, nth) =>
      minutes === null ? shown[nth] === '' : [0, 15_000].some((late) => shown[nth] === clock(minutes, late)),
    );
  };
  await expect.poll(() => areTold(540, null, null, 330)).toBe(true);
  await expect(cells('localTime').nth(0)).toHaveText(
    /^\d\d:\d\d, (same time as here|\d.* (ahead|behind)(, (tomorrow|yesterday))?)$/,
  );
  await expect(cells('localTime').nth(3).locator('span')).toHaveAttribute(
    'title',
    /\+05:30 is a fixed offset: it has no daylight saving/,
  );

  const places = () => rows.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await places();
  const was = await told();
  await page.clock.fastForward('02:00');
  await expect.poll(told).not.toEqual(was);
  await expect.poll(() => areTold(540, null, null, 330)).toBe(true);
  expect(await places()).toEqual(before);
  expect(await edges(page)).toHaveLength(9);

  await heading(page, 'Local time').click();
  await expect(heading(page, 'Local time')).toHaveAttribute('aria-sort', 'ascending');
  await expect(cells('name')).toContainText(['Zoe Boss', 'Ann One', 'Bob Two', 'Cem Three']);
  await heading(page, 'Time zone').click();
  await expect(cells('name')).toContainText(['Bob Two', 'Zoe Boss', 'Ann One', 'Cem Three']);
});
