/** Selecting all: the rows of the table, the text of a field, or the text of the page alone; never what stands around it. */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { named, someone } from './fault-people.ts';
import { frame, person, search } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const selectedText = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('on the people’s page everybody is selected from anywhere but a field, and nobody after Escape', async ({
  demo: { page },
}) => {
  await frame(page).people.click();
  const heading = page.getByRole('heading', { level: 1, name: 'People' });
  const grid = page.getByRole('grid', { name: 'People' });
  await expect(heading).toBeFocused();
  await expect(said(page, '1,200 shown')).toBeVisible();

  const places = [heading, page.getByRole('button', { name: /^Inactive/ }), frame(page).people, grid];
  for (const place of places) {
    await place.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await expect(said(page, '1,200 selected')).toBeVisible();
    await expect(grid).toBeFocused();
    expect(await selectedText(page)).toBe('');
    await place.focus();
    await page.keyboard.press('Escape');
    await expect(said(page, '1,200 shown')).toBeVisible();
  }

  // In a field its own text is, and Escape leaves those selected alone; so does closing a menu.
  const field = page.getByRole('textbox', { name: 'Filter by text' });
  await field.fill('wei');
  await expect(said(page, 'of 1,200 shown')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  expect(await selectedText(page)).toBe('wei');
  await expect(said(page, 'selected')).toHaveCount(0);
  await grid.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(said(page, 'selected')).toBeVisible();
  await field.focus();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  const item = page.getByRole('menu').getByRole('menuitemcheckbox').first();
  await expect(item).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(item).toBeHidden();
  await expect(said(page, 'selected')).toBeVisible();
});

test('in the organisation nothing is, but in the field that finds; with the mouse any text can be', async ({
  demo: { page },
}) => {
  const { entry, heading, tree, find, active } = organisation(page);
  await entry.click();
  await expect(active).toHaveCount(1);
  const view = page.getByRole('tree', { name: 'Chart' });
  await expect(view.getByRole('treeitem', { selected: true })).toHaveCount(1);
  for (const place of [heading, tree, view, page.getByRole('button', { name: 'Fit' })]) {
    await place.focus();
    await page.keyboard.press('ControlOrMeta+a');
    expect(await selectedText(page)).toBe('');
  }
  await find.fill('wei');
  await page.keyboard.press('ControlOrMeta+a');
  expect(await selectedText(page)).toBe('wei');
  await page.keyboard.press('Escape');
  await expect(tree).toBeFocused();
  await page
    .getByRole('region', { name: 'Tree' })
    .getByText('Chief Executive Officer')
    .dblclick({ position: { x: 12, y: 8 } });
  expect((await selectedText(page)).trim()).toBe('Chief');
});

test('on a person’s page the text of the page is, without what stands around it', async ({ server, connected }) => {
  server.answer('ann-1', someone('ann-1', { ...named('Ann One'), reportees: [] }));
  const { page } = await connected('ann-1');
  await person(page).refresh.focus();
  await page.keyboard.press('ControlOrMeta+a');
  const text = await selectedText(page);
  expect(text).toContain('Ann One');
  for (const around of ['Rolodesk', 'People', 'Problems']) expect(text).not.toContain(around);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('ann');
  await page.keyboard.press('ControlOrMeta+a');
  expect(await selectedText(page)).toBe('ann');
  await expect(search(page).field).toBeFocused();
});

test('text that was selected on one page is selected on no other', async ({ demo: { page } }) => {
  await page.keyboard.press('ControlOrMeta+a');
  expect(await selectedText(page)).toContain('Contact');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(person(page).inChain).toHaveCount(1);
  await expect(person(page).heading).toBeFocused();
  expect(await selectedText(page)).toBe('');
});
