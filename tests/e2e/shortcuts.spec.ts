/** The shortcut sheet and the palette: reached by key and by menu, complete, and usable without a mouse. */
import type { Page } from '@playwright/test';
import { expect } from './app.ts';
import { someone, test } from './fault-people.ts';
import { firstRun, frame, person, search } from './on-screen.ts';

const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('the sheet opens by ?, F1 and the menu, and gives the focus back', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1'));
  const { page } = await connected('u-1');
  const sheet = sheetOf(page);
  const refresh = person(page).refresh;

  for (const key of ['?', 'F1']) {
    await refresh.focus();
    await page.keyboard.press(key);
    await expect(sheet, key).toBeVisible();
    for (const heading of ['Anywhere', 'Search', 'Table of people', 'A person’s page', 'Dialogs and menus']) {
      await expect(sheet.getByRole('heading', { level: 3, name: heading, exact: true })).toBeVisible();
    }
    await expect(sheet.getByText('Go to Problems')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(refresh).toBeFocused();
  }

  const settings = page.getByRole('button', { name: 'Settings and help' });
  await settings.click();
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts…' }).click();
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(settings).toBeFocused();

  // In a field the sign is typed.
  const { field } = search(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('who?');
  await expect(field).toHaveValue('who?');
  await expect(sheet).toBeHidden();
});

test('a view’s key leads to it from anywhere, out of the search too', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1'));
  const { page } = await connected('u-1');
  await page.keyboard.press('ControlOrMeta+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Problems' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('asha');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(search(page).field).toHaveAttribute('aria-expanded', 'false');
  await expect(search(page).field).toHaveValue('');
});

test('the palette lists what can be run, narrows it, and runs it by Enter', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1', { displayName: 'Asha Rao' }));
  const { page } = await connected('u-1');
  const { field, options } = search(page);
  const list = page.getByRole('listbox', { name: 'Actions' });

  await person(page).refresh.focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('>');
  await expect(list).toBeVisible();
  await expect(list.getByRole('option', { name: 'Refresh this person' })).toBeVisible();
  await expect(list.getByRole('option', { name: /^Go to Problems (Ctrl|⌘) 4$/ })).toBeVisible();
  // There is nothing selected to be copied, and no page ahead.
  await expect(list.getByRole('option', { name: /Copy the selected people|^Forward/ })).toHaveCount(0);

  await page.keyboard.type(' theme');
  await expect(options).toHaveText([/^Theme: light/, /^Theme: dark/]);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(field).toHaveAttribute('aria-expanded', 'false');
  await expect(person(page).refresh).toBeFocused();

  // A dialog that it opens gives the focus back to where it was before the search.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('>rename');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rename this connection' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(person(page).refresh).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('>no such thing');
  await expect(page.getByText('No action is called so')).toBeVisible();
  // Without the sign people are looked for again.
  await field.fill('Asha');
  await expect(options.first()).toContainText('Asha Rao');
  await page.keyboard.press('Escape');
  await frame(page).people.click();
});

test('a key pressed as a dialog or a menu closes is not lost', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1'));
  const { page } = await connected('u-1');
  const { field } = search(page);
  await person(page).refresh.focus();
  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press('F1');
    await expect(sheetOf(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(sheetOf(page)).toBeHidden();
    // It is the search's for good: what fades out takes no focus back.
    await page.keyboard.type('asha');
    await expect(field).toHaveValue('asha');
    await page.keyboard.press('Escape');
    await expect(person(page).refresh).toBeFocused();
  }

  await frame(page).people.click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeFocused();
  const columns = page.getByRole('button', { name: 'Columns' });
  await columns.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(columns).toBeFocused();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toBeFocused();
});

test('the sheet opens over the doors as well, and gives the focus back', async ({ start }) => {
  const { page } = await start();
  const { lookAround, token } = firstRun(page);
  await lookAround.focus();
  for (const key of ['?', 'F1']) {
    await page.keyboard.press(key);
    await expect(sheetOf(page), key).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheetOf(page)).toBeHidden();
    await expect(lookAround).toBeFocused();
  }
  await token.focus();
  await page.keyboard.type('?');
  await expect(token).toHaveValue('?');
  await page.keyboard.press('F1');
  await expect(sheetOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(token).toBeFocused();
  await expect(token).toHaveValue('?');
});
