/** The least room: 1,000 px, and half of that at 200 % zoom. What opens stays within the window; what is counted, is read whole. */
import type { Locator } from '@playwright/test';
import { expect } from './app.ts';
import { openDemo } from './demo-screens.ts';
import { named, someone, test } from './fault-people.ts';
import { firstRun, frame, person } from './on-screen.ts';

const zoomed = { width: 640, height: 400 };

/** What of an element lies outside the window, in pixels. */
async function outside(of: Locator): Promise<number> {
  return of.evaluate((element) => {
    const { top, left, bottom, right } = element.getBoundingClientRect();
    return Math.max(0, -top, -left, bottom - innerHeight, right - innerWidth);
  });
}

test.beforeEach(({ server }) => {
  const reportees = ['u-2', 'u-3', 'gone-1'];
  server.answer('u-1', someone('u-1', { ...named('Asha Rao'), username: 'a'.repeat(300), reportees }));
  server.answer('u-2', someone('u-2', { ...named('Bea-Wilhelmina Itonaga'), reportees: ['u-3', 'u-1'] }));
  server.answer('u-3', someone('u-3', { ...named('Cem Ak'), reportees: ['u-1'] }));
});

test('a menu is no higher than its side of the window: the rest of it scrolls', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await frame(page).people.click();
  const openers = [
    frame(page).connection,
    page.getByRole('button', { name: 'Columns', exact: true }),
    page.getByRole('button', { name: 'Settings and help' }),
  ];
  for (const opener of openers) {
    await opener.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu');
    const items = menu.locator('[role^=menuitem]:enabled');
    await expect(items.first()).toBeFocused();
    expect(await outside(menu)).toBe(0);
    // Nor lower than it has to be.
    if ((await items.count()) > 6) expect((await menu.boundingBox())?.height).toBeGreaterThan(160);
    for (const key of ['End', 'Home']) {
      await page.keyboard.press(key);
      const item = key === 'End' ? items.last() : items.first();
      await expect(item).toBeFocused();
      await expect(item).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  }
});

test('the numbers in the rail end where each other end, at 200 % as well', async ({ connected }) => {
  const { page } = await connected('u-1');
  const entries = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /\d$/ });
  await expect(entries).toHaveText([/^People\s*\d/, /^Problems\s*\d/]);
  for (const size of [{ width: 1000, height: 700 }, zoomed]) {
    await page.setViewportSize(size);
    const rooms = await entries.evaluateAll((all) =>
      all.map((entry) => {
        const range = document.createRange();
        range.selectNodeContents(entry.lastElementChild ?? entry);
        return Math.round(entry.getBoundingClientRect().right - range.getBoundingClientRect().right);
      }),
    );
    expect(rooms).toEqual([9, 9]);
  }
});

test('that somebody has further managers is read whole, however narrow the column', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize({ width: 1000, height: 700 });
  await frame(page).people.click();
  const cell = page
    .getByRole('row')
    .filter({ has: page.locator('[data-column=name]', { hasText: 'Cem Ak' }) })
    .locator('[data-column=manager]');
  await expect(cell).toHaveText(/ \+1$/);
  for (const column of ['role', 'team', 'manager']) {
    const room = await page
      .getByRole('columnheader', { name: new RegExp(column, 'i') })
      .evaluate((head) => head.getBoundingClientRect().width);
    expect(room, column).toBeGreaterThanOrEqual(88);
  }
  const isWithin = () =>
    cell.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element.lastChild ?? element);
      return range.getBoundingClientRect().right <= element.getBoundingClientRect().right;
    });
  await expect.poll(isWithin).toBe(true);
});

test('at 1,000 px a name of 19 letters is read whole, and 15 letters of an address', async ({ connected, server }) => {
  const [name, email] = ['Adélaïde Beauséjour', 'adelaide.beausejour@example.com'];
  server.answer('u-2', someone('u-2', { ...named(name), primaryEmail: email }));
  const { page } = await connected('u-1');
  await page.setViewportSize({ width: 1000, height: 700 });
  await frame(page).people.click();
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row.locator('[data-column=email]')).toHaveText(email);
  const nameShown = row.locator('[data-column=name]').getByText(name);
  expect(await nameShown.evaluate((words) => words.scrollWidth - words.clientWidth)).toBe(0);
  const ofAddress = await row.locator('[data-column=email]').evaluate((cell) => {
    const { paddingLeft, paddingRight, font } = getComputedStyle(cell);
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.font = font;
    const letters = pen.measureText('adelaide.beause…').width;
    return cell.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - letters;
  });
  expect(ofAddress).toBeGreaterThanOrEqual(0);
  const isWhole = await page
    .getByRole('grid', { name: 'People' })
    .evaluate((grid) => grid.scrollWidth <= grid.clientWidth);
  expect(isWhole).toBe(true);
});

