/** The ways to a status check from elsewhere, and what is said of lines that stand for nobody, or for several. */
import { expect } from './app.ts';
import { cell, checks, logOfDemo } from './check-screen.ts';
import { grid as peopleGrid, showGrid } from './demo-screens.ts';
import { test as faulty, named, someone } from './fault-people.ts';
import { alert, person, search } from './on-screen.ts';
import { test } from './whole-demo.ts';

const idsOf = (lines: readonly string[]) => lines.map((line) => /user=(\S+)/.exec(line)?.[1] ?? '');

test('a list in the search, people who are selected and the clipboard are checked', async ({ demo: { page, app } }) => {
  const { lines } = logOfDemo();
  const ids = idsOf(lines).slice(0, 27);
  const { heading } = checks(page);
  await page.keyboard.press('ControlOrMeta+k');
  await search(page).field.fill(ids.join(' '));
  await expect(search(page).options.filter({ hasText: 'Check these 27' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('List from the search');
  await expect(page.getByText(/^27 rows: /)).toBeVisible();

  await showGrid(page, '1,200');
  await page.keyboard.press('ArrowDown');
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Check status of 4' }).press('Enter');
  await expect(heading).toHaveText('Selected people');
  await expect(page.getByText(/^4 rows: /)).toBeVisible();

  await app.evaluate(({ clipboard }, text) => {
    clipboard.readText = async () => text;
  }, ids.slice(0, 5).join('\r\n'));
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(peopleGrid(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+v');
  await expect(heading).toHaveText('List from the clipboard');
  await expect(page.getByText(/^5 rows: /)).toBeVisible();
});

test('a file that is dropped is asked about, and checked', async ({ demo: { page } }) => {
  const { lines } = logOfDemo();
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'accounts.log'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, lines.slice(0, 12).join('\n'));
  const dialog = page.getByRole('dialog', { name: 'Check this file, or add its ids?' });
  await expect(dialog).toContainText('accounts.log');
  await expect(dialog.getByRole('button', { name: 'Check', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(checks(page).heading).toHaveText('accounts.log');
  await expect(page.getByText(/^12 rows: /)).toBeVisible();
});

test('of several files that are dropped the first is checked, once that is said', async ({ demo: { page } }) => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    for (const name of ['one.txt', 'two.txt', 'three.txt'])
      dataTransfer.items.add(new File([`${name}@x.example`], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole('dialog', { name: 'Check the first file, or add the ids of all?' });
  await expect(dialog).toContainText('one.txt and 2 others');
  await dialog.getByRole('button', { name: 'Check the first' }).press('Enter');
  await expect(checks(page).heading).toHaveText('one.txt');
  await expect(page.getByText(/^1 row: /)).toBeVisible();
});

faulty(
  'of a shared address one is chosen, a name is accepted, and nothing is left out',
  async ({ connected, server }) => {
    const shared = { email: 'desk@example.com', isVerified: true, type: 'Work', createdAt: 1, updatedAt: 1 };
    server.answer(
      'u-1',
      someone('u-1', { ...named('Ada Lee'), emails: [{ ...shared, user: 'u-1' }], reportees: ['u-2', 'u-3'] }),
    );
    server.answer('u-2', someone('u-2', { ...named('Bo Lind'), emails: [{ ...shared, user: 'u-2' }] }));
    server.answer('u-3', someone('u-3', { ...named('Cleo Ray'), emails: [], isActive: false }));
    const { page } = await connected('u-1');
    await expect(person(page).panel).toContainText('2 direct');
    const { list, rows, active, grid, show, heading } = checks(page);
    await page.keyboard.press('ControlOrMeta+3');
    await list.press('ControlOrMeta+Enter');
    await expect(list).toHaveAccessibleDescription(/Paste a list, or choose a file/);
    await expect(list).toBeFocused();
    await list.fill('desk@example.com\nCleo Ray\nnobody@example.com\n#!?');
    await list.press('ControlOrMeta+Enter');
    await expect(page.getByText('4 rows: 0 gone, 0 inactive, 0 fine, 4 to be looked at')).toBeVisible();
    await expect(cell(rows, 'status')).toHaveText(['Ambiguous', 'Not understood', 'Nobody known', 'Not understood']);

    await grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: /^Ada Lee/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(grid).toBeFocused();
    await expect(cell(active, 'person')).toContainText('Bo Lind');
    await expect(cell(active, 'matched')).toHaveText('Chosen');
    await page.getByRole('button', { name: 'Accept 1 unique name' }).press('Enter');
    await expect(cell(rows.nth(1), 'matched')).toHaveText('Name, accepted');
    await expect(page.getByText('4 rows: 0 gone, 1 inactive, 1 fine, 2 to be looked at')).toBeVisible();
    await expect(show('Inactive')).toHaveText(/1$/);

    // An older list without a name is not kept, which is said where one goes back to it.
    await checks(page).entry.press('Enter');
    await list.fill('u-1\nu-2');
    await list.press('ControlOrMeta+Enter');
    await expect(page.getByText(/^2 rows: /)).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(alert(page, 'This check is not kept any more')).toBeVisible();
    await expect(heading).toHaveText('Status check');
  },
);
