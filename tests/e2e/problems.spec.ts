/** Problems as a workbench: who was left behind and who can be asked instead, a list of each kind, what is known and what is new. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from './app.ts';
import { openDemo } from './demo-screens.ts';
import { lookUp, openDialog, person } from './on-screen.ts';
import { inRow, numberIn, problemsOn } from './problems-screen.ts';
import { recordShifts } from './shifts.ts';
import { test } from './whole-demo.ts';

test('one click says who reports to somebody who has left, and who can be asked instead', async ({
  demo: { page },
}) => {
  const { entry, heading, region } = problemsOn(page);
  await entry.click();
  await expect(heading).toHaveText('Problems');
  const left = region('left-behind');
  await expect(left.getByRole('heading', { level: 2 })).toBeVisible();
  // The first of all: nothing has to be scrolled or opened.
  await expect(page.locator('[data-kind]').first()).toHaveAttribute('data-kind', 'left-behind');
  const row = left.getByRole('listitem').first();
  await expect(row).toBeInViewport();
  await expect(row).toContainText(
    /Reports to .+, (deleted|not found) .*\. (Nearest manager who is there: .+|No manager above who is there\.)/,
  );
  const withNearest = left.getByRole('listitem').filter({ hasText: 'Nearest manager who is there' }).first();
  const who = (await withNearest.getByRole('link').first().textContent()) ?? '';
  const nearest = (await withNearest.getByRole('link').last().textContent()) ?? '';

  // The same on their own page, and on the page of the manager who has left.
  await withNearest.getByRole('link').first().click();
  await expect(heading).toHaveText(who);
  const strip = page.getByRole('region', { name: 'Contradictions' });
  await expect(strip).toContainText(`Reports to somebody who has left. Nearest manager who is there: ${nearest}`);
  await strip.getByRole('link', { name: nearest }).click();
  await expect(heading).toHaveText(nearest);

  await entry.click();
  const gone = region('gone-manager').getByRole('listitem').first();
  const people = Number(/(\d+) (?:person|people) still report/.exec((await gone.textContent()) ?? '')?.[1]);
  await gone.getByRole('link').first().click();
  await expect(strip).toContainText(people === 1 ? '1 person still reports to' : `${people} people still report to`);
  await strip.getByRole('button', { name: 'All such managers' }).click();
  await expect(problemsOn(page).grid).toBeVisible();
  await expect(problemsOn(page).rows.first()).toContainText('still report');
});

test('the groups stand in their order, each kind with why it matters, and what is not found in one line', async ({
  demo: { page },
}) => {
  const { entry, region } = problemsOn(page);
  await entry.click();
  await expect(region('left-behind')).toBeVisible();
  for (const name of ['Left behind', 'Structure', 'Data'])
    await expect(page.getByRole('group', { name })).toBeVisible();
  const kinds = await page.locator('[data-kind]').evaluateAll((all) => all.map((one) => one.getAttribute('data-kind')));
  expect(kinds.length).toBeGreaterThan(8);
  for (const kind of kinds) {
    const one = page.locator(`[data-kind="${kind}"]`);
    await expect(one.getByRole('paragraph')).toHaveText(/^[A-Z].+\.$/);
    const count = await numberIn(one.getByRole('button', { name: /^Show all/ }));
    expect(await one.getByRole('listitem').count()).toBe(Math.min(3, count));
  }
});

test('by keyboard alone: from the page to a person, to a list, to the organisation, and back', async ({
  demo: { page },
}) => {
  const { heading, region, grid, active } = problemsOn(page);
  await page.keyboard.press('ControlOrMeta+4');
  await expect(heading).toBeFocused();
  await expect(region('left-behind')).toBeVisible();
  // The rows of a kind are one stop of Tab, and the button to its list another.
  const stops = page.getByRole('main').locator('a[href], button').and(page.locator(':not([tabindex="-1"])'));
  const kinds = await page.locator('[data-kind]').count();
  expect(await stops.count()).toBeLessThanOrEqual(2 * kinds + 2);

  const rows = region('left-behind').getByRole('listitem');
  await rows.first().getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('link').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(rows.nth(1).getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(rows.nth(1).getByRole('link').nth(1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const name = (await rows.nth(1).getByRole('link').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(name);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(rows.nth(1).getByRole('link').first()).toBeFocused();

  const all = region('left-behind').getByRole('button', { name: /^Show all/ });
  const count = await numberIn(all);
  await all.press('Enter');
  await expect(heading).toHaveText((await heading.textContent()) ?? '');
  await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1));
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const second = (await inRow(active, 'subject').getByRole('link').textContent()) ?? '';
  await page.keyboard.press('Alt+o');
  await expect(page.getByRole('treeitem', { name: second }).first()).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeFocused();
  await expect(inRow(active, 'subject').getByRole('link')).toHaveText(second);
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(second);
});

test('a list is narrowed, sorted, selected, copied, saved, and shows its evidence', async ({
  demo: { page, app },
  newFolder,
}) => {
  const { entry, region, grid, rows, active, save, heading } = problemsOn(page);
  await entry.click();
  await region('several-managers')
    .getByRole('button', { name: /^Show all/ })
    .click();
  await expect(grid).not.toHaveAttribute('aria-busy', 'true');
  const all = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(all).toBeGreaterThan(3);

  const byName = grid.getByRole('columnheader', { name: 'Person' });
  await byName.getByRole('button').click();
  await expect(byName).toHaveAttribute('aria-sort', 'ascending');
  const first = (await inRow(rows.first(), 'subject').getByRole('link').textContent()) ?? '';
  await byName.getByRole('button').press('Enter');
  await expect(byName).toHaveAttribute('aria-sort', 'descending');
  await expect(inRow(rows.first(), 'subject').getByRole('link')).not.toHaveText(first);

  await page.getByRole('textbox', { name: 'Filter by text' }).fill(first);
  await expect(inRow(rows.first(), 'subject').getByRole('link')).toHaveText(first);
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(all + 1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', String(all + 1));

  await grid.focus();
  for (const key of ['Home', 'Shift+ArrowDown', 'ArrowDown', ' ', 'Home', ' ']) await page.keyboard.press(key);
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByText('Copied 2 problems')).toBeVisible();
  const copied = await app.evaluate(async ({ clipboard }) => String(await clipboard.readText()));
  expect(copied.trim().split('\n')).toHaveLength(3);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText(`${all} selected`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`${all} shown`)).toBeVisible();

  const file = join(newFolder(), 'several.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await save.click();
  await expect(page.getByRole('dialog').getByRole('radio', { name: /^CSV/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Saved ${all} problems`)).toBeVisible();
  expect(parse(readFileSync(file), { bom: true, columns: true })).toHaveLength(all);

  await grid.focus();
  await page.keyboard.press('Home');
  const who = (await inRow(active, 'subject').getByRole('link').textContent()) ?? '';
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Evidence…' }).click();
  const dialog = openDialog(page);
  await expect(dialog).toContainText(who);
  await expect(dialog.getByText('Last seen')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Reply' })).toContainText('"reportees"');
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  // Back from a person: the order, the filter, the row and the focus are as they were.
  await page.getByRole('textbox', { name: 'Filter by text' }).fill(who);
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText(who);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(grid).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Filter by text' })).toHaveValue(who);
  await expect(byName).toHaveAttribute('aria-sort', 'descending');
  await expect(inRow(active, 'subject').getByRole('link')).toHaveText(who);
});

test('what is known is set aside with a note, taken back, undone; what is new is marked until it was looked at', async ({
  start,
}) => {
  const { page } = await start();
  await openDemo(page);
  const { entry, region, grid, rows, show, setAside, undo } = problemsOn(page);
  // All of it is new, once everybody was read.
  await expect(entry).toHaveAccessibleDescription(/^[\d,]+ new problems? since you last looked$/, { timeout: 30_000 });
  await entry.click();
  const all = region('still-available').getByRole('button', { name: /^Show all/ });
  const count = await numberIn(all);
  await all.click();
  await expect(show('New')).toHaveText(new RegExp(`${count}$`));
  await expect(rows.first()).toContainText('New');
  const fresh = await numberIn(entry);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'People' }).click();
  // Kinds that were seen whole in short are no news any more either.
  await expect.poll(() => numberIn(entry)).toBeLessThanOrEqual(fresh - count);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(show('New')).toHaveText(/0$/);
  await expect(rows.first()).not.toContainText('New');

  await grid.focus();
  for (const key of ['Home', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await setAside.click();
  const dialog = page.getByRole('dialog', { name: 'Set 2 problems aside' });
  await expect(dialog.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.insertText('Leaves at the end of March.');
  await dialog.getByRole('button', { name: 'Set aside' }).click();
  await expect(dialog).toBeHidden();
  await expect(show('Open')).toHaveText(new RegExp(`${count - 2}$`));
  await expect(grid).toHaveAttribute('aria-rowcount', String(count - 1));
  await undo.click();
  await expect(show('Open')).toHaveText(new RegExp(`${count}$`));

  await grid.focus();
  await page.keyboard.press('Home');
  const who = (await inRow(rows.first(), 'subject').getByRole('link').textContent()) ?? '';
  await setAside.click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Leaves at the end of March.');
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click();
  await show('Set aside').click();
  await expect(rows).toHaveCount(1);
  await expect(inRow(rows.first(), 'subject').getByRole('link')).toHaveText(who);
  await expect(inRow(rows.first(), 'note')).toContainText('Leaves at the end of March.');
  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('button', { name: /still available 1$/ }).click();
  await expect(rows).toHaveCount(1);
  await grid.focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('None is set aside')).toBeVisible();
  await expect(show('Open')).toHaveText(new RegExp(`${count}$`));
});

test('a list is narrowed to a team and to people below somebody', async ({ demo: { page } }) => {
  const { entry, region, grid } = problemsOn(page);
  await entry.click();
  await region('several-managers')
    .getByRole('button', { name: /^Show all/ })
    .click();
  const rowCount = async () => Number(await grid.getAttribute('aria-rowcount'));
  await expect(grid).not.toHaveAttribute('aria-busy', 'true');
  const all = await rowCount();
  await page.getByRole('button', { name: /^Team/ }).click();
  await page.getByRole('option').nth(1).click();
  await expect.poll(rowCount).toBeLessThan(all);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(rowCount).toBe(all);
  await page.getByRole('button', { name: 'Below…' }).click();
  await page.getByRole('combobox', { name: 'Person to look below' }).fill('chief financial');
  await page.getByRole('option').first().click();
  const chip = page.getByRole('button', { name: /^Remove the filter: Below \p{L}/u });
  await expect(chip).toBeVisible();
  await expect.poll(rowCount).toBeLessThan(all);

  // A page that is loaded again is where it was.
  await expect
    .poll(() =>
      page.evaluate(() =>
        (window as never as { rolodesk: { call: (name: string, input: null) => Promise<{ value: unknown }> } }).rolodesk
          .call('page.resume', null)
          .then(({ value }) => JSON.stringify(value)),
      ),
    )
    .toContain('"below":{"id"');
  await page.reload();
  await expect(grid).toBeVisible();
  await expect(chip).toBeVisible();
  await chip.click();
  await expect.poll(rowCount).toBe(all);
});

test('nothing moves as problems are set aside and looked at', async ({ demo: { page } }) => {
  const { entry, region, grid, undo, setAside } = problemsOn(page);
  await entry.click();
  await expect(region('left-behind')).toBeVisible();
  const { moved, step } = await recordShifts(page, '[role="row"] *, [role="dialog"] *, [class*="_recents_"]');
  await step('list');
  await region('several-managers')
    .getByRole('button', { name: /^Show all/ })
    .click();
  await expect(grid).not.toHaveAttribute('aria-busy', 'true');
  await step('set aside');
  await grid.focus();
  await page.keyboard.press('Home');
  await setAside.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Set aside' }).click();
  await expect(undo).toBeVisible();
  await step('undone');
  await undo.click();
  await expect(undo).toBeHidden();
  await step('all');
  await entry.click();
  await expect(region('left-behind')).toBeVisible();
  await page.getByRole('button', { name: 'Mark all as looked at' }).click();
  await expect(page.getByRole('button', { name: 'Mark all as looked at' })).toBeHidden();
  expect((await moved()).filter(({ step: at }) => at !== 'list')).toEqual([]);
});

test('somebody who is there and was left by nobody has no such line', async ({ demo: { page } }) => {
  await lookUp(page, 'chief financial');
  await expect(person(page).heading).toBeFocused();
  await expect(page.getByText('Reports to somebody who has left.')).toHaveCount(0);
});
