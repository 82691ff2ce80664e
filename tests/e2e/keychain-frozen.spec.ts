/** A keychain that has stopped answering costs the token, for this run; it costs nothing else. */
import { watchBus } from '../secret-service/watched-bus.ts';
import { expect } from './app.ts';
import { connect, token } from './fault-people.ts';
import { describeWithSecretService, quitWithin, test } from './keychain-people.ts';
import { alert, firstRun, frame, lookUp, person } from './on-screen.ts';

/** What is promised of quitting, whatever the keychain does. */
const quitMs = 6000;

describeWithSecretService('a keychain that is frozen', () => {
  test('before the start: the copy opens, pages answer, it is said, and the app quits in time', async ({
    connectedWithKeychain,
    start,
  }) => {
    const first = await connectedWithKeychain();
    const { keychain, env, userData } = first;
    await first.app.close();
    keychain.freeze();

    const started = await start({ env, userData });
    const { page } = started;
    // The keychain has not been given up yet, and everything is there already.
    await expect(frame(page).state).toContainText('Asking the keychain…');
    await lookUp(page, 'Asha');
    await expect(person(page).heading).toHaveText('Asha Rao');
    await frame(page).people.click();
    await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    await frame(page).back.click();
    await expect(person(page).heading).toHaveText('Asha Rao');

    const told = alert(page, 'Token needed');
    await expect(told).toContainText('The keychain cannot be reached. What is stored can be read');
    await expect(told.getByRole('button', { name: 'Give the token…' })).toBeVisible();
    await quitWithin(started, quitMs);
  });

  test('while it is being asked: the app quits in time all the same', async ({ connectedWithKeychain, start }) => {
    const first = await connectedWithKeychain();
    const { keychain, env, userData } = first;
    await first.app.close();
    keychain.freeze();
    const started = await start({ env, userData });
    await expect(frame(started.page).state).toContainText('Asking the keychain…');
    await quitWithin(started, quitMs);
  });

  test('in the midst of keeping: connected for this run, said, and the app quits in time', async ({
    startKeychain,
    start,
    server,
  }) => {
    const keychain = await startKeychain();
    const bus = await watchBus({ env: keychain.env, member: 'CreateItem', before: keychain.freeze });
    const started = await start({ env: { ...keychain.env, ...bus.env } });
    const { page } = started;
    await connect(page, { server: server.origin, token, startFrom: 'u-1' });
    await bus.called;
    // The main process answers while one of its threads is stuck.
    await page.getByRole('textbox', { name: 'Server' }).focus();
    expect(await page.evaluate("rolodesk.call('app.about', null)")).toMatchObject({ ok: true });
    await expect(person(page).heading).toHaveText('Asha Rao');
    await expect(alert(page, 'Token kept until you quit')).toContainText('held in memory only');
    await lookUp(page, 'u-2');
    await expect(person(page).status).toBeVisible();
    await quitWithin(started, quitMs);
    await bus.close();
  });

  test('in the midst of keeping: the app quits in time without waiting for the answer', async ({
    startKeychain,
    start,
    server,
  }) => {
    const keychain = await startKeychain();
    const bus = await watchBus({ env: keychain.env, member: 'CreateItem', before: keychain.freeze });
    const started = await start({ env: { ...keychain.env, ...bus.env } });
    await connect(started.page, { server: server.origin, token, startFrom: 'u-1' });
    await bus.called;
    await expect(firstRun(started.page).server).toBeVisible();
    await quitWithin(started, quitMs);
    await bus.close();
  });
});