test('a username of any length leaves the name and the status on screen', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(person(page).status).toBeInViewport({ ratio: 1 });
  const username = page.getByRole('main').locator('bdi').filter({ hasText: /^@a+$/ }).first();
  expect((await username.boundingBox())?.height).toBeLessThan(60);
  await expect(username).toHaveAttribute('title', `@${'a'.repeat(300)}`);
});

test('a message below the page is read whole at 200 %', async ({ connected, server }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await page.getByRole('button', { name: 'Understood' }).click();
  server.forget();
  server.accept('another-token');
  await person(page).refresh.click();
  const message = page.getByRole('alert').filter({ hasText: 'The token was refused' });
  await expect(message.getByRole('button')).toHaveCount(2);
  await expect(message).toBeInViewport({ ratio: 1 });
  const [first, second] = await Promise.all([0, 1].map((nth) => message.getByRole('button').nth(nth).boundingBox()));
  expect(second?.y).toBe(first?.y);
});

test('whatever scrolls has a thin bar, whose thumb stands out as the border of a field does', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await frame(page).people.click();
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Add people from a list…' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  const { bars, field } = await page.evaluate(() => ({
    bars: [...document.querySelectorAll('*')]
      .map((element) => getComputedStyle(element))
      .filter(({ overflowY, scrollbarWidth }) => /auto|scroll/.test(overflowY) && scrollbarWidth !== 'none')
      .map(({ scrollbarWidth, scrollbarColor }) => `${scrollbarWidth} ${scrollbarColor}`),
    field: getComputedStyle(document.querySelector('header [role=combobox]')?.parentElement ?? document.body)
      .borderTopColor,
  }));
  expect(bars.length).toBeGreaterThan(3);
  expect([...new Set(bars)]).toEqual([`thin ${field} rgba(0, 0, 0, 0)`]);
});

test('at 200 % one door of the first screen stands below the other', async ({ start }) => {
  const { page } = await start();
  await page.setViewportSize(zoomed);
  const demo = await firstRun(page).lookAround.boundingBox();
  const form = await page.getByRole('heading', { name: 'Connect your directory' }).boundingBox();
  if (demo === null || form === null) throw new Error('both doors are on the first screen');
  expect(form.y).toBeGreaterThan(demo.y + demo.height);
});

test('at 200 % the table’s filter shows eight letters of its text, whatever else is chosen', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await frame(page).people.click();
  const field = page.getByRole('textbox', { name: 'Filter by text' });
  await field.fill('wilhelmina');
  const room = () =>
    field.evaluate((input: HTMLInputElement) => {
      const { paddingLeft, paddingRight, font } = getComputedStyle(input);
      const pen = document.createElement('canvas').getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.font = font;
      const letters = pen.measureText('wilhelmi').width;
      return input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - letters;
    });
  expect(await room()).toBeGreaterThanOrEqual(0);
  await page.getByRole('button', { name: /^Status(?! check)/ }).click();
  await page.getByRole('menuitemradio', { name: /^Deleted/ }).click();
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeInViewport({ ratio: 1 });
  expect(await room()).toBeGreaterThanOrEqual(0);
  for (const status of ['Inactive', 'Deleted']) {
    await expect(page.getByRole('menu')).toBeHidden();
    await page.getByRole('button', { name: /^Status(?! check)/ }).click();
    await page.getByRole('menuitemradio', { name: new RegExp(`^${status}`) }).click();
    const chosen = page.getByRole('button', { name: new RegExp(`^Status ?${status}`) }).getByText(status);
    await expect(chosen).toBeInViewport({ ratio: 1 });
    expect(await chosen.evaluate((words) => words.scrollWidth - words.clientWidth)).toBe(0);
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeInViewport({ ratio: 1 });
    expect(await room()).toBeGreaterThanOrEqual(0);
  }
});

