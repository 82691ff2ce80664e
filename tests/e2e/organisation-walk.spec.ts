/** Tree and view are two ways through one selection: wherever keys lead in one of them, the other shows the same person. */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const treeKeys = [
  'ArrowDown',
  'ArrowDown',
  'ArrowUp',
  'ArrowRight',
  'ArrowRight',
  'ArrowLeft',
  'PageDown',
  'Home',
  'End',
];
const viewKeys = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Space', 'Home'];
const movesAtOnce = 10;

/** The same numbers in each run, from 0 up to `below`. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Who is active in the tree, and who is in the view, as screen readers hear them; null: nobody. */
async function shown(page: Page, form: 'Chart' | 'Map'): Promise<readonly [string | null, string | null]> {
  const inView = page.getByRole('tree', { name: form }).getByRole('treeitem', { selected: true });
  const { active } = organisation(page);
  const [row, name] = await Promise.all([
    active.getAttribute('aria-label'),
    (await inView.count()) === 0 ? null : inView.first().getAttribute('aria-label'),
  ]);
  // The block of those who stand alone is nobody.
  return [row?.startsWith('Listed by nobody') ? null : row, name];
}

test('tree and view show the same person after 200 random moves', async ({ demo: { page } }) => {
  const random = createRandom(7);
  await page.keyboard.press('ControlOrMeta+2');
  const { tree, active } = organisation(page);
  await expect(active).toHaveAttribute('aria-expanded', 'true');
  const met = new Set<string | null>();
  for (const form of ['Chart', 'Map'] as const) {
    await page.getByRole('button', { name: form, exact: true }).click();
    const view = page.getByRole('tree', { name: form });
    await expect(view.getByRole('treeitem', { selected: true })).toHaveCount(1);
    for (let moves = 0; moves < 100; moves += movesAtOnce) {
      const [part, keys] = (moves / movesAtOnce) % 2 === 0 ? [tree, treeKeys] : [view, viewKeys];
      await part.focus();
      for (let nth = 0; nth < movesAtOnce; nth += 1) await page.keyboard.press(keys[random(keys.length)] ?? 'Home');
      await expect
        .poll(async () => {
          const [row, name] = await shown(page, form);
          return row === name ? 'the same' : `${row} beside ${name}`;
        })
        .toBe('the same');
      met.add((await shown(page, form))[0]);
    }
  }
  // Otherwise the keys led nowhere.
  expect(met.size).toBeGreaterThan(10);
});
