/** Looking somebody up from the keyboard: by whatever is known of them, and by an id that is not known yet. */
import { expect, type Page } from '@playwright/test';
import { askedFor, named, noSuchUser, someone } from './fault-people.ts';
import { alert, frame, person, search } from './on-screen.ts';
import { test } from './whole-demo.ts';

const mail = (address: string) => {
  const one = { id: `m-${address}`, createdAt: 0, updatedAt: 0, email: address, normalizedEmail: address };
  return { ...one, type: '', isVerified: true, user: '' };
};
const withMail = (address: string) => ({ emails: [mail(address)], primaryEmail: mail(address) });
const uuid = '9763caa1-cef3-497f-b3b2-f551456b2831';

const team = {
  'zoe-2': { ...named('Zoë Müller-Østergård'), username: 'zmo', ...withMail('zoe.mueller@example.com') },
  'jan-3': { ...named('Jan Kowalski'), username: 'kowal.jan', ...withMail('jk@example.com') },
  'del-4': { ...named('Jana Gone'), isActive: false, isDeleted: true, ...withMail('jana@example.com') },
  'ina-5': { ...named('Jane Idle'), isActive: false, ...withMail('idle@example.com') },
  [uuid]: { ...named('Uma Uuid'), username: 'uma', ...withMail('uma@example.com') },
};

const openSearch = async (page: Page) => {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(search(page).field).toBeFocused();
  await expect(search(page).field).toHaveAttribute('aria-expanded', 'true');
};
/** Types, and gives the options once they answer what was typed. */
const typed = async (page: Page, text: string) => {
  await search(page).field.fill(text);
  return search(page).options;
};
const active = (page: Page) => page.getByRole('option', { selected: true });

test('people are found by name, e-mail, username, id and link, opened by Enter, and copied from', async ({
  connected,
  server,
}) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: Object.keys(team) }));
  for (const [id, fields] of Object.entries(team)) server.answer(id, someone(id, fields));
  const { app, page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('5 direct · 5 in all');
  server.forget();

  await openSearch(page);
  for (const [text, name] of [
    ['zoë müller', 'Zoë Müller-Østergård'],
    ['zoe muller', 'Zoë Müller-Østergård'],
    ['ostergard zoe', 'Zoë Müller-Østergård'],
    ['ZOE.MUELLER@example.com', 'Zoë Müller-Østergård'],
    ['kowal.jan', 'Jan Kowalski'],
    [uuid, 'Uma Uuid'],
    [uuid.toUpperCase(), 'Uma Uuid'],
    [`https://app.example.com/users/${uuid}?tab=profile`, 'Uma Uuid'],
  ] as const) {
    await expect((await typed(page, text)).first(), text).toContainText(name);
  }
  // What was typed is marked wherever it stands.
  for (const [text, part] of [
    ['ostergard', 'Østergård'],
    ['zmo', 'zmo'],
    ['zoe.mueller@exam', 'zoe.mueller@exam'],
    ['9763caa1', '9763caa1'],
  ] as const) {
    await expect((await typed(page, text)).first().locator('mark'), text).toHaveText([part]);
  }

  // Deleted and inactive people are found, marked, and stand after active ones.
  const options = await typed(page, 'jan');
  await expect(options).toHaveText([/Jan Kowalski.*Active/, /Jane Idle.*Inactive/, /Jana Gone.*Deleted/]);

  const { field } = search(page);
  await expect(active(page)).toContainText('Jan Kowalski');
  await field.press('ArrowDown');
  await expect(active(page)).toContainText('Jane Idle');
  await field.press('ArrowUp');
  await field.press('ArrowUp');
  await expect(active(page)).toContainText('Jana Gone');
  const activeId = await field.getAttribute('aria-activedescendant');
  expect(await active(page).getAttribute('id')).toBe(activeId);
  await field.press('ControlOrMeta+c');
  const clipboard = () => app.evaluate(async ({ clipboard: board }) => String(await board.readText()));
  await expect.poll(clipboard).toBe('jana@example.com');
  await expect(page.getByRole('status').filter({ hasText: 'Copied the e-mail' })).toBeVisible();

  await field.press('Tab');
  await expect(search(page).options).toHaveText(['Open', 'Copy e-mail', 'Write an e-mail', 'Copy id']);
  await field.press('Escape');
  await expect(active(page)).toContainText('Jana Gone');
  await field.press('Enter');
  await expect(person(page).heading).toHaveText('Jana Gone');
  await expect(person(page).status).toHaveText(/^Deleted/);

  await openSearch(page);
  await expect(search(page).options).toHaveText([/Jana Gone/, /Bea Boss/]);
  await search(page).field.fill('nobody at all');
  await expect(search(page).options).toHaveCount(0);
  await expect(page.getByText('No one known so far matches “nobody at all”')).toBeVisible();
  await search(page).field.press('Escape');
  await expect(search(page).field).toHaveAttribute('aria-expanded', 'false');
  await expect(search(page).field).toHaveValue('');
  await expect(person(page).heading).toHaveText('Jana Gone');
  // All of it was answered from here.
  expect(askedFor(server)).toEqual([]);
});

