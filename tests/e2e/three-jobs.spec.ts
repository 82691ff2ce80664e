/**
 * The three jobs by keyboard alone, each in as few keys as is promised. How keys are counted: each press is one, a chord
 * such as Ctrl K is one, and every letter that is typed to find somebody is one as well. Nothing is pressed but through
 * `counted`, and nothing is done with the mouse once the directory is there.
 */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { person, search } from './on-screen.ts';
import { test } from './whole-demo.ts';

/** Presses keys and counts them. */
function counted(page: Page) {
  let keys = 0;
  return {
    press: async (...presses: readonly string[]) => {
      for (const press of presses) {
        await page.keyboard.press(press);
        keys += 1;
      }
    },
    type: async (letters: string) => {
      await page.keyboard.type(letters);
      keys += [...letters].length;
    },
    count: () => keys,
  };
}

test('somebody’s address is found and copied in 5 keys', async ({ demo: { page, app } }) => {
  // Nothing of this computer's own clipboard is touched.
  await app.evaluate(({ clipboard }) => {
    const seen = globalThis as { copied?: string };
    clipboard.writeText = async (text) => {
      seen.copied = text;
    };
  });
  const keys = counted(page);
  await keys.press('ControlOrMeta+k');
  await keys.type('wei');
  const first = search(page).options.first();
  await expect(first).toContainText(/wei/i);
  await keys.press('ControlOrMeta+c');
  await expect(page.getByText('Copied the e-mail')).toBeVisible();
  expect(await app.evaluate(() => (globalThis as { copied?: string }).copied)).toMatch(/^\S+@\S+$/);
  expect(keys.count()).toBeLessThanOrEqual(5);
});

test('two managers up and one report down is 3 keys from a person, and 5 with the search before, without its letters', async ({
  demo: { page },
}) => {
  const chain = () => person(page).inChain.allTextContents();
  const found = counted(page);
  const letters = counted(page);
  await found.press('ControlOrMeta+k');
  await letters.type('wei');
  const first = search(page).options.first();
  await expect(first).toContainText(/wei/i);
  const name = (await first.locator('bdi').first().textContent()) ?? '';
  await found.press('Enter');
  await expect(person(page).heading).toHaveText(name);
  const above = await chain();
  expect(above.length).toBeGreaterThanOrEqual(2);

  const walk = counted(page);
  // Without waiting for the pages between: no press is lost on the way.
  await walk.press('Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown');
  const top = above.at(-2) ?? '';
  await expect.poll(async () => (await chain()).at(-1)).toBe(top);
  await expect(person(page).heading).toBeFocused();
  expect(walk.count()).toBeLessThanOrEqual(3);
  expect(found.count() + walk.count()).toBeLessThanOrEqual(5);
});

test('since when somebody is deleted is read after 4 keys', async ({ demo: { page } }) => {
  const keys = counted(page);
  await keys.press('ControlOrMeta+k');
  await keys.type('yaz');
  const row = search(page).options.filter({ hasText: 'Yazhini Arumugam' });
  await expect(row).toContainText(/Deleted 2[23] Jun 2025/);
  expect(keys.count()).toBeLessThanOrEqual(4);
});
