/** Everything by keyboard alone: what has the focus shows it, nothing holds it, and it comes back to where it was. */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { noSuchUser, someone, test, token } from './fault-people.ts';
import { frame, person, search } from './on-screen.ts';

/** The accessible name, more or less, of what has the focus; with `HIDDEN` before it where that cannot be seen. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'nothing';
    const name =
      at.getAttribute('aria-label') ??
      (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0]?.textContent : null) ??
      at.textContent ??
      '';
    const shows = (element: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    // A field may leave it to what is around it.
    const around = [at, at.parentElement, at.parentElement?.parentElement].filter((one) => one instanceof Element);
    const box = at.getBoundingClientRect();
    const isSeen = around.some(shows) && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return `${isSeen ? '' : 'HIDDEN '}${name.replace(/\s+/g, ' ').trim()}`;
  });
}

/** Presses Tab until what has the focus is so named. Fails where it comes round without having met it. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    met.push(at);
    expect(at).not.toContain('HIDDEN');
    if (typeof name === 'string' ? at === name : name.test(at)) return;
  }
  throw new Error(`${name} was not met among: ${met.join(' | ')}`);
}

const people = { reportees: ['u-2', 'u-3'], phones: ['+91 98450 12345'] };

test('from the first screen to a report’s page and back, without a mouse', async ({ server, start }) => {
  server.answer('u-1', someone('u-1', people));
  server.answer('u-2', someone('u-2', { displayName: 'Bea Ito', username: 'bea', reportees: ['u-3'] }));
  server.answer('u-3', someone('u-3', { displayName: 'Cem Ak', username: 'cem' }));
  const { page } = await start();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await tabTo(page, 'Look around the demo directory');
  await tabTo(page, /^Server/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(server.origin);
  await tabTo(page, /^Access token/);
  await page.keyboard.type(token);
  await tabTo(page, /^Start from/);
  await page.keyboard.type('u-1');
  await tabTo(page, 'Connect');
  await page.keyboard.press('Enter');

  // A page that opens takes the focus to its heading, and shows it.
  await expect(person(page).heading).toHaveText('Asha Rao');
  await expect(person(page).heading).toBeFocused();
  await tabTo(page, 'Overview');
  for (const name of ['E-mails', 'Reports', 'Status history', 'Raw'] as const) {
    await page.keyboard.press('ArrowRight');
    await expect(person(page).tab(name)).toBeFocused();
    await expect(person(page).tab(name)).toHaveAttribute('aria-selected', 'true');
    expect(await focused(page)).not.toContain('HIDDEN');
  }
  await page.keyboard.press('Home');
  await expect(person(page).tab('Overview')).toBeFocused();
  await expect(person(page).tab('Overview')).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, 'Copy the e-mail');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'opied' })).toBeVisible();

  await tabTo(page, 'Overview', 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(person(page).reports).toHaveCount(2);
  await tabTo(page, /Bea Ito/);
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Bea Ito');
  await expect(person(page).heading).toBeFocused();

  await page.keyboard.press('Alt+ArrowLeft');
  await expect(person(page).heading).toHaveText('Asha Rao');
  // Back on the row that one came from.
  await expect(person(page).reports.getByRole('link', { name: /Bea Ito/ })).toBeFocused();
  expect(await focused(page)).not.toContain('HIDDEN');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(person(page).heading).toHaveText('Bea Ito');

  await expect(person(page).heading).toBeFocused();
  // The chain is a row of links.
  await tabTo(page, /Asha Rao/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Asha Rao');
});

test('the search opens from anywhere, is left with Escape, and gives the focus back', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1', people));
  server.answer('u-2', someone('u-2', { displayName: 'Bea Ito', username: 'bea' }));
  const { page } = await connected('u-1');
  await tabTo(page, 'Refresh');
  await page.keyboard.press('ControlOrMeta+k');
  const { field, options } = search(page);
  await expect(field).toBeFocused();
  await page.keyboard.type('bea');
  await expect(options.first()).toContainText('Bea Ito');
  expect(await focused(page)).not.toContain('HIDDEN');
  await page.keyboard.press('Tab');
  await expect(options.first()).toContainText('Open');
  await page.keyboard.press('Escape');
  await expect(options.first()).toContainText('Bea Ito');
  await page.keyboard.press('Escape');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(person(page).refresh).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('bea');
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Bea Ito');
  await expect(person(page).heading).toBeFocused();
});

test('dialogs hold the focus while they are open, close with Escape, and give it back', async ({ connected }) => {
  const { page } = await connected('u-1');
  // What the menu offers of a sync changes with its end.
  await expect(person(page).heading).toBeFocused();
  await expect(frame(page).state).toContainText('Updates automatically');
  const dialog = page.getByRole('dialog');
  const inMenu = () =>
    expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=menu]') !== null)).toBe(true);
  const from = async (opener: () => Promise<void>, item: string) => {
    await opener();
    const wanted = page.getByRole('menuitem', { name: item });
    await expect(wanted).toBeVisible();
    await inMenu();
    // The menu as a whole has the focus at first, and is called after all that is in it.
    const isThere = () => wanted.evaluate((one) => one === document.activeElement);
    for (let presses = 0; presses < 20 && !(await isThere()); presses += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    for (let presses = 0; presses < 8; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).not.toContain('HIDDEN');
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  const { connection } = frame(page);
  const openConnection = async () => {
    await connection.focus();
    await page.keyboard.press('Enter');
  };
  for (const item of ['Rename…', 'Give another token…', 'Disconnect…']) {
    await from(openConnection, item);
    await expect(connection, item).toBeFocused();
  }
  const settings = page.getByRole('button', { name: 'Settings and help' });
  await from(async () => {
    await settings.focus();
    await page.keyboard.press('Enter');
  }, 'About Rolodesk…');
  await expect(settings).toBeFocused();

  // A menu is left with Escape too.
  await page.getByRole('button', { name: 'Theme' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible();
  await inMenu();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Theme' })).toBeFocused();
});

test('Tab goes through everything and round again, from the skip link on', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1', people));
  server.answer('u-404', noSuchUser);
  const { page } = await connected('u-1');
  const round = async (): Promise<string[]> => {
    const met: string[] = [];
    const first = 'Skip to the content';
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      if (at === first && met.includes(first)) return met;
      if (at === first || met.includes(first)) met.push(at);
      expect(at).not.toContain('HIDDEN');
    }
    throw new Error(`Tab never came round: ${met.join(' | ')}`);
  };
  const onPerson = await round();
  for (const name of ['Skip to the content', 'Search people', 'Refresh', 'Overview', 'Copy the e-mail']) {
    expect(onPerson).toContain(name);
  }

  await frame(page).people.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
  // Statuses are there to be chosen once it is known how many people have each.
  await expect(page.getByRole('button', { name: /^All/ }).first()).toBeVisible();
  expect((await round()).some((name) => name.startsWith('All'))).toBe(true);

  await page.getByRole('button', { name: 'Skip to the content' }).focus();
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});