const lookFor = (page: Page) => page.getByRole('group', { name: 'Look for' }).getByRole('button');

test('a status is looked for by key and by mouse, says what it hides, and is over when the search is closed', async ({
  connected,
  server,
}) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: Object.keys(team) }));
  for (const [id, fields] of Object.entries(team)) server.answer(id, someone(id, fields));
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('5 direct · 5 in all');
  await openSearch(page);
  await expect(await typed(page, 'jan')).toHaveText([/Jan Kowalski/, /Jane Idle/, /Jana Gone/]);
  const { field, options } = search(page);
  const pressed = page.getByRole('group', { name: 'Look for' }).getByRole('button', { pressed: true });
  const count = page.getByRole('search').getByRole('status');
  await expect(lookFor(page)).toHaveText(['All3', 'Active1', 'Inactive1', 'Deleted1', 'Not found0']);
  await expect(count).toHaveText('3 shown');

  await field.press('ControlOrMeta+.');
  await expect(options).toHaveText([/Jan Kowalski/, /1 inactive person matches/, /1 deleted person matches/]);
  await expect(pressed).toHaveText('Active1');
  await expect(count).toHaveText('1 shown, active only, 1 inactive person matches, 1 deleted person matches');
  await field.press('ControlOrMeta+.');
  await expect(options.first()).toHaveText(/Jane Idle/);
  await lookFor(page).filter({ hasText: 'Deleted' }).click();
  await expect(options.first()).toHaveText(/Jana Gone/);
  await expect(field).toBeFocused();

  // Who is there is never denied, whatever names them; choosing what is hidden lifts the status and shows who was meant.
  for (const text of ['kowalski', 'jan-3', 'https://app.example.com/users/jan-3', 'jk@example.com']) {
    await expect(await typed(page, text), text).toHaveText([/1 active person matches/]);
  }
  await expect(page.getByText('No deleted person matches “jk@example.com”')).toBeVisible();
  await field.press('Enter');
  await expect(options).toHaveText([/Jan Kowalski/]);
  await expect(pressed).toHaveText('All1');
  await expect(field).toBeFocused();
  await expect(count).toHaveText('1 shown');

  // The groups's keys: Shift and Tab lead there, arrows choose, and Escape leads back.
  await expect(await typed(page, 'jan')).toHaveCount(3);
  await field.press('Shift+Tab');
  await expect(pressed).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(pressed).toHaveText('Inactive1');
  await expect(pressed).toBeFocused();
  await expect(options).toHaveText([/Jane Idle/, /1 active person matches/, /1 deleted person matches/]);
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await options.filter({ hasText: '1 deleted person matches' }).click();
  await expect(active(page)).toContainText('Jana Gone');
  await expect(pressed).toHaveText('All3');
  await expect(field).toBeFocused();

  // A list that was pasted.
  await lookFor(page).filter({ hasText: 'Inactive' }).click();
  await expect(await typed(page, 'jan-3; del-4; ina-5')).toHaveText([
    /Show them in People/,
    /Check these 3/,
    /Jane Idle/,
    /1 active person matches.*Show them/,
    /1 deleted person matches.*Show them/,
  ]);
  await options.filter({ hasText: '1 active person matches' }).click();
  await expect(options).toHaveText([/Show them in People/, /Check these 3/, /Jan Kowalski/, /Jana Gone/, /Jane Idle/]);
  await expect(active(page)).toContainText('Jan Kowalski');

  await lookFor(page).filter({ hasText: 'Deleted' }).click();
  await field.press('Escape');
  await openSearch(page);
  await expect(pressed).toHaveText(/^All/);
  await expect(await typed(page, 'jan')).toHaveText([/Jan Kowalski/, /Jane Idle/, /Jana Gone/]);
});

