/** Many ids at once: pasted into the search, filtered with in the table, and added from a list. */
import { expect, type Locator, type Page } from '@playwright/test';
import { named, someone, test } from './fault-people.ts';
import { frame, person, search } from './on-screen.ts';

const team = { 'ann-2': 'Ann One', 'bob-3': 'Bob Two', 'cem-4': 'Cem Three' };
const list = 'User ID\nann-2\nbob-3\n\nhttps://jira.example.com/browse/ABC-12\nzoe-9\n';

/** As from the clipboard, whichever this computer has. */
const paste = (field: Locator, text: string) =>
  field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
const rows = (page: Page) => page.getByRole('grid', { name: 'People' }).locator('[data-column=name]').getByRole('link');
const live = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test.beforeEach(({ server }) => {
  server.answer('boss-1', someone('boss-1', { ...named('Zoe Boss'), reportees: Object.keys(team) }));
  for (const [id, name] of Object.entries(team)) server.answer(id, someone(id, { ...named(name), reportees: [] }));
});

test('a pasted list is understood, shown in the table, and what is not known can be read and fetched', async ({
  connected,
  server,
}) => {
  server.answer('zoe-9', someone('zoe-9', { ...named('Zoe Nine'), reportees: [] }));
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('3 direct · 3 in all');
  await page.keyboard.press('ControlOrMeta+k');
  const { field, options } = search(page);
  await expect(field).toBeFocused();
  await paste(field, list);
  await expect(live(page, '2 of 4 found, 1 not known, 1 not understood')).toContainText(
    '“https://jira.example.com/browse/ABC-12”: a link to something else',
  );
  await expect(options).toHaveText([/^Show them in People/, /^Check these 3/, /Ann One/, /Bob Two/]);

  await field.press('Enter');
  const filter = page.getByRole('textbox', { name: 'Filter by text' });
  await expect(rows(page)).toHaveText(['Ann One', 'Bob Two']);
  await expect(filter).toHaveValue('User ID; ann-2; bob-3; https://jira.example.com/browse/ABC-12; zoe-9');
  await expect(live(page, /^2 of 4 shown$/)).toBeVisible();
  const spoilt = '“https://jira.example.com/browse/ABC-12”';
  await expect(live(page, `2 of 4 found, 1 not known, 1 not understood: ${spoilt}`)).toBeVisible();

  await page.getByRole('button', { name: 'Which are not…' }).click();
  const dialog = page.getByRole('dialog', { name: 'What of the list is not known' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    'zoe-9',
    '“https://jira.example.com/browse/ABC-12”: a link to something else',
  ]);
  await dialog.getByRole('button', { name: 'Fetch them…' }).click();
  const adding = page.getByRole('dialog', { name: 'Add people from a list' });
  await expect(adding.getByRole('textbox', { name: 'Text with ids' })).toHaveValue('zoe-9');
  await expect(adding.getByRole('status')).toHaveText('1 id, 1 new');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding.getByRole('status')).toHaveText('1 id found, 1 new.');
  await adding.getByRole('button', { name: 'Close' }).last().click();
  await expect(rows(page)).toHaveText(['Ann One', 'Bob Two', 'Zoe Nine']);
  await expect(live(page, `3 of 4 found, 1 not understood: ${spoilt}`)).toBeVisible();
});

test('what is not understood beside one who is found is said, in the search and in the table’s filter', async ({
  connected,
}) => {
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('3 direct · 3 in all');
  await page.keyboard.press('ControlOrMeta+k');
  const { field, options } = search(page);
  await field.fill('ann-2, Nobody Here');
  await expect(options.filter({ hasText: 'Ann One' })).toHaveCount(1);
  await expect(live(page, '1 of 2 found, 1 not understood')).toContainText('“Nobody Here”: no id');
  await page.keyboard.press('Escape');
  await frame(page).people.click();
  await page.getByRole('textbox', { name: 'Filter by text' }).fill('ann-2, Nobody Here');
  await expect(rows(page)).toHaveText(['Ann One']);
  await expect(live(page, '1 of 2 found, 1 not understood: “Nobody Here”')).toBeVisible();
});

