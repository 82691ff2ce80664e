/** The tree of the organisation, by keyboard alone: walked, opened, typed in, found in, left and come back to. */
import type { Page } from '@playwright/test';
import { anomaliesOf } from '../../demo/anomalies.ts';
import { createOrganisation } from '../../demo/organisation.ts';
import { expect } from './app.ts';
import { openDemo } from './demo-screens.ts';
import { test } from './fault-people.ts';
import { lookUp, person } from './on-screen.ts';
import { activeRow, organisation } from './organisation-screen.ts';
import { inRow, problemsOn } from './problems-screen.ts';

const demo = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1' });
const odd = anomaliesOf(demo);
/** As a screen reader says them. */
const firstRows: readonly string[] = [
  'Rāwiri Wīneera, Chief Executive Officer, 1,184 below, of them 6 not found, expanded, level 1, 1 of 5',
  '髙橋 明, Chief Customer Officer, 542 below, of them 1 not found, expanded, level 2, 1 of 8',
  'Annegret Möhring, Director, Customer Care, 475 below, expanded, level 3, 1 of 6',
  'Héctor Villaseñor Salazar, Senior Manager, Customer Care, 250 below, lists themselves, collapsed, level 4, 1 of 6',
  'Ελευθερία Καραμπέτσου, Floor Manager, 211 below, collapsed, level 4, 2 of 6',
  'Radosław Osiński, Senior Manager, Customer Care, 8 below, collapsed, level 4, 3 of 6',
  'Jędrzej Osiński, Trainee Claims Handler, level 4, 4 of 6',
  'Lagi Vā’ai, Trainee Care Agent, level 4, 5 of 6',
  'Phan Thị Ngọc, Senior Knowledge Editor, level 4, 6 of 6',
  'ፍሬህይወት መኮንን, Director, Customer Care, 32 below, collapsed, level 3, 2 of 6',
  '孙宇航, Director, Customer Care, 19 below, of them 1 not found, collapsed, level 3, 3 of 6',
  'Guðmundur Sigurðsson, Director, Customer Care, 10 below, collapsed, level 3, 4 of 6',
  'Balamurugan Natarajan, Lead Claims Handler, level 3, 5 of 6',
  'Martín Fernández Rentería, Lead Knowledge Editor, level 3, 6 of 6',
  'Anirban Majumdar, Chief Operating Officer, 296 below, of them 3 not found, collapsed, level 2, 2 of 8',
  'Sigríður Bjarnadóttir, Chief Product Officer, 98 below, collapsed, level 2, 3 of 8',
  'Rosalind Calloway, Chief Technology Officer, 91 below, collapsed, level 2, 4 of 8',
  'สมชาย ศรีสมบูรณ์, Chief Financial Officer, 89 below, of them 1 not found, collapsed, level 2, 5 of 8',
  'Noelia Saldívar Suárez, Chief Revenue Officer, 60 below, of them 1 not found, collapsed, level 2, 6 of 8',
  'Fiona Ellery, Chief of Staff, inactive, level 2, 7 of 8',
];
const nameOf = (id: string | undefined) => demo.recordOf(demo.indexOf(id ?? '') ?? 0).displayName ?? '';

