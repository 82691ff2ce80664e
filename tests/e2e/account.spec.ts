/** Several connections: each has its own name, token and copy, and no server ever sees another's token. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startFaultServer } from '../fault-server/fault-server.ts';
import { expect } from './app.ts';
import { connect, named, noSuchUser, someone, test, token } from './fault-people.ts';
import { chooseInConnectionMenu, disconnect, giveToken, remembered, rememberedIn } from './keychain-people.ts';
import { alert, firstRun, frame, lookUp, person } from './on-screen.ts';

const otherToken = 'another-token-for-another-server';

test('two servers: switching sends each its own token and shows its own people', async ({ connected, server }) => {
  const other = await startFaultServer({ token: otherToken });
  try {
    other.answer('z-1', someone('z-1', named('Zoe Other')));
    const { page } = await connected('u-1');
    await chooseInConnectionMenu(page, 'Add another…');
    await expect(firstRun(page).server).toBeFocused();
    await connect(page, { server: other.origin, token: otherToken, startFrom: 'z-1' });
    await expect(person(page).heading).toHaveText('Zoe Other');

    server.forget();
    await chooseInConnectionMenu(page, new URL(server.origin).host);
    await expect(person(page).heading).toHaveText('Asha Rao');
    await lookUp(page, 'u-2');
    await expect(person(page).status).toBeVisible();
    // Somebody of the other directory is not known in this one.
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Search people' }).fill('Zoe');
    await expect(page.getByText('No one known so far matches')).toBeVisible();
    await page.keyboard.press('Escape');

    await chooseInConnectionMenu(page, new URL(other.origin).host);
    await expect(person(page).heading).toHaveText('Zoe Other');
    await lookUp(page, 'z-2');
    await expect(person(page).status).toBeVisible();

    expect(server.requests.length).toBeGreaterThan(0);
    expect(other.requests.length).toBeGreaterThan(1);
    for (const { headers } of server.requests) expect(headers.authorization).toBe(`Bearer ${token}`);
    for (const { headers } of other.requests) expect(headers.authorization).toBe(`Bearer ${otherToken}`);
  } finally {
    await other.close();
  }
});

test('a connection is renamed, and is found under its new name after a restart', async ({ connected, start }) => {
  const { app, page, userData } = await connected('u-1');
  await chooseInConnectionMenu(page, 'Rename…');
  const dialog = page.getByRole('dialog', { name: 'Rename this connection' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(' ');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog).toContainText('Type a name.');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Head office');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(frame(page).connection).toContainText('Head office');
  await disconnect(page, { token: false, copy: false });
  await expect(remembered(page, 'Head office')).toBeVisible();
  await app.close();

  const again = await start({ userData });
  await remembered(again.page, 'Head office').click();
  await expect(frame(again.page).connection).toContainText('Head office');
});

test('without a keychain a connection is forgotten, and nothing is said to be left', async ({ connected }) => {
  const { app, page, userData } = await connected('u-1');
  await disconnect(page, { token: true, copy: true });
  await expect(remembered(page, /127\.0\.0\.1/)).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await app.close();
  expect(rememberedIn(userData)).toEqual([]);
});

test('the demo directory is removed, and no box asks whether', async ({ start }) => {
  const { page, userData } = await start();
  await firstRun(page).lookAround.click();
  await expect(frame(page).people).toContainText('1,200', { timeout: 30_000 });
  await chooseInConnectionMenu(page, 'Disconnect…');
  const dialog = page.getByRole('dialog', { name: /^Disconnect / });
  await expect(dialog).toContainText(/1,200 people .* are deleted from this computer/);
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(firstRun(page).connect).toBeVisible();
  expect(readdirSync(join(userData, 'directories'))).toEqual([]);
});

test('a token that is refused later: everything stays readable, and a new one puts it right', async ({
  connected,
  server,
}) => {
  const { page } = await connected('u-1');
  server.accept('renewed-token');
  await person(page).refresh.click();
  await expect(frame(page).state).toContainText('Token refused');
  const refused = alert(page, 'The token was refused, by the server or by something before it');
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText('Everything fetched so far stays readable, and nobody was marked.');
  await expect(person(page).heading).toHaveText('Asha Rao');

  server.forget();
  await refused.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('The token is still refused.')).toBeVisible();
  await expect(refused).toHaveCount(1);
  expect(server.requests.length).toBeGreaterThan(0);
  await refused.getByRole('button', { name: 'Give the token…' }).click();
  await giveToken(page, 'still-wrong');
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Access token' });
  await expect(field).toHaveAccessibleDescription(/The token was refused, by the server or by something before it/);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('still-wrong');
  // Said once, where it is mended.
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
  await giveToken(page, 'renewed-token');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(alert(page, 'The token was refused, by the server or by something before it')).toHaveCount(0);
  await expect(frame(page).connection).toContainText('Online');
  await person(page).refresh.click();
  await expect.poll(() => server.requests.at(-1)?.headers.authorization).toBe('Bearer renewed-token');
});

test('a token that is taken again puts everything right without being entered', async ({ connected, server }) => {
  const { page } = await connected('u-1');
  server.accept('renewed-token');
  await person(page).refresh.click();
  const refused = alert(page, 'The token was refused, by the server or by something before it');
  await expect(refused).toHaveCount(1);
  server.accept(token);
  await refused.getByRole('button', { name: 'Try again' }).click();
  await expect(refused).toHaveCount(0);
  await expect(frame(page).connection).toContainText('Online');
  await expect(page.getByText('From the server')).toBeVisible();
});

test('a failure while connecting keeps all that was typed, and nothing else', async ({ start, server }) => {
  const { page } = await start();
  await connect(page, { server: server.origin, token: 'wrong', startFrom: 'u-1' });
  await expect(firstRun(page).token).toHaveAccessibleDescription(
    /The token was refused, by the server or by something before it/,
  );
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(firstRun(page).server).toHaveValue(server.origin);
  await expect(firstRun(page).token).toHaveValue('wrong');
  await expect(firstRun(page).startFrom).toHaveValue('u-1');
  await expect(firstRun(page).token).toBeFocused();
  // It is selected: what is typed or pasted takes its place.
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await expect(person(page).status).toBeVisible();
});

test('a room without anybody says what to do, and its button does it', async ({ connected, server }) => {
  const { page } = await connected('u-1');
  await disconnect(page, { token: false, copy: true });
  server.answer('u-1', noSuchUser);
  await remembered(page, /127\.0\.0\.1/).click();
  await frame(page).people.click();
  const room = page.getByRole('main');
  await expect(room).toContainText('The sync is paused. What the rail says at its foot lets it go on.');
  await frame(page).state.getByRole('button', { name: 'Give the token…' }).click();
  await giveToken(page, token);
  await expect(room).toContainText('Nobody to start from could be fetched. Add an id or a profile link');
  await expect(frame(page).state).toContainText('Nobody to start from');
  await room.getByRole('button', { name: 'Add people…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add people from a list' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('u-2');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('1 id found, 1 new.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'People' }).getByRole('link')).toHaveCount(1);
  await expect(frame(page).state).toContainText('Updates automatically');
});
