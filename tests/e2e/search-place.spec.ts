/** Where things of the open search stand: the statuses and the line below keep their places, and count what is listed. */
import { expect } from './app.ts';
import { openDemo } from './demo-screens.ts';
import { test } from './fault-people.ts';
import { search } from './on-screen.ts';

for (const [width, height] of [
  [1000, 700],
  [640, 400],
] as const) {
  test(`nothing moves with the first letter, in a window of ${width} by ${height}`, async ({ start }) => {
    const { page } = await start();
    await page.setViewportSize({ width, height });
    await openDemo(page);
    await page.keyboard.press('ControlOrMeta+k');
    const statuses = page.getByRole('group', { name: 'Look for' }).getByRole('button');
    const lately = page
      .getByRole('search')
      .getByRole('status')
      .filter({ hasText: /^1 opened last$/ });
    await expect(lately).toBeVisible();
    await expect(statuses.first()).toHaveText('All1');
    const foot = page.getByRole('search').getByText('actions', { exact: false }).last();
    const places = async () => [
      ...(await statuses.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)))),
      Math.round((await foot.boundingBox())?.y ?? 0),
    ];
    const before = await places();
    await search(page).field.fill('a');
    await expect(
      page
        .getByRole('search')
        .getByRole('status')
        .filter({ hasText: /^20 of [\d,]+ shown$/ }),
    ).toBeVisible();
    expect(await places()).toEqual(before);
  });
}
