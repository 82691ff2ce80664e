/** The organisation keeps the rules of access: tree, chart, map, each panel and each dialog, in both themes and in forced colours. */
import type { Page } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import { expect } from './app.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const medias = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

async function check(page: Page, what: string): Promise<void> {
  for (const media of medias) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...media });
    const where = `${what}, ${media.forcedColors === 'active' ? 'forced colours' : media.colorScheme}`;
    expect.soft(await axeViolations(page, { runOnly: axeTags }), where).toEqual([]);
  }
}

test('of tree, chart, map, panels and dialogs', async ({ demo: { page } }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { entry, find, active, tree } = organisation(page);
  await entry.click();
  const selectedIn = (form: 'Chart' | 'Map') =>
    page.getByRole('tree', { name: form }).getByRole('treeitem', { selected: true });
  await expect(selectedIn('Chart')).toHaveCount(1);
  await check(page, 'tree and chart');

  await find.fill('an');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await check(page, 'found');
  await find.fill('');

  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(selectedIn('Map')).toHaveCount(1);
  for (const colour of ['Division', 'Status', 'Availability', 'Age']) {
    await page.getByRole('button', { name: 'Colour' }).click();
    await page.getByRole('menuitemradio', { name: colour }).click();
    await check(page, `map by ${colour.toLowerCase()}`);
  }

  await tree.focus();
  await page.keyboard.press('Alt+l');
  const spans = page.getByRole('complementary', { name: 'Spans and layers' });
  await expect(spans.getByRole('list', { name: 'Layers' }).getByRole('listitem')).not.toHaveCount(0);
  await check(page, 'spans and layers');
  await page.keyboard.press('Escape');

  await tree.focus();
  await page.keyboard.press('Alt+r');
  const relation = page.getByRole('complementary', { name: 'Relation of two' });
  await expect(relation.getByRole('combobox', { name: 'Second person' })).toBeFocused();
  await page.keyboard.type('Mānuka');
  await expect(relation.getByRole('option')).not.toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(relation.getByRole('status')).not.toBeEmpty();
  await check(page, 'relation of two');
  await page.keyboard.press('Escape');
  await expect(active).toHaveCount(1);

  for (const [opener, dialog] of [
    ['As of…', 'As of a day'],
    ['Save…', 'Save or print the organisation'],
  ] as const) {
    await page.getByRole('button', { name: opener, exact: true }).click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await check(page, dialog);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
