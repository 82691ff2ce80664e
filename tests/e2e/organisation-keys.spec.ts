/** Each job of the organisation, done by the keyboard alone: what has no key of its own is reached by Tab. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import { organisation } from './organisation-screen.ts';
import { test } from './whole-demo.ts';

/** More stops than the page has, and more items than a menu. */
const mostStops = 80;

async function goTo(page: Page, target: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there`);
}
const tabTo = (page: Page, target: Locator) => goTo(page, target, 'Tab');

/** In the menu that was opened. */
async function choose(page: Page, item: Locator): Promise<void> {
  await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  await goTo(page, item, 'ArrowDown');
  await page.keyboard.press('Enter');
}

test('is walked, coloured, searched, related, counted and saved without a mouse', async ({
  demo: { app, page },
}, info) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { active, find, tree } = organisation(page);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
  const file = (name: string) => {
    const filePath = info.outputPath(name);
    return app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, filePath);
  };
  await press('ControlOrMeta+2');
  await expect(active).toHaveCount(1);

  await test.step('somebody is found within three letters, and walked on from in the chart, to the top and down', async () => {
    const chart = page.getByRole('tree', { name: 'Chart' });
    const selected = chart.getByRole('treeitem', { selected: true });
    const findHer = async () => {
      await press('/', 's', 'i', 'g');
      await expect(page.getByRole('option').first()).toContainText('Sigríður');
      await press('Enter');
      await expect(active).toHaveAccessibleName(/^Sigríður/);
      await tabTo(page, chart);
    };
    await findHer();
    await press('Home');
    await expect(selected).toHaveAttribute('aria-level', '1');
    await press('ArrowDown');
    await expect(selected).toHaveAttribute('aria-level', '2');
    await findHer();
    await press('ArrowDown');
    await expect(selected).toHaveAttribute('aria-level', '3');
    await press('ArrowUp', 'Space');
    await expect(selected).toHaveAccessibleName(/^Sigríður/);
  });

  await test.step('the peers beside somebody are unfolded, and everybody below is opened', async () => {
    const people = page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem');
    await press('Shift+F10');
    await choose(page, item(/^Show \d+ beside$/));
    await expect(people.and(page.getByRole('treeitem', { name: /^Anirban/ }))).toBeAttached();
    await press('Shift+F10');
    await expect(item('Hide 7 beside')).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
    await press('End', 'Enter');
    await expect(page.getByRole('menu')).toBeHidden();
  });

  await test.step('the map is framed and seen whole, and coloured', async () => {
    await press('Alt+m');
    const map = page.getByRole('tree', { name: 'Map' });
    await expect(map.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/^Sigríður/);
    await tabTo(page, map);
    const zoom = page.getByRole('button', { name: /zoom to 100 %/ });
    await press('0');
    const whole = (await zoom.textContent()) ?? '';
    await press('f');
    await expect(zoom).not.toHaveText(whole);
    const inView = page.getByRole('navigation', { name: 'In view' }).getByRole('button', { name: 'Everybody' });
    await tabTo(page, inView);
    await press('Enter');
    await expect(zoom).toHaveText(whole);
    const colour = page.getByRole('button', { name: 'Colour' });
    await tabTo(page, colour);
    await press('Enter');
    await choose(page, page.getByRole('menuitemradio', { name: 'Status' }));
    await expect(colour).toHaveText('Colour: status');
    // The division with the most deleted people first.
    const most = page.getByRole('complementary', { name: 'What the colours say' }).getByRole('list').last();
    await expect(most.getByRole('listitem').first()).toHaveText(/^髙橋 明36 of 541$/);
  });

  await test.step('a role is put into the spotlight, its people are gone through, and it is cleared', async () => {
    await press('Enter');
    await choose(page, page.getByRole('menuitemradio', { name: /^Spotlight/ }));
    await page.keyboard.type('data eng');
    await expect(page.getByRole('option', { name: /^Role: Data Engineer/ })).toBeVisible();
    await press('ArrowDown', 'Enter', 'F3');
    await expect(page.getByRole('search', { name: 'Spotlight' }).getByRole('status')).toHaveText(/1 of 4$/);
    await press('Escape');
    await expect(page.getByRole('search', { name: 'Spotlight' })).toHaveCount(0);
  });

  await test.step('two people are related', async () => {
    await press('Alt+r');
    const panel = page.getByRole('complementary', { name: 'Relation of two' });
    await expect(panel.getByRole('combobox', { name: 'Second person' })).toBeFocused();
    await page.keyboard.type('Anirban Majumdar');
    await expect(panel.getByRole('option')).not.toHaveCount(0);
    await press('Enter');
    await expect(panel.getByRole('status')).toContainText('Anirban Majumdar');
    await press('Escape');
    await expect(panel).toBeHidden();
  });

  await test.step('spans and layers are counted, and saved', async () => {
    await file('spans.csv');
    await press('Alt+l');
    const panel = page.getByRole('complementary', { name: 'Spans and layers' });
    await expect(panel.getByRole('list', { name: 'Layers' })).toBeVisible();
    await tabTo(page, panel.getByRole('button', { name: 'Save as CSV' }));
    await press('Enter');
    await expect(item('Everybody who leads others')).toBeVisible();
    await choose(page, item('Layers'));
    await expect(page.getByText(/^Saved \d+ lines?$/)).toBeVisible();
    expect(readFileSync(info.outputPath('spans.csv'), 'utf8')).toMatch(/Layer,People/);
    await press('Escape');
  });

  await test.step('a day is asked for, of which the demo directory knows none before', async () => {
    await tabTo(page, button('As of…'));
    await press('Enter');
    await expect(page.getByRole('dialog')).toContainText('there is no earlier day to show');
    await press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('the branch is saved, and its link copied', async () => {
    await file('branch.csv');
    const save = button('Save…');
    await expect(button('As of…')).toBeFocused();
    await tabTo(page, save);
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('radio', { name: 'The whole organisation' })).toBeFocused();
    await press('ArrowDown');
    await expect(dialog.getByRole('radio', { name: /^The branch of/ })).toBeChecked();
    await press('Tab');
    const csv = dialog.getByRole('radio', { name: 'CSV' });
    for (let form = 0; form < 6 && !(await csv.isChecked()); form += 1) await press('ArrowDown');
    await expect(csv).toBeChecked();
    await press('Enter');
    await expect(page.getByText(/^Saved \d+ (?:person|people)/)).toBeVisible();
    await expect(save).toBeFocused();
    await press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Copy link' }));
    await press('Enter');
    await expect(dialog).toBeHidden();
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/^rolodesk:\/\/organisation\//);
  });

  await test.step('the tree is folded away and had again', async () => {
    await press('ControlOrMeta+b');
    await expect(tree).toBeHidden();
    await press('ControlOrMeta+b');
    await expect(tree).toBeVisible();
    await press('/');
    await expect(find).toBeFocused();
  });
});
