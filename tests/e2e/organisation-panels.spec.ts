/** What stands beside the tree and the view: how two people stand to each other, and spans and layers of a branch. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { axeTags, axeViolations } from '../axe.ts';
import { expect } from './app.ts';
import { frame } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

const panelOf = (page: Page, name: string) => page.getByRole('complementary', { name });

async function accessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await axeViolations(page, { runOnly: axeTags }, 'aside'), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

test('two people are chosen, read, copied and swapped by keys alone', async ({ demo: { app, page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { entry, find, active, tree } = organisation(page);
  await entry.click();
  await find.fill('Sigríður');
  await expect(page.getByRole('option')).not.toHaveCount(0);
  await find.press('Enter');
  await expect(active).toHaveAccessibleName(/^Sigríður/);
  await expect(tree).toBeFocused();
  const panel = panelOf(page, 'Relation of two');
  const second = panel.getByRole('combobox', { name: 'Second person' });

  await test.step('the one who is active is the first, and the second is found by their name', async () => {
    await page.keyboard.press('Alt+r');
    await expect(second).toBeFocused();
    await page.keyboard.type('Mānuka');
    await expect(panel.getByRole('option')).not.toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('status')).toHaveText(
      'Sigríður Bjarnadóttir stands 1 below Rāwiri Wīneera, Mānuka Waikāto 2',
    );
    await expect(panel).toContainText('Rāwiri Wīneera, active and available');
    await accessible(page);
  });

  await test.step('they change places, and all of it is copied', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('status')).toHaveText(/^Mānuka Waikāto stands 2 below/);
    await panel.getByRole('button', { name: 'Copy as text' }).press('Enter');
    await expect
      .poll(() => app.evaluate(async ({ clipboard }) => String(await clipboard.readText())))
      .toContain('Down to Mānuka Waikāto: 2 levels (Rāwiri Wīneera → Anirban Majumdar → Mānuka Waikāto)');
  });

  await test.step('a link in it is a step, which the panel outlasts; Escape gives the focus back', async () => {
    await panel.getByRole('link', { name: 'Anirban Majumdar' }).press('Enter');
    await expect(active).toHaveAccessibleName(/^Anirban/);
    await expect(panel.getByRole('status')).toHaveText(/^Mānuka/);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(tree).toBeFocused();
    await frame(page).back.click();
    await expect(active).toHaveAccessibleName(/^Sigríður/);
    await expect(panel.getByRole('status')).toHaveText(/^Mānuka/);
  });

  await test.step('Shift and a click name another, and the menu of a row begins with its person', async () => {
    await tree.getByRole('treeitem', { name: /^Noelia/ }).click({ modifiers: ['Shift'] });
    await expect(panel.getByRole('status')).toHaveText(/^Sigríður Bjarnadóttir stands 1 below .*Noelia/);
    await expect(active).toHaveAccessibleName(/^Sigríður/);
    const card = await page
      .getByRole('tree', { name: 'Chart' })
      .getByRole('treeitem', { name: /^Rosalind/ })
      .boundingBox();
    await page.keyboard.down('Shift');
    await page.mouse.click((card?.x ?? 0) + 20, (card?.y ?? 0) + 10);
    await page.keyboard.up('Shift');
    await expect(panel.getByRole('status')).toHaveText(/^Sigríður Bjarnadóttir stands 1 below .*Rosalind/);
    await tree.getByRole('treeitem', { name: /^Rosalind/ }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Relation to…' }).click();
    await expect(panel.getByRole('combobox', { name: 'First person' })).toHaveValue('Rosalind Calloway');
    await expect(second).toBeFocused();
  });
});

test('spans and layers follow the active person, leave room for the view, and are saved', async ({
  demo: { app, page },
  newFolder,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { entry, active, tree } = organisation(page);
  await entry.click();
  await expect(active).toHaveCount(1);
  await tree.focus();
  await page.keyboard.press('Home');
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1000, height: 700 });
  const opener = page.getByRole('button', { name: 'Spans and layers' });
  const place = await opener.boundingBox();
  await page.keyboard.press('Alt+l');
  const panel = panelOf(page, 'Spans and layers');
  await expect(panel).toBeVisible();
  expect(await opener.boundingBox()).toEqual(place);
  if (size !== null) await page.setViewportSize(size);
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel).toContainText('Rāwiri Wīneera and everybody below');
  const layers = panel.getByRole('list', { name: 'Layers' }).getByRole('listitem');
  await expect(layers).toHaveCount(8);
  const one = panel.getByRole('list', { name: /lead one person$/ }).getByRole('link');
  await expect(one).not.toHaveCount(0);
  await accessible(page);

  await tree.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(active).toHaveAccessibleName(/^Anirban/);
  await expect(panel).toContainText('Anirban Majumdar and everybody below');
  await expect(layers.first()).toContainText('1 active');

  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(tree).toBeHidden();
  const room = await page.getByRole('tree', { name: 'Chart' }).boundingBox();
  expect(room?.width).toBeGreaterThan(400);

  const file = join(newFolder(), 'spans.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  const save = panel.getByRole('button', { name: 'Save as CSV' });
  const everybody = page.getByRole('menuitem', { name: 'Everybody who leads others' });
  await save.press('Enter');
  await expect(everybody).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(everybody).toBeHidden();
  await expect(panel).toBeVisible();
  await save.click();
  await everybody.click();
  await expect(page.getByText('Saved 15 lines')).toBeVisible();
  const [first, ...others] = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[];
  expect(first).toMatchObject({
    Name: 'Anirban Majumdar',
    Layer: '1',
    'Direct reports': '5',
    'Everybody below': '296',
  });
  expect(others).toHaveLength(14);
  await panel.getByRole('button', { name: 'Close the panel' }).click();
  await expect(panel).toBeHidden();
});