test('the table’s filter keeps pasted lines apart, and says what was left out', async ({ connected }) => {
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('3 direct · 3 in all');
  await frame(page).people.click();
  const filter = page.getByRole('textbox', { name: 'Filter by text' });
  await filter.focus();
  await paste(filter, '| Name | User ID |\n|------|---------|\n| Ann | ann-2 |\n| Cem | cem-4 |\n');
  await expect(rows(page)).toHaveText(['Ann One', 'Cem Three']);
  await expect(live(page, '2 understood, all of them known')).toBeVisible();

  await page.getByRole('button', { name: 'Clear the text' }).click();
  await expect(rows(page)).toHaveCount(4);
  const many = Array.from({ length: 1300 }, (_, nth) => `who-${nth + 10}`);
  await paste(filter, ['bob-3', ...many].join('\n'));
  await expect(rows(page)).toHaveText(['Bob Two']);
  await expect(live(page, '1,000 understood, 1 of them known, 999 not')).toContainText('301 more were not looked for');

  await filter.fill('');
  await paste(filter, ['bob-3', ...Array.from({ length: 70 }, () => 'x'.repeat(1000))].join('\n'));
  await expect(filter).toHaveValue(/^bob-3; x+; .*x$/);
  expect((await filter.inputValue()).length).toBeLessThanOrEqual(65_536);
});

test('ids are counted while a text is given, and what spoils it is named', async ({ connected }) => {
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('3 direct · 3 in all');
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Add people from a list…' }).click();
  const adding = page.getByRole('dialog', { name: 'Add people from a list' });
  const text = adding.getByRole('textbox', { name: 'Text with ids' });
  const status = adding.getByRole('status');
  await text.fill('ann-2, new-7, new-8');
  await expect(status).toHaveText('3 ids, 2 new');
  await text.fill('ann-2\nn/a\nnew-7');
  await expect(status).toHaveText('2 ids, 1 new. 1 item is no id: “n/a” (line 2)');
  await text.fill('nobody of note');
  await expect(status).toHaveText('No ids');
  await adding.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(adding.getByText(/^No user id was found in this/)).toBeVisible();
  await text.fill('');
  await expect(status).toHaveText('');

  const ids = Array.from({ length: 60_000 }, (_, nth) => `${String(nth).padStart(8, '0')}-0000-4000-8000-000000000000`);
  await paste(text, ids.join('\n'));
  await expect(adding.getByText('Pasted text')).toBeVisible();
  await expect(status).toHaveText('60,000 ids, 60,000 new');
  // The page goes on while it waits.
  await text.fill('ann-2');
  await expect(status).toHaveText('60,001 ids, 60,000 new');
});

test('whom of a pasted list the status in the table hides is said there, and shown when it is pressed', async ({
  connected,
  server,
}) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['gone-2'] }));
  server.answer('gone-2', someone('gone-2', { ...named('Gil Gone'), isActive: false, isDeleted: true }));
  const { page } = await connected('boss-1');
  await frame(page).people.click();
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Status(?! check)/ })
    .or(page.getByRole('button', { name: /^Deleted/ }))
    .first()
    .click();
  const item = page.getByRole('menuitemradio', { name: /^Deleted/ });
  if (await item.isVisible()) await item.click();
  const table = page.getByRole('grid', { name: 'People' });
  await expect(table).toContainText('Gil Gone');
  await page.getByRole('textbox', { name: 'Filter by text' }).fill('boss-1; nobody-9');
  await expect(page.getByText('Nobody known so far fits these filters')).toBeVisible();
  await page.getByRole('button', { name: '1 active person matches' }).press('Enter');
  await expect(table.locator('[data-place="0"]')).toContainText('Bea Boss');
  await expect(table).toBeFocused();
});
