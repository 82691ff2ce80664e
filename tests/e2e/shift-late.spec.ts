/** Nothing jumps: where what is counted, found or read comes late, its room is there before it. */
import type { Page } from '@playwright/test';
import { expect, type Launched } from './app.ts';
import { checks, logOfDemo } from './check-screen.ts';
import { frame, openDialog } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';
import { recordShifts } from './shifts.ts';
import { test } from './whole-demo.ts';

/** A tooltip finds its place; in rows of the tree other people are drawn. What a bar shows is how long it is. */
const mayMove = '[role="tooltip"], [role="treeitem"] *, [class*="_where_"], [class*="_bar_"] > span';

/** The main process answers nothing for this long: what is asked for comes some frames later, as of a large directory. */
const lateMs = 400;

type Walk = {
  /** Does something; what then comes late may move nothing. `shown`: resolves once it is drawn without it; `come`: once with it. */
  readonly go: (
    name: string,
    act: () => Promise<unknown>,
    shown: () => Promise<unknown>,
    come: () => Promise<unknown>,
  ) => Promise<void>;
  readonly late: () => Promise<readonly string[]>;
};

async function walkLate({ app, page }: Launched & { readonly page: Page }): Promise<Walk> {
  const { step, moved } = await recordShifts(page, mayMove);
  const painted = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return {
    go: async (name, act, shown, come) => {
      await step('asked');
      await app.evaluate((_, ms) => {
        setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms));
      }, lateMs);
      await act();
      await shown();
      await painted();
      await step(name);
      await come();
      await painted();
      await step('asked');
    },
    late: async () =>
      (await moved())
        .filter(({ step: at }) => !['start', 'asked'].includes(at))
        .map(({ step: at, what }) => `${at}: ${what}`),
  };
}

