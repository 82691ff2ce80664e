/** The lines above a table: nothing of them leaves the window, what comes late pushes nothing aside, and rows have room below them. */
import { expect } from './app.ts';
import { grid, showGrid } from './demo-screens.ts';
import { problemsOn } from './problems-screen.ts';
import { recordShifts } from './shifts.ts';
import { test } from './whole-demo.ts';

test('with many selected that are not shown, every button of the line stays in the window at 1,000 px', async ({
  demo: { page },
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await showGrid(page, '1,200');
  await page.keyboard.press('ControlOrMeta+a');
  await page.getByRole('textbox', { name: 'Filter by text' }).fill('mar');
  const words = page.getByRole('status').filter({ hasText: /^\d+ selected, 1,\d+ more not shown$/ });
  await expect(words).toBeVisible();
  await expect(words).toHaveAttribute('title', /more not shown$/);
  const buttons = ['Copy', 'Copy addresses', 'Addresses', 'Export…', 'Clear', 'Below…', 'Headcount', 'Columns'];
  for (const name of buttons) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toBeInViewport({ ratio: 1 });
    // Nor is one below another.
    expect(await button.evaluate((one) => one.closest('[data-selected]')?.getBoundingClientRect().height)).toBe(40);
    await button.click({ trial: true });
  }
  const edge = (await grid(page).boundingBox()) ?? { x: 0, width: 0 };
  const last = await page.getByRole('button', { name: 'Columns', exact: true }).boundingBox();
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(edge.x + edge.width);
});

test('the way to take a filter away stays where it is when what can be done with the people comes', async ({
  demo: { page },
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  const parts = /\/assets\/[\w-]*address-buttons[\w-]*\.js$/;
  const loaded = Promise.withResolvers<void>();
  // It is drawn once it is loaded; the rest of the line is there before.
  await page.route(parts, async (route) => {
    await loaded.promise;
    await route.continue();
  });
  await page.reload();
  await showGrid(page, '1,200');
  await page.getByRole('button', { name: 'Below…' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Person to look below' })).toBeFocused();
  await page.keyboard.type('an');
  await expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').nth(2)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Remove the filter: Below \p{L}/u })).toBeVisible();
  const { step, moved } = await recordShifts(page, '[role="tooltip"]');
  await step('loaded');
  loaded.resolve();
  await expect(page.getByRole('button', { name: 'Copy addresses' })).toBeVisible();
  await page.unroute(parts);
  const remove = await page.getByRole('button', { name: /^Remove the filter: Below/ }).boundingBox();
  const below = await page.getByRole('button', { name: 'Below…' }).boundingBox();
  expect((remove?.x ?? 0) + (remove?.width ?? 0)).toBeGreaterThan((below?.x ?? 0) - 24);
  expect((await moved()).filter(({ step: at, what }) => at === 'loaded' && !what.includes('_ofFiltered_'))).toEqual([]);
});

test('at 200 % the headcount is within the window', async ({ demo: { page } }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await showGrid(page, '1,200');
  await page.getByRole('button', { name: 'Headcount' }).press('Enter');
  const headcount = page.getByRole('dialog', { name: 'Headcount' });
  await expect(headcount.getByText('Of 1,200 people')).toBeVisible();
  await expect(headcount).toBeInViewport({ ratio: 1 });
});

test('at 200 % two rows of a list of problems are seen without scrolling', async ({ demo: { page } }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  const { entry, rows } = problemsOn(page);
  await entry.click();
  await page.getByRole('button', { name: 'Show all 17' }).press('Enter');
  await expect(rows.nth(1)).not.toHaveAttribute('aria-busy', 'true');
  const second = await rows.nth(1).boundingBox();
  expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThanOrEqual(400);
});