/** Presses keys one after the other, as fast as they come. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('is walked, opened, typed in and found in from the keyboard, and comes back as it was left', async ({ start }) => {
  const { page } = await start();
  await openDemo(page);
  const { heading, note, tree, rows, active, where, find } = organisation(page);

  await test.step('the view’s key leads to it, and its heading has the focus', async () => {
    await page.keyboard.press('ControlOrMeta+2');
    await expect(heading).toBeFocused();
    await expect(note).toHaveText(
      /^1,200 people · \d layers · \d+ tops · 7 only listed \(6 not found, 1 could not be fetched\)$/,
    );
    await expect(active).toHaveAttribute('aria-expanded', 'true');
    await expect(active).toHaveAttribute('aria-level', '1');
  });

  await test.step('a screen reader hears each row as a sentence', async () => {
    await page.getByRole('button', { name: 'Hide the tree' }).focus();
    await page.keyboard.press('Tab');
    // The way to somebody at the top has no step before it.
    await expect(tree).toBeFocused();
    await press(page, 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'Home');
    await expect(rows.nth(20)).toBeVisible();
    const said = await rows.evaluateAll((all) =>
      all.slice(0, 20).map((row) => {
        const { level, expanded, posinset, setsize } = {
          level: row.getAttribute('aria-level'),
          expanded: { true: ', expanded', false: ', collapsed' }[row.getAttribute('aria-expanded') ?? ''] ?? '',
          posinset: row.getAttribute('aria-posinset'),
          setsize: row.getAttribute('aria-setsize'),
        };
        return `${row.getAttribute('aria-label')}${expanded}, level ${level}, ${posinset} of ${setsize}`;
      }),
    );
    expect(said).toEqual(firstRows);
  });

  await test.step('the arrow keys go in and out', async () => {
    const top = await activeRow(page);
    const is = (row: Record<string, unknown>) => expect.poll(() => activeRow(page)).toMatchObject(row);
    await press(page, 'ArrowRight', 'ArrowRight');
    await is({ level: 3, expanded: 'true' });
    const leader = await activeRow(page);
    await press(page, 'ArrowLeft');
    await is({ ...leader, expanded: 'false' });
    await press(page, 'ArrowLeft');
    await is({ level: 2, expanded: 'true' });
    await press(page, 'ArrowLeft', 'ArrowLeft');
    await is(top);
    // As fast as they come: each waits for what the one before it opens.
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await is({ level: 4 });
  });

  await test.step('all branches beside one are opened', async () => {
    await press(page, 'Home', 'ArrowDown', '*');
    await expect(active).toHaveAttribute('aria-expanded', 'true');
    const closed = tree.locator('[role=treeitem][aria-level="2"][aria-expanded=false]');
    await expect(closed).toHaveCount(0);
    await press(page, 'End');
    await expect(active).toHaveAccessibleName(/^Listed by nobody, leading nobody \(\d+\)$/);
    // A row that is nobody's: nobody is selected in the chart either, until somebody is chosen there.
    const chart = page.getByRole('tree', { name: 'Chart' });
    const chosen = chart.getByRole('treeitem', { selected: true });
    await expect(chosen).toHaveCount(0);
    await chart.focus();
    await press(page, 'Space');
    await expect(chosen).toHaveCount(1);
    await expect(active).toHaveAccessibleName((await chosen.getAttribute('aria-label')) ?? '');
    await tree.focus();
    await press(page, 'End');
    await expect(chosen).toHaveCount(0);
    await press(page, 'Enter');
    await expect(active).toHaveAttribute('aria-expanded', 'true');
    await press(page, 'ArrowRight');
    expect(await activeRow(page)).toMatchObject({ level: 2, expanded: null });
    await press(page, 'ArrowLeft', 'ArrowLeft');
    await expect(active).toHaveAttribute('aria-expanded', 'false');
  });

  await test.step('letters lead to the next row whose name begins so, round again', async () => {
    await press(page, 'End');
    await page.keyboard.type('anirb');
    await expect(active).toHaveAccessibleName(/^Anirban/);
    await expect(active).toBeInViewport();
  });

  await test.step('somebody is found with three letters and Enter, and the focus is in the tree', async () => {
    await press(page, '/');
    await expect(find).toBeFocused();
    await page.keyboard.type(nameOf(odd['two-managers'][0]));
    await expect(page.getByRole('option').first()).toContainText(nameOf(odd['two-managers'][0]));
    await press(page, 'Enter');
    await expect(tree).toBeFocused();
    await expect(active).toHaveAccessibleName(new RegExp(`^${nameOf(odd['two-managers'][0])}, .*2 managers$`));
    await expect(active).toBeInViewport();
    await expect(where.getByRole('listitem').last()).toHaveText(nameOf(odd['two-managers'][0]));
    await press(page, 'ControlOrMeta+f');
    await expect(find).toBeFocused();
    await page.keyboard.type('qqzzqq');
    await expect(page.getByText('Nobody known so far matches')).toBeVisible();
    await press(page, 'Escape');
    await expect(tree).toBeFocused();
    await expect(find).toHaveValue('');
  });

  await test.step('the way up is links, and back is a step', async () => {
    const before = await activeRow(page);
    const manager = where.getByRole('link').last();
    const name = (await manager.textContent()) ?? '';
    await manager.focus();
    await press(page, 'Enter');
    await expect(active).toHaveAccessibleName(new RegExp(`^${name}`));
    await press(page, 'Alt+ArrowLeft');
    await expect.poll(() => activeRow(page)).toEqual(before);
    await press(page, 'Alt+ArrowRight');
    await expect(active).toHaveAccessibleName(new RegExp(`^${name}`));
    // So is going to a row that was walked to; the walk alone is none.
    await tree.focus();
    await press(page, 'Home', 'ArrowDown', ' ', 'ArrowDown', 'ArrowDown');
    // The tree takes its keys in turn, and the way back is none of them.
    await expect(active).toHaveAccessibleName(/^Héctor Villaseñor Salazar, /);
    const walkedTo = await activeRow(page);
    await press(page, 'Alt+ArrowLeft');
    await expect(active).toHaveAttribute('aria-level', '2');
    await press(page, 'Alt+ArrowRight');
    await expect.poll(() => activeRow(page)).toEqual(walkedTo);
    await press(page, 'Alt+ArrowLeft', 'Alt+ArrowLeft', 'Alt+ArrowRight');
    await expect(active).toHaveAttribute('aria-level', '2');
  });

  await test.step('the actions of a row open on it, and give the focus back', async () => {
    await tree.focus();
    await press(page, 'Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
    await press(page, 'Escape');
    await expect(tree).toBeFocused();
    await press(page, 'ContextMenu');
    await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
    await expect(page.getByText('Copied the id')).toBeVisible();
    await expect(tree).toBeFocused();
    const rowsBefore = Number(await active.getAttribute('aria-posinset'));
    await press(page, 'Shift+F10');
    await page.getByRole('menuitem', { name: 'Close everybody below' }).press('Enter');
    await expect(active).toHaveAttribute('aria-expanded', 'false');
    expect(Number(await active.getAttribute('aria-posinset'))).toBe(rowsBefore);
  });

  await test.step('Enter opens the page, and coming back finds row, scroll and focus', async () => {
    await press(page, 'End', 'PageUp', 'ArrowUp');
    const left = await activeRow(page);
    const place = await active.boundingBox();
    await press(page, 'Enter');
    await expect(person(page).heading).toBeFocused();
    await press(page, 'Alt+ArrowLeft');
    await expect(tree).toBeFocused();
    await expect.poll(() => activeRow(page)).toEqual(left);
    await expect.poll(() => active.boundingBox()).toEqual(place);
  });

  await test.step('the tree can be folded away and had again', async () => {
    await press(page, 'ControlOrMeta+b');
    await expect(tree).toBeHidden();
    await expect(page.getByRole('button', { name: 'Show the tree' })).toBeFocused();
    // Without the tree the chart is walked, and the map.
    for (const form of ['Chart', 'Map']) {
      const view = page.getByRole('tree', { name: form });
      await expect(view.getByRole('treeitem', { selected: true })).toHaveCount(1);
      for (const key of ['Escape', 'Enter']) {
        await press(page, '/');
        await page.keyboard.type('anirban maj');
        await expect(page.getByRole('option').first()).toBeVisible();
        await press(page, key);
        await expect(view).toBeFocused();
        await expect(find).toHaveValue('');
      }
      if (form === 'Chart') await press(page, 'Alt+m');
    }
    await press(page, 'Enter');
    await expect(person(page).heading).toHaveText(/^Anirban/);
    // Also where nothing of it was read before.
    await page.reload();
    await expect(person(page).heading).toHaveText(/^Anirban/);
    await press(page, 'Alt+o');
    await expect(page.getByRole('tree', { name: 'Chart' })).toBeFocused();
    await press(page, 'ControlOrMeta+b');
    await expect(active).toBeInViewport();
  });

  await test.step('where the tree and the view have no room beside each other, which of them is shown is chosen apart', async () => {
    const usual = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const zoomed = { width: 640, height: 400 };
    const chart = page.getByRole('tree', { name: 'Chart' });
    await page.setViewportSize(zoomed);
    await expect(tree).toBeVisible();
    await page.getByRole('button', { name: 'Show the chart' }).click();
    await expect(chart).toBeVisible();
    await expect(tree).toBeHidden();
    await page.setViewportSize(usual);
    await expect(tree).toBeVisible();
    await expect(chart).toBeVisible();
    await page.setViewportSize(zoomed);
    await expect(tree).toBeHidden();
    await chart.focus();
    await press(page, 'ControlOrMeta+b');
    await expect(chart).toBeHidden();
    await expect(page.getByRole('button', { name: 'Show the chart' })).toBeFocused();
    await page.setViewportSize(usual);
    await press(page, 'ControlOrMeta+b');
    await expect(tree).toBeHidden();
    await page.setViewportSize(zoomed);
    await expect(tree).toBeVisible();
    await page.setViewportSize(usual);
    await expect(tree).toBeHidden();
    await press(page, 'ControlOrMeta+b');
    await expect(active).toBeInViewport();
  });

  await test.step('a person’s page leads to them, and to the row that is theirs', async () => {
    await lookUp(page, odd['self-report'][0] ?? '');
    await expect(person(page).heading).toBeFocused();
    const name = (await person(page).heading.textContent()) ?? '';
    await press(page, 'Alt+o');
    await expect(tree).toBeFocused();
    await expect(active).toHaveAccessibleName(new RegExp(`^${name}`));
    await expect(active).toBeInViewport();
  });

  await test.step('so do the counts of the reports, and a problem of a reporting line', async () => {
    await lookUp(page, odd['broad-team'][0] ?? '');
    await expect(person(page).heading).toBeFocused();
    const name = (await person(page).heading.textContent()) ?? '';
    await press(page, '3');
    await person(page).panel.getByRole('link', { name: 'Show in the organisation' }).press('Enter');
    await expect(active).toHaveAccessibleName(new RegExp(`^${name}, .*\\d below`));
    await press(page, 'ControlOrMeta+4');
    const { region, grid, active: problem } = problemsOn(page);
    await region('self-report')
      .getByRole('button', { name: /^Show all/ })
      .press('Enter');
    await grid.focus();
    await press(page, 'Home');
    const about = (await inRow(problem, 'subject').getByRole('link').textContent()) ?? '';
    await press(page, 'Alt+o');
    await expect(active).toHaveAccessibleName(new RegExp(`^${about}, .*lists themselves`));
    await press(page, 'Alt+ArrowLeft');
    await expect(grid).toBeFocused();
  });
});
