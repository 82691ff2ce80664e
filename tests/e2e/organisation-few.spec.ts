/** The organisation of few people, of nobody, and of somebody who is not in it: each page says what is so. */
import type { Locator, Page } from '@playwright/test';
import { expect, startAgain } from './app.ts';
import { named, noSuchUser, someone, test } from './fault-people.ts';
import { frame, person } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';

const zoomed = { width: 640, height: 400 };
/** How far something goes beyond the page, or the text in it beyond itself, in pixels. */
const beyond = (of: Locator) =>
  of.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    const page = document.querySelector('main')?.getBoundingClientRect() ?? new DOMRect();
    return Math.max(0, page.left - left, right - page.right, element.scrollWidth - element.clientWidth);
  });
const isWhole = (of: Locator) => expect.poll(() => beyond(of)).toBe(0);

/** What is found, the tree and what is said of the active person, at 1,000 px and half of that, beside either form. */
async function expectWithin(page: Page): Promise<void> {
  const { note, tree, find } = organisation(page);
  for (const form of ['Map', 'Chart']) {
    await page.getByRole('group', { name: 'Form' }).getByRole('button', { name: form }).click();
    for (const size of [{ width: 1000, height: 700 }, zoomed]) {
      await page.setViewportSize(size);
      await isWhole(note);
      await find.fill('long');
      const found = page.getByRole('listbox', { name: 'Found in the organisation' });
      await expect(found.getByRole('option')).toHaveCount(1);
      await isWhole(found.locator('xpath=..'));
      await find.fill('');
      await isWhole(tree);
      await isWhole(page.getByRole('region', { name: 'Tree' }));
    }
  }
}

test('of one person, of somebody it does not have, and as people come', async ({ connected, server }) => {
  server.answer('ann-1', someone('ann-1', { ...named('Ann One'), reportees: [] }));
  server.answer('bo-2', someone('bo-2', { ...named('Bo Two'), reportees: ['cem-3', 'gone-4', 'long-5'] }));
  server.answer('long-5', someone('long-5', { ...named(`Long ${'n'.repeat(300)}`), reportees: [] }));
  server.answer('cem-3', someone('cem-3', { ...named('Cem Three'), reportees: [] }));
  server.answer('gone-4', noSuchUser);
  const { page, userData } = await connected('ann-1');
  const { entry, heading, note, rows, active, where, tree, find } = organisation(page);
  await entry.click();
  await expect(heading).toBeFocused();
  await expect(note).toHaveText('1 person · 1 layer · 1 top');
  await expect(rows).toHaveCount(2);
  await expect(page.getByText('One person is known')).toBeVisible();

  // A link leads to somebody in it, and says where nothing is known of them.
  expect(await startAgain(userData, 'rolodesk://organisation/bo-2?form=map')).toBe(0);
  await expect(page.getByText('Not in the organisation', { exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'bo-2 is not in the organisation' })).toBeVisible();
  await page.getByRole('button', { name: 'Open their page' }).click();
  await expect(person(page).heading).toHaveText('Bo Two');
  await page.keyboard.press('Alt+o');
  await expect(active).toHaveAccessibleName(/^Bo Two, .*3 below/);
  await expect(tree).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(rows.filter({ hasText: 'Cem Three' })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: 'gone-4, not found' })).toBeVisible();
  expect(await startAgain(userData, 'rolodesk://organisation/cem-3')).toBe(0);
  await expect(active).toHaveAccessibleName(/^Cem Three/);
  await expect(where).toContainText('Bo Two');
  await frame(page).back.click();
  await expect(active).toHaveAccessibleName(/^Bo Two/);

  await expect(note).toHaveText('4 people · 2 layers · 2 tops · 1 only listed (1 not found)');
  await find.fill('long');
  await expect(page.getByRole('option')).toHaveCount(1);
  await find.press('Enter');
  await expect(active).toHaveAccessibleName(/^Long n/);
  await expectWithin(page);
});
