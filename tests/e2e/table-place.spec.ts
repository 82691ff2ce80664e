/** Where things of the table stand: the rows begin high, filters take one line in which nothing moves, and notices cover no row. */
import { expect, type Locator, type Page } from '@playwright/test';
import { frame } from './on-screen.ts';
import { test } from './whole-demo.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'People' });
const row = (page: Page, place: number) => grid(page).locator(`[data-place="${place}"]`);

async function boxOf(one: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await one.boundingBox();
  if (box === null) throw new Error('it is not drawn');
  return box;
}

async function showPeople(page: Page): Promise<void> {
  await frame(page).people.click();
  await expect(page.getByRole('status').filter({ hasText: '1,200 shown' })).toBeVisible();
  await expect(row(page, 0)).toContainText('Aafke');
}

/** How many rows are seen whole: below the headings and above what the table ends with. */
const wholeRows = (page: Page) =>
  grid(page).evaluate((table) => {
    const { top } = table.getBoundingClientRect();
    const from = Math.max(
      ...[...table.querySelectorAll('[role=columnheader]')].map((one) => one.getBoundingClientRect().bottom),
    );
    const to = Math.min(top + table.clientTop + table.clientHeight, innerHeight);
    return [...table.querySelectorAll('[data-place]')].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.top >= from - 1 && box.bottom <= to + 1;
    }).length;
  });

test('the first row starts above 260 px at 1,000 × 700; four rows are seen at 200 % of 1,280 × 800', async ({
  demo: { page },
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await showPeople(page);
  expect((await boxOf(row(page, 0))).y).toBeLessThan(260);
  // What is left of the window, in pixels of the page, once these are twice as large.
  await page.setViewportSize({ width: 640, height: 400 });
  await expect.poll(() => wholeRows(page)).toBeGreaterThanOrEqual(4);
});

for (const [width, height] of [
  [1600, 1000],
  [1280, 800],
  [1000, 700],
  [640, 400],
] as const) {
  test(`filtering moves neither the filters nor the table, in a window of ${width} by ${height}`, async ({
    demo: { page },
  }) => {
    await page.setViewportSize({ width, height });
    await showPeople(page);
    const text = page.getByRole('textbox', { name: 'Filter by text' });
    const role = page.getByRole('button', { name: /^Role/ });
    const team = page.getByRole('button', { name: /^Team/ });
    const all = page.getByRole('group', { name: 'Show' }).getByRole('button');
    const status = page.getByRole('button', { name: /^Status(?! check)/ });
    const standing = [text, role, team, width > 1000 ? all.nth(1) : status, grid(page)];
    const places = () => Promise.all(standing.map(boxOf));
    const before = await places();
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeHidden();
    await text.pressSequentially('zo');
    await expect(page.getByRole('status').filter({ hasText: / of 1,200 shown/ })).toBeVisible();
    const clear = page.getByRole('button', { name: 'Clear filters' });
    await expect(clear).toBeVisible();
    expect(await places()).toEqual(before);
    // One line: all of it at the height of the field, and within the page.
    for (const one of [...standing.slice(0, 4), clear]) {
      const { y, height: tall, x, width: wide } = await boxOf(one);
      expect(Math.abs(y + tall / 2 - (before[0]?.y ?? 0) - (before[0]?.height ?? 0) / 2)).toBeLessThan(2);
      expect(x + wide).toBeLessThanOrEqual(width);
    }
    await clear.click();
    await expect(text).toBeFocused();
    await expect(clear).toBeHidden();
    expect(await places()).toEqual(before);
  });
}

test('statuses are buttons where all of them have room, and a menu where they have not', async ({ demo: { page } }) => {
  await page.setViewportSize({ width: 1600, height: 700 });
  await showPeople(page);
  const buttons = page.getByRole('group', { name: 'Show' });
  const menu = page.getByRole('button', { name: /^Status(?! check)/ });
  const clear = page.getByRole('button', { name: 'Clear filters', includeHidden: true });
  for (const [width, shown] of [
    [1600, buttons],
    [1280, buttons],
    [1220, menu],
    [1000, menu],
    [1220, menu],
    [1280, buttons],
  ] as const) {
    await page.setViewportSize({ width, height: 700 });
    await expect(shown).toBeVisible();
    await expect(shown === menu ? buttons : menu).toBeHidden();
    const last = shown === menu ? menu : buttons.getByRole('button').last();
    const [{ x, width: wide }, end] = await Promise.all([
      boxOf(last),
      clear.evaluate((one) => one.getBoundingClientRect().x),
    ]);
    expect(x + wide, `in a window of ${width}`).toBeLessThanOrEqual(end);
  }
});

for (const [width, height] of [
  [1000, 700],
  [640, 400],
] as const) {
  test(`a notice covers no row, in a window of ${width} by ${height}`, async ({ demo: { page } }) => {
    await page.setViewportSize({ width, height });
    await showPeople(page);
    await grid(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ControlOrMeta+c');
    const notice = await boxOf(page.getByText('Copied 1 person'));
    const table = await boxOf(grid(page));
    expect(notice.y + notice.height).toBeLessThanOrEqual(table.y);
    // Nor the button of a dialog that is opened meanwhile.
    await page.keyboard.press('ControlOrMeta+c');
    await page.keyboard.press('?');
    const close = await boxOf(page.getByRole('dialog').getByRole('button', { name: 'Close' }));
    const over = await boxOf(page.getByText('Copied 1 person'));
    const isBeside = over.y >= close.y + close.height || over.x + over.width <= close.x;
    expect(isBeside).toBe(true);
  });
}

test('what can be done with those selected has its place at 200 % zoom, too', async ({ demo: { page } }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await showPeople(page);
  await grid(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('status').filter({ hasText: '1,200 selected' })).toBeVisible();
  const main = page.getByRole('main');
  const buttons = ['Copy', 'Copy addresses', 'Export…', 'Clear', 'Columns'];
  const boxes = await Promise.all(buttons.map((name) => boxOf(main.getByRole('button', { name, exact: true }))));
  for (const [nth, { x, width, height }] of boxes.entries()) {
    expect(x + width, buttons[nth]).toBeLessThanOrEqual(boxes[nth + 1]?.x ?? 640);
    expect(height, buttons[nth]).toBeLessThanOrEqual(34);
  }
});
