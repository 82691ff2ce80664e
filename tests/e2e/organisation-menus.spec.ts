/** Every menu and every dialog of the organisation by keyboard alone, as those of the other pages. */
import { expect } from './app.ts';
import { organisation } from './organisation-screen.ts';
import { leaveDialog, tabTo, walkMenu } from './walked-menus.ts';
import { test } from './whole-demo.ts';

test('each opens, moves and closes by keyboard, and gives the focus back', async ({ demo: { page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { active, entry, tree } = organisation(page);
  await entry.click();
  await expect(active).toHaveAttribute('aria-expanded', 'true');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

  await test.step('the dialogs', async () => {
    for (const name of ['As of…', 'Save…']) {
      await tabTo(page, button(name));
      await page.keyboard.press('Enter');
      await leaveDialog(page, button(name));
    }
  });

  await test.step('the panels', async () => {
    for (const name of ['Relation…', 'Spans and layers']) {
      await tabTo(page, button(name));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('complementary').last()).toContainText(/Choose two people|everybody below/);
      await page.keyboard.press('Escape');
      await expect(button(name)).toBeFocused();
    }
  });

  await test.step('the menus of the map and of a panel', async () => {
    await page.keyboard.press('Alt+m');
    await expect(page.getByRole('tree', { name: 'Map' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
    await page.keyboard.press('Alt+l');
    expect(await walkMenu(page, button('Save as CSV'))).toHaveLength(2);
    const openers = page.getByRole('main').locator('button[aria-haspopup=menu]:not([tabindex="-1"]):visible');
    await expect(openers).not.toHaveCount(0);
    for (const opener of await openers.all()) {
      // One that holds a single place has nothing to walk through.
      await tabTo(page, opener);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menu').locator('[role^=menuitem]').first()).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(opener).toBeFocused();
    }
    await walkMenu(page, button(/^Colour/));
  });

  await test.step('what can be done with a person, from the tree and from the map', async () => {
    for (const place of [tree, page.getByRole('tree', { name: 'Map' })]) {
      await place.focus();
      await page.keyboard.press('Shift+F10');
      const items = page.getByRole('menu').locator('[role^=menuitem]:enabled');
      await expect(items.first()).toBeFocused();
      await page.keyboard.press('End');
      await expect(items.last()).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();
      await expect(place).toBeFocused();
    }
  });
});