test('an id that is not known is offered to be fetched, and Enter fetches it', async ({ connected, server }) => {
  server.answer('boss-1', someone('boss-1', named('Bea Boss')));
  server.answer('new-2', someone('new-2', named('Nia New')));
  server.answer(uuid, someone(uuid, named('Uma Uuid')));
  server.answer('gone-3', noSuchUser);
  const { page } = await connected('boss-1');
  const before = server.requests.length;
  await openSearch(page);
  // Whatever status is looked for.
  await lookFor(page).filter({ hasText: 'Deleted' }).click();
  await expect(await typed(page, 'new-2')).toHaveText([/Fetch it from the server.*new-2 is not known yet/]);
  await search(page).field.press('Enter');
  await expect(person(page).heading).toHaveText('Nia New');
  await openSearch(page);
  await expect(await typed(page, `see https://app.example.com/users/${uuid}`)).toHaveText([/Fetch it from the server/]);
  await search(page).field.press('Enter');
  await expect(person(page).heading).toHaveText('Uma Uuid');
  await expect(frame(page).connection).toContainText('3 people');

  await openSearch(page);
  await expect(await typed(page, 'gone-3')).toHaveText([/Fetch it from the server/]);
  await search(page).field.press('Enter');
  await expect(person(page).heading).toHaveText('No such user');
  await expect(alert(page, 'The server has no such user')).toContainText('There is no local copy of this user.');
  expect(server.requests.slice(before).map(({ target }) => target)).toEqual([
    '/v1/ext/user/new-2',
    `/v1/ext/user/${uuid}`,
    '/v1/ext/user/gone-3',
  ]);
  await expect(frame(page).connection).toContainText('3 people');
  await openSearch(page);
  await expect(await typed(page, 'gone-3')).toHaveText([/Fetch it from the server.*gone-3 · not found since /]);
});

test('Enter pressed before the answer is there waits for the answer to what was typed', async ({
  connected,
  server,
}) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: Object.keys(team) }));
  for (const [id, fields] of Object.entries(team)) server.answer(id, someone(id, fields));
  const { page } = await connected('boss-1');
  await expect(person(page).panel).toContainText('5 direct · 5 in all');
  await openSearch(page);
  await page.keyboard.type('kowalski');
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Jan Kowalski');
});

test('rows stay in place while more come, and where there are too many the last leads to all of them', async ({
  demo: { page },
}) => {
  await openSearch(page);
  const count = page.getByRole('search').getByRole('status');
  const { field, options } = search(page);
  await field.fill('mar');
  await expect(count).toHaveText(/^20 of \d\d shown$/);
  const matching = /of (\d+)/.exec((await count.textContent()) ?? '')?.[1];
  await expect(lookFor(page).first()).toHaveText(`All${matching}`);
  const before = await options.allTextContents();
  expect(before).toHaveLength(20);
  await field.press('End');
  await expect(count).toHaveText(`${matching} shown`);
  expect(await options.count()).toBe(Number(matching));
  expect(await options.count()).toBeGreaterThan(20);
  expect((await options.allTextContents()).slice(0, 20)).toEqual(before);
  await expect(active(page)).toHaveText(before.at(-1) ?? '');

  await field.fill('a');
  await expect(count).toHaveText(/^20 of [\d,]+ shown$/);
  await field.press('End');
  await expect(count).toHaveText(/^50 of [\d,]+ shown$/);
  await field.press('End');
  await expect(active(page)).toContainText('Show everybody who matches');
  await field.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Filter by text' })).toHaveValue('a');
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of 1,200 shown$/ })).toBeVisible();
});
