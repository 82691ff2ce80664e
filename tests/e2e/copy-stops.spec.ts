/** The copy buttons of a card are one stop of Tab; the arrow keys go from one to the next, and each has its name. */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { someone, test } from './fault-people.ts';
import { person, showTab } from './on-screen.ts';

const copies = (page: Page) =>
  person(page)
    .panel.getByRole('toolbar', { name: 'Copy' })
    .getByRole('button', { name: /^Copy / });
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

/** What Tab comes to from here until it is back at the page's beginning. */
async function tabbed(page: Page): Promise<string[]> {
  const met: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (name === 'Skip to the content') break;
    met.push(name);
  }
  return met;
}

const emails = ['asha@acme.example', 'rao@acme.example'].map((email) => ({ email, type: 'WORK', isVerified: true }));

test('of the overview and of the addresses', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1', { reportees: [], phones: ['+91 98450 12345'], emails }));
  const { page } = await connected('u-1');
  await expect(copies(page).first()).toBeVisible();
  const names = await copies(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  expect(names.length).toBeGreaterThan(4);

  await person(page).tab('Overview').focus();
  const met = await tabbed(page);
  expect(met.filter((name) => name.startsWith('Copy '))).toEqual([names[0]]);

  await copies(page).first().focus();
  for (const name of names.slice(1)) {
    await page.keyboard.press('ArrowDown');
    expect(await focusedName(page)).toBe(name);
  }
  await page.keyboard.press('ArrowDown');
  expect(await focusedName(page)).toBe(names.at(-1));
  await page.keyboard.press('ArrowLeft');
  expect(await focusedName(page)).toBe(names.at(-2));
  // Tab comes back to the one that was left.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focusedName(page)).toBe(names.at(-2));
  await page.keyboard.press('Home');
  expect(await focusedName(page)).toBe(names[0]);
  await page.keyboard.press('End');
  expect(await focusedName(page)).toBe(names.at(-1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();

  await showTab(page, 'E-mails');
  await expect(copies(page).first()).toBeVisible();
  await person(page).tab('E-mails').focus();
  const addresses = await copies(page).count();
  expect(addresses).toBeGreaterThan(1);
  const stops = await tabbed(page);
  expect(stops.filter((name) => name.startsWith('Copy '))).toHaveLength(1);
});
