/** Everybody below somebody in the table, and the headcount, from the keyboard. */
import { expect, type Page } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import { frame, person, showTab } from './on-screen.ts';
import { test } from './whole-demo.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'People' });
const live = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const chip = (page: Page, name: string) => page.getByRole('button', { name: `Remove the filter: Below ${name}` });

/** How many the table shows, as it says so. */
const shown = async (page: Page): Promise<number> => {
  const words = await live(page, /of 1,200 shown/).textContent();
  return Number(/^([\d,]+) of/.exec(words ?? '')?.[1]?.replaceAll(',', ''));
};

test('everybody below somebody is chosen by keyboard, kept with the page, and taken away by its chip', async ({
  demo: { page },
}) => {
  const name = (await person(page).heading.textContent()) ?? '';
  await frame(page).people.click();
  await expect(live(page, '1,200 shown')).toBeVisible();

  await page.getByRole('button', { name: 'Below…' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Person to look below' });
  await expect(field).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(chip(page, name)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Below…' })).toBeFocused();
  await expect(live(page, /of 1,200 shown/)).toBeVisible();
  const all = await shown(page);

  // How far down is changed while the choice is open.
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Everybody below' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Direct reports only' })).toBeChecked();
  await expect.poll(() => shown(page)).toBeLessThan(all);
  const direct = await shown(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Directly below')).toBeVisible();

  // Every one of them names the person as manager, and one comes back to them.
  await expect(table(page).locator('[data-column=manager] a').first()).toHaveText(name);
  await table(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(person(page).status).toBeVisible();
  await frame(page).back.click();
  await expect(chip(page, name)).toBeVisible();
  expect(await shown(page)).toBe(direct);
  await page.reload();
  await expect(chip(page, name)).toBeVisible();
  await expect.poll(() => shown(page)).toBe(direct);

  await chip(page, name).focus();
  await page.keyboard.press('Enter');
  await expect(live(page, '1,200 shown')).toBeVisible();
  await expect(chip(page, name)).toHaveCount(0);
});

test('the headcount counts the people that the filters leave, and filters when a line of it is pressed', async ({
  demo: { page },
}) => {
  await frame(page).people.click();
  await expect(live(page, '1,200 shown')).toBeVisible();
  await page.getByRole('button', { name: 'Headcount' }).focus();
  await page.keyboard.press('Enter');
  const headcount = page.getByRole('dialog', { name: 'Headcount' });
  const lines = headcount.getByRole('row').getByRole('button');
  await expect(headcount.getByText('Of 1,200 people')).toBeVisible();
  const numbers = async () =>
    (await headcount.getByRole('cell').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  expect((await numbers()).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1200);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await axeViolations(page, { runOnly: axeTags }), colorScheme).toEqual([]);
  }

  await headcount.getByRole('button', { name: 'Country code' }).press('Enter');
  await expect(lines.filter({ hasText: /^\+/ }).first()).toBeVisible();
  const counts = await numbers();
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1200);
  await lines.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lines.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => shown(page)).toBe(counts[1] ?? 0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Headcount' })).toBeFocused();
  await page.getByRole('button', { name: /^Remove the filter: (Numbers|No country)/ }).press('Enter');
  await expect(live(page, '1,200 shown')).toBeVisible();
});

test('a person’s reports lead to everybody below in People, whose addresses are copied and written to', async ({
  demo: { page, app },
}) => {
  // Nothing of this computer's own clipboard or mail is touched.
  await app.evaluate(({ clipboard, shell }) => {
    const seen = globalThis as { copied?: string; opened?: string };
    clipboard.writeText = async (text) => {
      seen.copied = text;
    };
    shell.openExternal = async (url) => {
      seen.opened = url;
    };
  });
  const seen = (what: 'copied' | 'opened') =>
    app.evaluate((_, name) => (globalThis as { copied?: string; opened?: string })[name] ?? '', what);
  await showTab(page, 'Reports');
  const name = (await person(page).heading.textContent()) ?? '';
  await person(page).panel.getByRole('button', { name: 'Copy addresses' }).press('Enter');
  await expect(page.getByText(/^Copied [\d,]+ address/)).toBeVisible();
  const recipients = (await seen('copied')).split(', ');
  for (const one of recipients) expect(one).toMatch(/<[^@\s]+@[^@\s]+>$/);

  const everybody = person(page).panel.getByRole('button', { name: /^All [\d,]+ in People$/ });
  const all = Number(/[\d,]+/.exec((await everybody.textContent()) ?? '')?.[0]?.replaceAll(',', ''));
  const direct = person(page).panel.getByRole('button', { name: /direct in People$/ });
  const few = Number(/[\d,]+/.exec((await direct.textContent()) ?? '')?.[0]);
  await everybody.press('Enter');
  await expect(chip(page, name)).toBeVisible();
  await expect.poll(() => shown(page)).toBe(all);

  // Too many for a mail: they are copied, and that is said.
  const menu = page.getByRole('button', { name: 'Addresses', exact: true });
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Write to all' }).press('Enter');
  await expect(page.getByText(/at most 50 addresses: paste them there$/)).toBeVisible();
  expect(await seen('opened')).toBe('');

  await frame(page).back.click();
  await expect(person(page).tab('Reports')).toHaveAttribute('aria-selected', 'true');
  await direct.press('Enter');
  await expect.poll(() => shown(page)).toBe(few);
  await menu.press('Enter');
  await page.getByRole('menuitemradio', { name: /^Semicolons/ }).press('Enter');
  await page.getByRole('button', { name: 'Copy addresses' }).press('Enter');
  await expect.poll(async () => (await seen('copied')).split('; ').length).toBe(recipients.length);
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Write to all' }).press('Enter');
  await expect.poll(() => seen('opened')).toMatch(/^mailto:\?bcc=[^?&\s]+$/);
  expect((await seen('opened')).split(',')).toHaveLength(recipients.length);
  expect(await axeViolations(page, { runOnly: axeTags })).toEqual([]);
  await menu.press('Enter');
  await page.getByRole('menuitemradio', { name: /^Commas/ }).press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
});