test('at 200 % a key brings what it opens into sight', async ({ connected }) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await page.getByRole('button', { name: 'Understood' }).click();
  /** How much of the panel is in the window, in pixels. */
  const seen = () =>
    person(page).panel.evaluate((panel) => {
      const { top, bottom } = panel.getBoundingClientRect();
      return Math.round(Math.min(bottom, innerHeight) - Math.max(0, top));
    });
  /** The tabs are in the window, and what they show is not: to give one the focus brings nothing up. */
  const toEdge = async () => {
    await page.locator('#content').evaluate((content) => {
      const tabs = content.querySelector('[role=tablist]')?.getBoundingClientRect();
      content.scrollTop += (tabs?.bottom ?? 0) - innerHeight + 2;
    });
    await expect(person(page).tab('Overview')).toBeInViewport({ ratio: 0.9 });
    expect(await seen()).toBeLessThan(60);
  };
  await person(page).heading.focus();
  for (const [key, name] of [
    ['3', 'Reports'],
    ['5', 'Raw'],
    ['Home', 'Overview'],
    ['ArrowRight', 'E-mails'],
  ] as const) {
    await toEdge();
    await page.keyboard.press(key);
    await expect(person(page).tab(name)).toBeFocused();
    await expect.poll(seen, name).toBeGreaterThan(100);
    await expect(person(page).tab(name)).toBeInViewport({ ratio: 1 });
  }
});

test('at 200 % another tab leaves the page where it is scrolled to, and another page begins at its top', async ({
  connected,
}) => {
  const { page } = await connected('u-1');
  await page.setViewportSize(zoomed);
  await page.getByRole('button', { name: 'Understood' }).click();
  const content = page.locator('#content');
  const scrolled = () => content.evaluate((element) => element.scrollTop);
  await expect(person(page).panel).toContainText('3 direct');
  // Said above the tabs once both who list this person are fetched.
  await expect(person(page).chain).toContainText('Second manager');
  // The tabs are right below the bar: what each of them shows is as long as the window.
  await content.evaluate((element) => {
    const tabs = element.querySelector('[role=tablist]')?.getBoundingClientRect();
    element.scrollTop += (tabs?.top ?? 0) - element.getBoundingClientRect().top;
  });
  const before = await scrolled();
  expect(before).toBeGreaterThan(100);
  await person(page).tab('Reports').click();
  await expect(person(page).reports).toHaveCount(3);
  expect(await scrolled()).toBe(before);
  for (const [keys, name] of [
    ['ControlOrMeta+1', 'People'],
    ['ControlOrMeta+2', 'Organisation'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('heading', { level: 1, name })).toBeInViewport({ ratio: 1 });
    expect(await scrolled()).toBe(0);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(person(page).status).toBeAttached();
    await expect.poll(scrolled).toBe(before);
  }
});

test('of tabs that do not all fit, the one that is shown is seen whole', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1'));
  const { page } = await connected('u-1');
  await page.setViewportSize({ width: 560, height: 400 });
  const isWhole = (name: 'Overview' | 'Raw') =>
    person(page)
      .tab(name)
      .evaluate((tab) => {
        const [inner, outer] = [tab, tab.parentElement].map((one) => one?.getBoundingClientRect());
        return inner !== undefined && outer !== undefined && inner.left >= outer.left && inner.right <= outer.right;
      });
  await person(page).heading.focus();
  await page.keyboard.press('5');
  await expect(person(page).tab('Raw')).toHaveAttribute('aria-selected', 'true');
  expect(await isWhole('Raw')).toBe(true);
  await page.keyboard.press('Home');
  await expect(person(page).tab('Overview')).toHaveAttribute('aria-selected', 'true');
  expect(await isWhole('Overview')).toBe(true);
});

test('what a problem is known from is read whole, at 200 % as well', async ({ start }) => {
  const { page } = await start();
  await openDemo(page);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Problems/ })
    .click();
  const list = page.getByRole('region', { name: 'Managers in a circle' });
  for (const size of [{ width: 1000, height: 700 }, zoomed]) {
    await page.setViewportSize(size);
    await expect(list.getByRole('listitem').first()).toContainText(' → ');
    const cut = () =>
      page
        .locator('[data-kind] li > span')
        .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
    await expect.poll(cut).toBe(0);
    // Each row begins where the one above it ends.
    const rows = await list.getByRole('listitem').evaluateAll((all) =>
      all.slice(0, 4).map((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return { top: Math.round(top), bottom: Math.round(bottom) };
      }),
    );
    expect(rows.slice(1).map(({ top }) => top)).toEqual(rows.slice(0, -1).map(({ bottom }) => bottom));
  }
});
