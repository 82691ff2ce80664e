/** Everybody below somebody in the table, and the headcount, from the keyboard. */
import { expect, type Page } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import { frame, person } from './on-screen.ts';
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

test('the headcount counts whom the filters leave, and filters when a line of it is pressed', async ({
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
  expect(await axeViolations(page, { runOnly: axeTags })).toEqual([]);

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