for (const width of [1000, 1600]) {
  test(`in the organisation at ${width} px`, async ({ demo }) => {
    const { page } = demo;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const { entry, active } = organisation(page);
    await entry.click();
    await expect(active).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('tree', { name: 'Map' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
    const { go, late } = await walkLate(demo);
    const legend = page.getByRole('complementary', { name: 'What the colours say' });
    for (const colour of ['Status', 'Availability', 'Age']) {
      await page.getByRole('button', { name: 'Colour' }).click();
      await go(
        colour,
        () => page.getByRole('menuitemradio', { name: colour }).click(),
        () => expect(legend.locator('summary')).toHaveText(colour),
        () => expect(legend.getByText(/of 1,200 people/)).toBeVisible(),
      );
    }
    expect(await late()).toEqual([]);
  });

  test(`in the panels and dialogs of the organisation at ${width} px`, async ({ demo }) => {
    const { page } = demo;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const { entry, active } = organisation(page);
    await entry.click();
    await expect(active).toHaveAttribute('aria-expanded', 'true');
    const { go, late } = await walkLate(demo);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const panel = (name: string) => page.getByRole('complementary', { name });
    await go(
      'Spans and layers',
      () => button('Spans and layers').click(),
      () => expect(panel('Spans and layers')).toBeVisible(),
      () =>
        expect(panel('Spans and layers').getByRole('list', { name: 'Layers' }).getByRole('listitem')).not.toHaveCount(
          0,
        ),
    );
    await page.keyboard.press('Escape');
    await button('Relation…').click();
    await go(
      'Relation…',
      () => page.keyboard.type('Mānuka'),
      () => expect(panel('Relation of two').getByRole('combobox', { name: 'Second person' })).toHaveValue('Mānuka'),
      () => expect(panel('Relation of two').getByRole('option')).not.toHaveCount(0),
    );
    await go(
      'two are related',
      () => page.keyboard.press('Enter'),
      () => expect(panel('Relation of two').getByRole('option')).toHaveCount(0),
      () => expect(panel('Relation of two').getByRole('status')).not.toBeEmpty(),
    );
    await page.keyboard.press('Escape');
    const dialog = openDialog(page);
    await go(
      'As of…',
      () => button('As of…').click(),
      () => expect(dialog).toBeVisible(),
      () => expect(dialog.getByText(/Rolodesk knows since/)).toBeVisible(),
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('tree', { name: 'Map' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
    await go(
      'Save…',
      () => button('Save…').click(),
      () => expect(dialog).toBeVisible(),
      () => expect(dialog.getByRole('button', { name: 'Copy as image' })).not.toHaveAttribute('aria-disabled', 'true'),
    );
    await page.keyboard.press('Escape');
    expect(await late()).toEqual([]);
  });

  test(`beside the table of people at ${width} px`, async ({ demo }) => {
    const { page } = demo;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await frame(page).people.click();
    await expect(page.getByRole('status').filter({ hasText: '1,200 shown' })).toBeVisible();
    const { go, late } = await walkLate(demo);
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const field = page.getByRole('combobox', { name: 'Person to look below' });
    await button('Below…').click();
    await expect(field).toBeFocused();
    await go(
      'Below…',
      () => page.keyboard.type('an'),
      () => expect(field).toHaveValue('an'),
      () => expect(page.getByRole('listbox', { name: 'Found' }).getByRole('option').nth(2)).toBeVisible(),
    );
    await page.keyboard.press('Escape');
    const headcount = page.getByRole('dialog', { name: 'Headcount' });
    await go(
      'Headcount',
      () => button('Headcount').click(),
      () => expect(headcount).toBeVisible(),
      () => expect(headcount.getByText('Of 1,200 people')).toBeVisible(),
    );
    await go(
      'Headcount by status',
      () => headcount.getByRole('button', { name: 'Status' }).click(),
      () => expect(headcount.getByRole('button', { name: 'Status' })).toHaveAttribute('aria-pressed', 'true'),
      () => expect(headcount.getByText('Of 1,200 people')).toBeVisible(),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('grid', { name: 'People' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect(button('Addresses')).toBeVisible();
    await go(
      'Addresses',
      () => button('Addresses').click(),
      () => expect(page.getByRole('menu')).toBeVisible(),
      () => expect(page.getByRole('menu').getByRole('menuitem').first()).toBeFocused(),
    );
    await page.keyboard.press('Escape');
    expect(await late()).toEqual([]);
  });

  test(`beside the first who is selected at ${width} px`, async ({ demo }) => {
    const { page } = demo;
    await page.setViewportSize({ width, height: 800 });
    // What can be done with them comes once everything else is there.
    const parts = /\/assets\/[\w-]*(?:address|check|export|selected)[\w-]*\.js$/;
    const loaded = Promise.withResolvers<void>();
    await page.route(parts, async (route) => {
      if (!route.request().url().includes('page')) await loaded.promise;
      await route.continue();
    });
    await page.reload();
    await frame(page).people.click();
    await expect(page.getByRole('status').filter({ hasText: '1,200 shown' })).toBeVisible();
    const { step, moved } = await recordShifts(page, mayMove);
    await page.getByRole('grid', { name: 'People' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect(page.getByRole('status').filter({ hasText: '1 selected' })).toBeVisible();
    await step('loaded');
    loaded.resolve();
    for (const name of ['Copy', 'Addresses', 'Check status of 1', 'Export…', 'Clear']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
    }
    await page.unroute(parts);
    expect((await moved()).filter(({ step: at }) => at === 'loaded')).toEqual([]);
  });

  test(`in a status check at ${width} px`, async ({ demo }) => {
    const { page } = demo;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    const { list, grid, show, heading } = checks(page);
    await page.keyboard.press('ControlOrMeta+3');
    await list.fill(logOfDemo().lines.join('\n'));
    await list.press('ControlOrMeta+Enter');
    await expect(grid).toHaveAttribute('aria-rowcount', '301');
    await frame(page).people.click();
    await expect(heading).toHaveText('People');
    const { go, late } = await walkLate(demo);
    await go(
      'a check that is opened again',
      () => frame(page).back.click(),
      () => expect(page.getByRole('region', { name: 'Rows of the list' })).toBeVisible(),
      () => expect(grid.locator('[data-at]').first()).toBeVisible(),
    );
    await go(
      'other rows',
      () => show('Gone').click(),
      () => expect(show('Gone')).toHaveAttribute('aria-pressed', 'true'),
      () => expect(grid).not.toHaveAttribute('aria-rowcount', '301'),
    );
    const dialog = openDialog(page);
    for (const [name, come] of [
      ['Runs…', () => expect(dialog.getByRole('listitem')).not.toHaveCount(0)],
      ['Ask the server', () => expect(dialog.getByText(/requests?\.|Nobody is left/).first()).toBeVisible()],
      ['Save…', () => expect(dialog.getByRole('radio').first()).toBeVisible()],
      ['Evidence…', () => expect(dialog.getByText('It does not show who made it.')).toBeVisible()],
    ] as const) {
      await go(
        name,
        () => page.getByRole('button', { name, exact: true }).click(),
        () => expect(dialog).toBeVisible(),
        come,
      );
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    expect(await late()).toEqual([]);
  });
}
