/** Somebody who comes slowly, or in parts: places are kept for what is not there yet, and waiting can be given up. */
import { expect, type Page } from '@playwright/test';
import { pictureOf } from '../../demo/portrait.ts';
import { held } from '../fault-server/fault-server.ts';
import { faults } from '../fault-server/faults.ts';
import { named, someone, test } from './fault-people.ts';
import { frame, lookUp, person } from './on-screen.ts';

const opening = (page: Page) => page.getByRole('status').filter({ hasText: 'Opening…' });

test('a cover that does not come takes the same room as one that does', async ({ connected, server }) => {
  const covered = (id: string) => someone(id, { coverImageUrl: `${server.origin}/pictures/${id}.png` });
  const headers = { 'content-type': 'image/png' };
  server.answer('/pictures/here-1.png', { does: 'reply', status: 200, headers, body: pictureOf(1, 1, 'cover') });
  server.answer('/pictures/late-2.png', faults.hangBeforeHeaders);
  server.answer('here-1', covered('here-1'));
  server.answer('late-2', covered('late-2'));
  const { page } = await connected('here-1');
  await expect(page.getByRole('main').locator('img')).toHaveCount(1);
  const { y: withCover } = (await person(page).tab('Overview').boundingBox()) ?? { y: 0 };
  await lookUp(page, 'late-2');
  await expect(person(page).status).toBeVisible();
  await expect(page.getByRole('main').locator('img')).toHaveCount(0);
  expect((await person(page).tab('Overview').boundingBox())?.y).toBe(withCover);
});

for (const how of ['Cancel', 'Escape'] as const) {
  test(`who does not come is given up with ${how}, and asked for again with Forward`, async ({ connected, server }) => {
    server.answer('slow-2', faults.hangBeforeHeaders, someone('slow-2', named('Silas Slow')));
    const { page } = await connected('u-1');
    await lookUp(page, 'slow-2');
    await expect(opening(page)).toBeVisible();
    await expect.poll(() => server.requests.filter(({ target }) => target.endsWith('/slow-2')).length).toBe(1);
    const isOpen = server.connections();
    if (how === 'Cancel') await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
    else await page.keyboard.press('Escape');
    await expect(person(page).heading).not.toHaveText(/Opening|could not be opened/);
    await expect(person(page).status).toBeVisible();
    // The request is not left running.
    await expect.poll(() => server.connections()).toBeLessThan(isOpen);
    await frame(page).forward.click();
    await expect(person(page).heading).toHaveText('Silas Slow');
  });
}

test('who comes late leaves the focus where somebody has gone since', async ({ connected, server }) => {
  server.answer('slow-2', held, someone('slow-2', named('Silas Slow')));
  const { page } = await connected('u-1');
  await lookUp(page, 'slow-2');
  await expect(opening(page)).toBeVisible();
  await frame(page).connection.focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitem', { name: 'Sync now' });
  await expect(item).toBeFocused();
  server.release();
  await expect(person(page).heading).toHaveText('Silas Slow');
  await expect(item).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(frame(page).connection).toBeFocused();
  // Who asks for the next page from there is led to it.
  await frame(page).back.press('Enter');
  await expect(person(page).heading).not.toHaveText('Silas Slow');
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('what is kept for a page on its way stands where the page will', async ({ connected, server }) => {
  server.answer('slow-2', faults.hangBeforeHeaders);
  const { page } = await connected('u-1');
  const cards = () =>
    page.locator('main [class*="_card_"]').evaluateAll((elements) =>
      elements.slice(0, 2).map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { place: [x, y, width].map(Math.round), isFilled: height > 200 };
      }),
    );
  const shown = await cards();
  await lookUp(page, 'slow-2');
  await expect(opening(page)).toBeVisible();
  const kept = await cards();
  expect(kept.map(({ place }) => place)).toEqual(shown.map(({ place }) => place));
  expect(kept.map(({ isFilled }) => isFilled)).toEqual([true, true]);

  // What waiting is given up with is not covered by what is kept, at 200 % either.
  const cancel = page.getByRole('main').getByRole('button', { name: 'Cancel' });
  for (const size of [
    { width: 1000, height: 640 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    await cancel.scrollIntoViewIfNeeded();
    const covers = await cancel.evaluate((button) => {
      const { left, right, top, bottom } = button.parentElement?.getBoundingClientRect() ?? new DOMRect();
      const bones = [...document.querySelectorAll('[data-bone]')].map((bone) => bone.getBoundingClientRect());
      return bones.filter((bone) => bone.left < right && bone.right > left && bone.top < bottom && bone.bottom > top);
    });
    expect(covers).toEqual([]);
  }
});
