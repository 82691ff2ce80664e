/** The token in this computer's keychain: kept, found again, forgotten, and never lost to a lock. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withoutLibsecret } from '../secret-service/secret-service.ts';
import { expect } from './app.ts';
import { connect, keychainlessApp, token } from './fault-people.ts';
import {
  chooseInConnectionMenu,
  describeWithSecretService,
  disconnect,
  giveToken,
  heldInKeychain,
  remembered,
  rememberedIn,
  test,
} from './keychain-people.ts';
import { alert, firstRun, frame, lookUp, person } from './on-screen.ts';

const kept = { state: 'stored', token };
const none = { state: 'none' };

describeWithSecretService('a keychain that is open', () => {
  test('keeps the token: still signed in after a restart, and with another one in place of one that the server refuses', async ({
    startKeychain,
    start,
    server,
  }) => {
    const keychain = await startKeychain();
    const { env } = keychain;
    const first = await start({ env });
    const { userData } = first;
    await expect(first.page.getByText('Kept in this computer’s keychain (Secret Service).')).toBeVisible();
    await connect(first.page, { server: server.origin, token, startFrom: 'u-1' });
    await expect(person(first.page).status).toBeVisible();
    const [connection = ''] = rememberedIn(userData);
    await expect(first.page.getByText('Token kept until you quit')).toBeHidden();
    expect(await heldInKeychain(keychain, connection)).toEqual(kept);
    await first.app.close();

    server.forget();
    const { page, app } = await start({ env, userData });
    await expect(frame(page).people).toBeVisible();
    await lookUp(page, 'u-2');
    await expect(person(page).status).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(server.requests.map(({ target }) => target)).toContain('/v1/ext/user/u-2');
    for (const { headers } of server.requests) expect(headers.authorization).toBe(`Bearer ${token}`);

    await chooseInConnectionMenu(page, 'Give another token…');
    await giveToken(page, 'refused-by-the-server');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Access token' })).toHaveAccessibleDescription(
      /The token was refused, by the server or by something before it/,
    );
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await heldInKeychain(keychain, connection)).toEqual(kept);

    server.accept('renewed-token');
    await person(page).refresh.click();
    const refused = alert(page, 'The token was refused, by the server or by something before it').first();
    await refused.getByRole('button', { name: 'Give the token…' }).click();
    await giveToken(page, 'renewed-token');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(frame(page).connection).toContainText('Online');
    expect(await heldInKeychain(keychain, connection)).toEqual({ state: 'stored', token: 'renewed-token' });
    await app.close();

    const again = await start({ env, userData });
    await expect(frame(again.page).people).toBeVisible();
    await lookUp(again.page, 'u-3');
    await expect(person(again.page).status).toBeVisible();
  });

  test('forgets nothing, the token alone, or token and copy, as it is asked to', async ({
    connectedWithKeychain,
    start,
    server,
  }) => {
    const first = await connectedWithKeychain();
    const { keychain, env, userData, connection } = first;
    expect(existsSync(join(userData, 'directories', connection, 'directory.sqlite'))).toBe(true);
    await disconnect(first.page, { token: false, copy: false });
    await first.app.close();

    // Nothing was forgotten: one click opens it again.
    const second = await start({ env, userData });
    await expect(firstRun(second.page).connect).toBeVisible();
    await remembered(second.page, /127\.0\.0\.1/).click();
    await expect(person(second.page).heading).toHaveText('Asha Rao');
    server.forget();
    await person(second.page).refresh.click();
    await expect.poll(() => server.requests.map(({ target }) => target)).toContain('/v1/ext/user/u-1');
    await expect(second.page.getByRole('alert')).toHaveCount(0);
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
    await disconnect(second.page, { token: true, copy: false });
    expect(await heldInKeychain(keychain, connection)).toEqual(none);
    await second.app.close();

    // The token alone: the copy opens, and a token is asked for.
    const third = await start({ env, userData });
    server.forget();
    await remembered(third.page, /127\.0\.0\.1/).click();
    await expect(person(third.page).heading).toHaveText('Asha Rao');
    const asked = alert(third.page, 'Token needed');
    await expect(asked).toBeVisible();
    expect(server.requests).toEqual([]);
    await asked.getByRole('button', { name: 'Give the token…' }).click();
    await giveToken(third.page, token);
    await expect(asked).toBeHidden();
    expect(await heldInKeychain(keychain, connection)).toEqual(kept);
    await disconnect(third.page, { token: true, copy: true });
    expect(readdirSync(join(userData, 'directories'))).toEqual([]);
    expect(rememberedIn(userData)).toEqual([]);
    expect(await heldInKeychain(keychain, connection)).toEqual(none);
    await third.app.close();

    // Both: no file and no connection is left.
    const fourth = await start({ env, userData });
    await expect(firstRun(fourth.page).connect).toBeVisible();
    await expect(fourth.page.getByRole('heading', { name: 'Open again' })).toBeHidden();
  });
});

describeWithSecretService('a keychain that is locked', () => {
  test('at start: what is stored opens, the lock is named, and the token in it is left as it is and never called forgotten', async ({
    connectedWithKeychain,
    start,
  }) => {
    const first = await connectedWithKeychain();
    const { keychain, env, userData, connection } = first;
    await first.app.close();
    await keychain.restart({ locked: true });

    const { page, app } = await start({ env, userData });
    const locked = alert(page, 'Keychain locked');
    await expect(locked).toContainText('The token is in the keychain, which is locked.');
    await expect(locked.getByRole('button', { name: 'Unlock the keychain…' })).toBeVisible();
    await lookUp(page, 'Asha');
    await expect(person(page).heading).toHaveText('Asha Rao');

    // Given again, it works for this run, and the one behind the lock is not touched.
    await locked.getByRole('button', { name: 'Give the token…' }).click();
    await giveToken(page, token);
    await expect(alert(page, 'Token kept until you quit')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await lookUp(page, 'u-2');
    await expect(person(page).status).toBeVisible();

    await chooseInConnectionMenu(page, 'Disconnect…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'Forget the local copy' }).check();
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    const told = alert(page, 'The token may still be in the keychain');
    await expect(told).toContainText('The keychain is locked, so it was left as it is');
    await expect(told).toContainText('The directory itself is forgotten');
    await expect(remembered(page, /127\.0\.0\.1/)).toHaveCount(0);
    await app.close();
    expect(rememberedIn(userData)).toEqual([]);
    await keychain.restart({ locked: false });
    expect(await heldInKeychain(keychain, connection)).toEqual(kept);
  });

  test('while connecting: said before the token is typed, and held for this run only', async ({
    startKeychain,
    start,
    server,
  }) => {
    const keychain = await startKeychain({ locked: true });
    const { env } = keychain;
    const { page, app, userData } = await start({ env });
    await expect(page.getByText(/keychain .* is locked\. Unlock it first/)).toBeVisible();
    await connect(page, { server: server.origin, token, startFrom: 'u-1' });
    await expect(person(page).status).toBeVisible();
    await expect(alert(page, 'Token kept until you quit')).toContainText('held in memory only');
    const [connection = ''] = rememberedIn(userData);
    await app.close();
    await keychain.restart({ locked: false });
    expect(await heldInKeychain(keychain, connection)).toEqual(none);
  });
});

describeWithSecretService('no keychain', () => {
  test('no D-Bus: the app works, and says that the token is held until it quits', async ({ start, server }) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_RUNTIME_DIR: undefined };
    const first = await start({ env });
    const { page, userData } = first;
    await expect(page.getByText(/keychain .* cannot be reached: held in memory only/)).toBeVisible();
    await connect(page, { server: server.origin, token, startFrom: 'u-1' });
    await expect(person(page).status).toBeVisible();
    await expect(alert(page, 'Token kept until you quit')).toBeVisible();
    await first.app.close();

    const { page: later } = await start({ env, userData });
    await expect(alert(later, 'Token needed')).toContainText('What is stored can be read');
    await lookUp(later, 'Asha');
    await expect(person(later).heading).toHaveText('Asha Rao');
  });

  test('libsecret is missing: the app works, and says that the token is held until it quits', async ({
    startKeychain,
    connected,
  }) => {
    const { env } = await startKeychain();
    const without = await withoutLibsecret();
    const { page } = await connected('u-1', { env: { ...env, ...without.env } });
    await expect(alert(page, 'Token kept until you quit')).toContainText('The keychain cannot be used');
    await lookUp(page, 'u-2');
    await expect(person(page).status).toBeVisible();
    await without.dispose();
  });

  test('the app that is tested where a keychain cannot be had apart puts nothing into one that is there', async ({
    startKeychain,
    connected,
  }) => {
    const keychain = await startKeychain();
    const { page, userData } = await connected('u-1', { app: keychainlessApp, env: keychain.env });
    await expect(alert(page, 'Token kept until you quit')).toBeVisible();
    const [connection = ''] = rememberedIn(userData);
    expect(await heldInKeychain(keychain, connection)).toEqual(none);
  });
});
