/** Every menu and every dialog of the status check by keyboard alone, as those of the other pages. */
import { join } from 'node:path';
import { expect } from './app.ts';
import { checks, logOfDemo } from './check-screen.ts';
import { openDialog } from './on-screen.ts';
import { choose, leaveDialog, tabTo, walkMenu } from './walked-menus.ts';
import { test } from './whole-demo.ts';

test('each opens, moves, chooses and closes by keyboard, and gives the focus back', async ({
  demo: { page, app },
  newFolder,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const dialog = openDialog(page);
  const { list, heading, grid, show } = checks(page);
  const saved = join(newFolder(), 'saved.zip');
  await app.evaluate(({ dialog: system }, filePath) => {
    system.showSaveDialog = async () => ({ canceled: false, filePath });
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, saved);
  await page.keyboard.press('ControlOrMeta+3');
  await expect(heading).toBeFocused();
  await tabTo(page, list);
  const ids = logOfDemo().lines.map((line) => /user=(\S+)/.exec(line)?.[1] ?? '');
  await page.keyboard.insertText(
    ['who,note', ...ids.map((id, nth) => `${id},note ${nth}`), 'nobody-known,x'].join('\n'),
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', '302');

  await test.step('the dialogs', async () => {
    for (const name of ['Runs…', 'Name this check…', 'Save…', 'Evidence…', 'Ask the server']) {
      await tabTo(page, button(name));
      await page.keyboard.press('Enter');
      await leaveDialog(page, button(name));
    }
  });

  await test.step('a run is removed, once that is confirmed', async () => {
    await tabTo(page, button('Run again'));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/nothing changed/)).toBeVisible();
    await expect(button('Run again')).toBeFocused();
    await tabTo(page, button('Runs…'));
    await page.keyboard.press('Enter');
    const runs = dialog.getByRole('listitem');
    await expect(runs).toHaveCount(2);
    await expect(dialog.getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused();
    // The newest stays, and says so instead of offering what it would not do.
    await expect(runs.first()).toContainText('The newest run stays');
    await expect(runs.first().getByRole('button')).toHaveCount(0);
    const removes = dialog.getByRole('button', { name: /^Remove the run/ });
    await tabTo(page, removes.first());
    await page.keyboard.press('Enter');
    const confirm = dialog.getByRole('button', { name: 'Remove', exact: true });
    await expect(confirm).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(removes.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(confirm).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(runs).toHaveCount(1);
    await expect.poll(() => dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    await leaveDialog(page, button('Runs…'));
  });

  await test.step('what is chosen in the dialogs is done, and the focus stays', async () => {
    await tabTo(page, button('Name this check…'));
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('Leavers');
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText('Leavers');
    await expect(button('Rename…')).toBeFocused();
    for (const [name, told] of [
      ['Save…', /^Saved 301 rows/],
      ['Evidence…', /^Saved the evidence/],
    ] as const) {
      await tabTo(page, button(name));
      await page.keyboard.press('Enter');
      await expect(dialog).toBeVisible();
      if (name === 'Save…') await page.keyboard.press('ArrowDown');
      await tabTo(page, dialog.getByRole('button', { name: /^Save/ }));
      await page.keyboard.press('Enter');
      await expect(page.getByText(told)).toBeVisible();
      await expect(button(name)).toBeFocused();
    }
  });

  await test.step('asking the server: the focus stays in its line until the button is there again', async () => {
    const { ask } = checks(page);
    await tabTo(page, ask);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('radio', { checked: true })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(dialog.getByText('This takes 300 requests.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('progressbar', { name: 'Asking the server' })).toBeVisible();
    await expect(ask).toBeVisible({ timeout: 60_000 });
    await expect(ask).toBeFocused();
  });

  await test.step('the menus: answers, the column that is looked up, and a row', async () => {
    await tabTo(page, show('Gone'));
    await page.keyboard.press('Enter');
    const answers = button('Any answer');
    await walkMenu(page, answers);
    await choose(page, answers, 'Deleted');
    await expect(button(/^Deleted/)).toBeFocused();
    await tabTo(page, show('All'));
    await page.keyboard.press('Enter');
    const column = button(/^Looked up: /);
    expect(await walkMenu(page, column)).toHaveLength(2);
    await choose(page, column, 'who');
    await expect(column).toBeFocused();
    await tabTo(page, grid);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+F10');
    const items = page.getByRole('menu').locator('[role^=menuitem]:enabled');
    await expect(items.first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(items.last()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(grid).toBeFocused();
  });

  const group = (words: string) =>
    page.getByRole('group', { name: 'Compared' }).getByRole('button', { name: new RegExp(`^${words}`) });
  await test.step('comparing: its choices', async () => {
    await tabTo(page, button('Compare with…'));
    await page.keyboard.press('Enter');
    await expect(group('In both')).toBeFocused();
    const status = page
      .getByRole('main')
      .getByRole('button', { name: /^Status/ })
      .last();
    await walkMenu(page, status);
    for (const name of [/^Role/, /^Team/, 'Below…']) {
      const opener = page.getByRole('main').getByRole('button', { name }).last();
      await tabTo(page, opener);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox').and(page.locator(':focus'))).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(opener).toBeFocused();
    }
    // Nothing on the page opens anything else.
    const openers = page.getByRole('main').locator('button[aria-haspopup]:not([tabindex="-1"]):visible');
    await expect(openers).toHaveText([/^Role/, /^Team/, /^Status/, 'Below…', /^Looked up/]);
    await tabTo(page, button('Stop comparing'));
    await page.keyboard.press('Enter');
    await expect(group('In both')).toHaveCount(0);
    await expect(grid).toBeFocused();
  });

  await test.step('the checks that are kept: their menu, and each dialog of it', async () => {
    // A check is a page of the same view: its key leads from there to the list, as the rail does.
    await page.keyboard.press('ControlOrMeta+3');
    await expect(list).toBeVisible();
    const more = button('More for Leavers');
    for (const item of await walkMenu(page, more)) {
      await choose(page, more, item);
      await leaveDialog(page, more);
    }
    const open = button('Open evidence…');
    await tabTo(page, open);
    await page.keyboard.press('Enter');
    await leaveDialog(page, open);
    await choose(page, more, 'Remove…');
    await tabTo(page, dialog.getByRole('button', { name: 'Remove', exact: true }));
    await page.keyboard.press('Enter');
    await expect(more).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});
