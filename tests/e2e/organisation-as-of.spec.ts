/** The organisation as it was on a day: of a server that said something else ten days ago, by its own clock. */
import type { Page } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import type { Fault } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { named, someone, test } from './fault-people.ts';
import { lookUp, person } from './on-screen.ts';
import { activeRow, organisation } from './organisation-screen.ts';

const day = 86_400_000;
const now = Date.now();
const ago = (days: number) => new Date(now - days * day);
/** Somebody, as the server said by its own clock so many days ago. */
function said(days: number, id: string, name: string, reportees: string[], more: Record<string, unknown> = {}): Fault {
  const answer = someone(id, { ...named(name), reportees, ...more });
  if (answer.does !== 'reply') throw new Error('no reply');
  return { ...answer, headers: { ...answer.headers, date: ago(days).toUTCString() } };
}
const inWords = (at: Date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(at);
/** As a date field has it. */
const inField = (at: Date) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(at);

async function refreshed(page: Page, id: string, name: string): Promise<void> {
  await lookUp(page, id);
  await person(page).refresh.click();
  await expect(person(page).heading).toHaveText(name);
}

test('is shown as it was on a day, until one goes back to now', async ({ connected, server }) => {
  server.answer('top-1', said(10, 'top-1', 'Tove Top', ['mid-1']));
  server.answer('mid-1', said(10, 'mid-1', 'Mia Before', ['low-1'], { role: 'Before' }));
  server.answer('low-1', said(10, 'low-1', 'Lou Low', []));
  const { page } = await connected('top-1');
  const { entry, note, rows, find, tree } = organisation(page);
  await entry.click();
  await expect(note).toHaveText('3 people · 3 layers · 1 top');
  server.answer('top-1', said(0, 'top-1', 'Tove Topmost', ['mid-1', 'new-1']));
  server.answer('mid-1', said(0, 'mid-1', 'مريم بعد', [], { role: 'After' }));
  server.answer('new-1', said(0, 'new-1', 'Nia New', ['low-1']));
  await refreshed(page, 'top-1', 'Tove Topmost');
  await refreshed(page, 'mid-1', 'مريم بعد');
  await entry.click();
  await expect(note).toHaveText('4 people · 3 layers · 1 top');

  await page.setViewportSize({ width: 1000, height: 700 });
  const asOf = page.getByRole('button', { name: 'As of…' });
  const dialog = page.getByRole('dialog', { name: 'As of a day' });
  const field = dialog.getByLabel('Day', { exact: true });
  await asOf.press('Enter');
  await expect(field).toBeFocused();
  await field.fill(inField(ago(11)));
  await field.press('Enter');
  await expect(dialog.getByText(`Rolodesk knows since ${inWords(ago(10))}.`, { exact: true })).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(await axeViolations(page, { runOnly: axeTags })).toEqual([]);
  await field.fill(inField(ago(7)));
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(asOf).toBeFocused();

  const line = page.getByText(`As it was on ${inWords(ago(7))}`).and(page.locator('strong'));
  await expect(line).toBeVisible();
  await expect(note).toHaveText('3 people · 3 layers · 1 top');
  await tree.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('*');
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await activeRow(page)).name).toMatch(/^Mia Before, /);
  await page.keyboard.press('ArrowRight');
  await expect(rows).toHaveText([/^Tove Top/, /^Mia Before/, /^Lou Low/]);
  await expect(page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { name: /^Mia Before/ })).toBeAttached();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page, { runOnly: axeTags })).toEqual([]);
  }

  // Somebody's page is of today; what one comes back to is of then.
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('مريم بعد');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(line).toBeVisible();
  await expect.poll(async () => (await activeRow(page)).name).toMatch(/^Mia Before, /);

  await page.getByRole('button', { name: 'Map' }).click();
  await expect(page.getByRole('tree', { name: 'Map' }).getByRole('treeitem', { name: /^Mia Before/ })).toBeAttached();
  // People are found by what they were.
  for (const later of ['Nia', 'مريم']) {
    await find.fill(later);
    await expect(page.getByText('Nobody known then matches')).toBeVisible();
  }
  await find.fill('before');
  await expect(page.getByRole('option')).toHaveText([/^Mia Before/]);
  await find.press('Enter');
  const inMap = page.getByRole('tree', { name: 'Map' }).getByRole('treeitem', { selected: true });
  await expect(inMap).toHaveAccessibleName(/^Mia Before/);
  const spotlight = page.getByRole('search', { name: 'Spotlight' });
  await page.getByRole('button', { name: 'Colour' }).press('Enter');
  await page.getByRole('menuitemradio', { name: /^Spotlight/ }).press('Enter');
  // The role that one of them has by now is none to choose from.
  await page.keyboard.type('after');
  await expect(spotlight.getByRole('option')).toHaveText([/^Anybody who matches/]);
  for (let letters = 'after'.length; letters > 0; letters -= 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('before');
  await expect(spotlight.getByRole('option')).toHaveText([/^Anybody who matches/, 'Role: Before1']);
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(spotlight.getByRole('status')).toHaveText('1 of 3 people matches');
  expect(await axeViolations(page, { runOnly: axeTags })).toEqual([]);
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(line).toBeHidden();
  await expect(spotlight.getByRole('status')).toHaveText('0 of 4 people match');
  await page.getByRole('button', { name: 'Clear the spotlight' }).click();
  await find.fill('Nia');
  await expect(page.getByRole('option')).toHaveText([/^Nia New/]);
  await find.press('Enter');
  await expect(note).toHaveText('4 people · 3 layers · 1 top');
  await expect(inMap).toHaveAccessibleName(/^Nia New/);
  await asOf.press('Enter');
  await field.fill(inField(ago(7)));
  await field.press('Enter');
  await expect(page.getByText('Not known then', { exact: true })).toBeVisible();
});
