/** Every menu and every dialog by keyboard alone: it opens, its keys move and choose, Escape closes it, and the focus is back where it was. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import { named, someone, test } from './fault-people.ts';
import { frame, person } from './on-screen.ts';
import { choose, leaveDialog, tabTo, walkMenu } from './walked-menus.ts';

/** Names of the buttons on screen that say they open something, and are none of those walked through. */
async function notWalked(page: Page, walked: readonly Locator[]): Promise<string[]> {
  const namesOf = (buttons: Locator) =>
    buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''));
  const known = (await Promise.all(walked.map(namesOf))).flat();
  return (await namesOf(page.locator('button[aria-haspopup]:visible'))).filter((name) => !known.includes(name));
}

test('every menu and dialog opens, moves, chooses and closes by keyboard, and gives the focus back', async ({
  connected,
  server,
  newFolder,
}) => {
  test.setTimeout(180_000);
  server.answer('u-1', someone('u-1', { ...named('Asha Rao'), team: 'odd-team-1', reportees: ['u-2', 'u-3'] }));
  server.answer('u-2', someone('u-2', { ...named('Bea Ito'), team: 'odd-team-2', reportees: [] }));
  server.answer('u-3', someone('u-3', { ...named('Cem Ak'), team: 'odd-team-2', reportees: [] }));
  const { app, page } = await connected('u-1');
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');
  const grid = page.getByRole('grid', { name: 'People' });
  const { connection } = frame(page);
  await expect(person(page).panel).toContainText('2 direct · 2 in all');

  await test.step('a person’s page: the dialog that names a team', async () => {
    const nameIt = button('Name it… (this team)').first();
    await tabTo(page, nameIt);
    await page.keyboard.press('Enter');
    await leaveDialog(page, nameIt);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Night desk');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(person(page).panel).toContainText('Night desk');
  });

  await test.step('the bar: theme, settings and help', async () => {
    await walkMenu(page, button('Theme'));
    await choose(page, button('Theme'), 'Dark');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expect(button('Theme')).toBeFocused();
    const settings = button('Settings and help');
    for (const item of await walkMenu(page, settings)) {
      await choose(page, settings, item);
      await leaveDialog(page, settings);
    }
  });

  await test.step('the connection: its menu, and each dialog of it', async () => {
    const items = await walkMenu(page, connection);
    for (const item of items.filter((words) => words.endsWith('…') && words !== 'Add another…')) {
      await choose(page, connection, item);
      await leaveDialog(page, connection);
    }
    await choose(page, connection, 'Rename…');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Acme');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(connection).toContainText('Acme');
    await expect(connection).toBeFocused();
    await choose(page, connection, 'Keep people fresh…');
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(connection).toBeFocused();
    await choose(page, connection, 'Add people from a list…');
    await expect(dialog.getByRole('textbox', { name: 'Text with ids' })).toBeFocused();
    await page.keyboard.type('u-3');
    await tabTo(page, dialog.getByRole('button', { name: 'Add', exact: true }));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toContainText('1 id found');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(connection).toBeFocused();
  });
  const bar = [button('Theme'), button('Settings and help'), connection];
  expect(await notWalked(page, bar)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(grid.locator('[data-column=name]').getByRole('link')).toHaveCount(3);

  await test.step('the table: its columns', async () => {
    const columns = button('Columns');
    await walkMenu(page, columns);
    const menu = await choose(page, columns, 'Username');
    // More than one may be chosen, so the menu stays.
    const username = menu.getByRole('menuitemcheckbox', { name: 'Username' });
    await expect(username).toBeChecked();
    await expect(username).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(columns).toBeFocused();
    await expect(grid.getByRole('columnheader', { name: 'Username' })).toBeVisible();
  });

  await test.step('the table: role and team', async () => {
    for (const name of ['Role', 'Team']) {
      const opener = page
        .getByRole('main')
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first();
      await tabTo(page, opener);
      const field = page.getByRole('combobox', { name: `Find a ${name.toLowerCase()}` });
      const options = page.getByRole('option');
      for (const key of ['Escape', 'Enter']) {
        await page.keyboard.press('Enter');
        await expect(field).toBeFocused();
        await expect(options).not.toHaveCount(1);
        await page.keyboard.press('ArrowDown');
        await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
        await expect(field).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '');
        await page.keyboard.press(key);
        await expect(field).toBeHidden();
        await expect(opener).toBeFocused();
      }
      await expect(opener).not.toContainText('Any');
    }
    await tabTo(page, button('Clear filters'));
    await page.keyboard.press('Enter');
    await expect(grid.locator('[data-column=name]').getByRole('link')).toHaveCount(3);
  });

  await test.step('the table: its statuses, where they have no room for a button each', async () => {
    const wide = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await page.setViewportSize({ width: 1000, height: 700 });
    const statuses = button(/^Status(?! check)/);
    expect(await walkMenu(page, statuses)).toEqual(['All3', 'Active3', 'Inactive0', 'Deleted0']);
    await choose(page, statuses, 'Deleted');
    await expect(statuses).toBeFocused();
    await expect(grid.locator('[data-column=name]').getByRole('link')).toHaveCount(0);
    await choose(page, statuses, 'All');
    await expect(grid.locator('[data-column=name]').getByRole('link')).toHaveCount(3);
    await page.setViewportSize(wide);
  });

  const popovers = [button('Below…'), button('Headcount')];
  await test.step('the table: below somebody, and the headcount', async () => {
    for (const opener of popovers) {
      await tabTo(page, opener);
      await page.keyboard.press('Enter');
      const popover = page.locator(`[id="${await opener.getAttribute('aria-controls')}"]`);
      await expect(popover).toHaveAccessibleName(/\S/);
      await expect.poll(() => popover.evaluate((one) => one.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await expect(popover).toBeHidden();
      await expect(opener).toBeFocused();
    }
  });

  const saved = join(newFolder(), 'saved.csv');
  await app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
  }, saved);
  await test.step('the table: export, of all and of who is selected', async () => {
    const all = button('Export');
    await walkMenu(page, all);
    await choose(page, all, 'CSV');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await expect(all).toBeFocused();
    await tabTo(page, grid);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    const selected = button('Export…');
    await expect(selected).toBeVisible();
    await walkMenu(page, selected);
    const addresses = button('Addresses');
    await walkMenu(page, addresses);
    const filters = [...popovers, button('Columns'), button(/^Role/), button(/^Team/)];
    expect(await notWalked(page, [...bar, ...filters, selected, addresses])).toEqual([]);
    await choose(page, selected, 'vCard');
    await expect(selected).toBeFocused();
  });

  await test.step('the table: what of a list is not known', async () => {
    const text = page.getByRole('textbox', { name: 'Filter by text' });
    await tabTo(page, text);
    await page.keyboard.type('u-2; u-3; zoe-9');
    const which = button('Which are not…');
    await expect(which).toBeVisible();
    await tabTo(page, which);
    await page.keyboard.press('Enter');
    await leaveDialog(page, which);
  });
});
