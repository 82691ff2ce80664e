/** Tree and view are two ways through one selection: wherever keys lead in one of them, the other shows the same person. */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { frame, person } from './on-screen.ts';
import { activeRow, organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

/** How far a page leads depends on what is said below the tree, and where the tree ends is nobody: neither is among them. */
const treeKeys = [
  'ArrowDown',
  'ArrowDown',
  'ArrowDown',
  'ArrowUp',
  'ArrowRight',
  'ArrowRight',
  'ArrowRight',
  'ArrowLeft',
  'Home',
];
const viewKeys = [
  'ArrowDown',
  'ArrowDown',
  'ArrowDown',
  'ArrowUp',
  'ArrowRight',
  'ArrowRight',
  'ArrowLeft',
  'Space',
  'Home',
];

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

/** Menus open in turn: one that is there says that each key before it has led where it leads. */
async function settle(page: Page): Promise<void> {
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
}

/** Who is shown after each ten of 200 moves, of which so many are typed without a pause. The same moves each time. */
async function walk(page: Page, atOnce: number): Promise<(string | null)[]> {
  // Moves that do not meet the block of those who stand alone, which has no menu.
  const random = createRandom(42);
  await page.keyboard.press('ControlOrMeta+2');
  const { tree, active } = organisation(page);
  await expect(active).toHaveAttribute('aria-expanded', 'true');
  const trail: (string | null)[] = [];
  for (const form of ['Chart', 'Map'] as const) {
    await page.getByRole('button', { name: form, exact: true }).click();
    const view = page.getByRole('tree', { name: form });
    await expect(view.getByRole('treeitem', { selected: true })).toHaveCount(1);
    for (let part = 0; part < 10; part += 1) {
      const [place, keys] = part % 2 === 0 ? [tree, treeKeys] : [view, viewKeys];
      await place.focus();
      for (let move = 1; move <= 10; move += 1) {
        await page.keyboard.press(keys[random(keys.length)] ?? 'Home');
        if (move % atOnce > 0) continue;
        await settle(page);
        await expect
          .poll(async () => {
            const [row, name] = await shown(page, form);
            return row === name ? 'the same' : `${row} beside ${name}`;
          })
          .toBe('the same');
      }
      trail.push((await shown(page, form))[0]);
    }
  }
  return trail;
}

test.describe.configure({ mode: 'serial' });

let stepByStep: (string | null)[] = [];

test('tree and view show the same person after each of 200 random moves', async ({ demo: { page } }) => {
  test.slow();
  stepByStep = await walk(page, 1);
  // Otherwise the keys led nowhere.
  expect(new Set(stepByStep).size).toBeGreaterThan(10);
});

test('200 moves lead to the same people when ten at a time are typed at once', async ({ demo: { page } }) => {
  expect(await walk(page, 10)).toEqual(stepByStep);
});

test('a key after others is about who these led to, in the map as well; the row of nobody has no menu', async ({
  demo: { page },
}) => {
  await page.keyboard.press('ControlOrMeta+2');
  const { tree, active } = organisation(page);
  await expect(active).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Alt+m');
  const map = page.getByRole('tree', { name: 'Map' });
  await expect(map.getByRole('treeitem', { selected: true })).toHaveCount(1);
  await map.focus();
  const second = await map.getByRole('treeitem', { level: 2 }).nth(1).getAttribute('aria-label');
  for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  const { heading } = person(page);
  // Until their page is there, the heading is that of the organisation.
  await expect(heading).not.toHaveText('Organisation');
  expect(second?.startsWith((await heading.textContent()) ?? '-')).toBe(true);

  await frame(page).back.click();
  await tree.focus();
  await page.keyboard.press('End');
  await expect(active).toHaveAccessibleName(/^Listed by nobody/);
  for (const key of ['Shift+F10', 'ArrowUp']) await page.keyboard.press(key);
  await expect(active).not.toHaveAccessibleName(/^Listed by nobody/);
  const { name } = await activeRow(page);
  await page.keyboard.press('ArrowUp');
  await expect(active).not.toHaveAccessibleName(name ?? '');
  await settle(page);
});

test('a chart that is come back to where the active person is out of view is walked on from them', async ({
  demo: { page },
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('ControlOrMeta+2');
  const form = page.getByRole('group', { name: 'Form' });
  const chart = page.getByRole('tree', { name: 'Chart' });
  const selected = chart.getByRole('treeitem', { selected: true });
  await expect(selected).toHaveCount(1);
  await chart.focus();
  await page.keyboard.press('0');
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('+');
  await expect(selected).not.toBeInViewport();
  await form.getByRole('button', { name: 'Map' }).click();
  await expect(page.getByRole('tree', { name: 'Map' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
  await form.getByRole('button', { name: 'Chart' }).click();
  await expect(selected).toHaveCount(1);
  await chart.focus();
  await page.keyboard.press('ArrowDown');
  await expect(selected).toHaveAttribute('aria-level', '2');
});
