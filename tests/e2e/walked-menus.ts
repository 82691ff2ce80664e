/** Menus and dialogs by keyboard alone: they open, their keys move and choose, Escape closes them, and the focus is back. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until something has the focus. Fails where Tab comes round without having met it. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted, 'Tab comes to it').toBeFocused();
}

/** The menu that a button says it opens, open, with the focus on its first item. */
async function openMenu(page: Page, opener: Locator): Promise<Locator> {
  await tabTo(page, opener);
  await expect(opener).toHaveAttribute('aria-haspopup', 'menu');
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const menu = page.locator(`[id="${await opener.getAttribute('aria-controls')}"]`);
  await expect(menu).toHaveRole('menu');
  await expect(menu).toHaveAccessibleName(/\S/);
  await expect(itemsOf(menu).first()).toBeFocused();
  return menu;
}

/** What of a menu can be chosen. */
const itemsOf = (menu: Locator) => menu.locator('[role^="menuitem"]:enabled');

/** Goes through a menu down, up and round, and leaves it with Escape. Gives the words of its items. */
export async function walkMenu(page: Page, opener: Locator): Promise<string[]> {
  const menu = await openMenu(page, opener);
  const items = itemsOf(menu);
  const words = await items.allTextContents();
  for (let at = 1; at < words.length; at += 1) {
    await page.keyboard.press('ArrowDown');
    await expect(items.nth(at)).toBeFocused();
  }
  await page.keyboard.press('ArrowDown');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(items.last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
  return words;
}

/** Opens a menu and chooses one of its items with the arrows and Enter. */
export async function choose(page: Page, opener: Locator, item: string): Promise<Locator> {
  const menu = await openMenu(page, opener);
  const wanted = itemsOf(menu).filter({ hasText: item });
  const place = (await itemsOf(menu).allTextContents()).findIndex((words) => words.includes(item));
  for (let presses = 0; presses < place; presses += 1) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
  return menu;
}

/** The one dialog that is open: it is named, and Tab goes through what is in it, round and back, and not out. */
async function walkDialog(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAccessibleName(/\S/);
  const isWithin = () => dialog.evaluate((one) => one.contains(document.activeElement));
  await expect.poll(isWithin).toBe(true);
  for (const key of [...Array<string>(10).fill('Tab'), ...Array<string>(10).fill('Shift+Tab')]) {
    await page.keyboard.press(key);
    expect(await isWithin(), key).toBe(true);
  }
  return dialog;
}

/** Walks the dialog that is open, and leaves it with Escape to what opened it. */
export async function leaveDialog(page: Page, opener: Locator): Promise<void> {
  const dialog = await walkDialog(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
}
