/** Portraits in the table: of the rows that stay on screen, without the token, and in a place that does not change. */
import { expect, type Page } from '@playwright/test';
import { pictureOf } from '../../demo/portrait.ts';
import { named, someone, token } from './fault-people.ts';
import { frame, person } from './on-screen.ts';
import { test } from './whole-demo.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'People' });

/** The places of rows whose portrait is drawn whole. */
const portraits = (page: Page) =>
  grid(page)
    .locator('[data-place] img')
    .evaluateAll((images) =>
      (images as HTMLImageElement[])
        .filter((image) => image.complete && image.naturalWidth > 0)
        .map((image) => Number(image.closest<HTMLElement>('[data-place]')?.dataset.place)),
    );

test('rows on screen get their portraits, rows that are not do not ask, and nothing moves', async ({
  connected,
  server,
}) => {
  const people = Array.from({ length: 30 }, (_, nth) => `p-${String(nth).padStart(2, '0')}`);
  server.answer('boss-1', someone('boss-1', { ...named('Zoe Boss'), reportees: ['lead-2'] }));
  server.answer('lead-2', someone('lead-2', { ...named('Yan Lead'), reportees: people }));
  for (const [nth, id] of people.entries()) {
    const path = `/pictures/${id}.png`;
    const body = pictureOf(nth, nth + 1, 'portrait');
    server.answer(path, { does: 'reply', status: 200, headers: { 'content-type': 'image/png' }, body });
    const profileImageUrl = nth === 1 ? null : `${server.origin}${path}`;
    server.answer(id, someone(id, { ...named(`Ann ${id}`), profileImageUrl, reportees: [] }));
  }
  const { page } = await connected('boss-1');
  await page.setViewportSize({ width: 1000, height: 480 });
  await expect(person(page).panel).toContainText('1 direct · 31 in all');
  const asked = () => server.requests.filter(({ target }) => target.startsWith('/pictures/'));
  expect(asked()).toEqual([]);
  await frame(page).people.click();
  await expect(grid(page).locator('[data-place]')).toHaveCount(32);
  const name = grid(page).locator('[data-place="0"] [data-column=name] a');
  const before = await name.boundingBox();
  await expect.poll(() => portraits(page)).toEqual(expect.arrayContaining([0, 2, 3]));
  expect(await name.boundingBox()).toEqual(before);
  await expect(grid(page).locator('[data-place="1"] img')).toHaveCount(0);

  // The last one was asked for by nobody; it is once it is on screen.
  expect(asked().some(({ target }) => target.includes('p-29'))).toBe(false);
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect.poll(() => portraits(page)).toEqual(expect.arrayContaining([29]));
  // Rows in between flew by.
  expect(asked().some(({ target }) => target.includes('p-15'))).toBe(false);
  for (const { headers } of asked()) {
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(token);
  }
});

test('the demo directory shows portraits in the table', async ({ demo: { page } }) => {
  await frame(page).people.click();
  await expect(grid(page).locator('[data-place="0"]')).toContainText('Aafke');
  await expect.poll(async () => (await portraits(page)).length).toBeGreaterThan(2);
});
