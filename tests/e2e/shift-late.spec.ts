/** Nothing jumps: where what is counted, found or read comes late, its room is there before it. */
import type { Page } from '@playwright/test';
import { expect, type Launched } from './app.ts';
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
}
