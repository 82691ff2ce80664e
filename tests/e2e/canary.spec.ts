/**
 * A token that is typed in is nowhere else afterwards: not in what passes between page and main process, not in a log, a
 * file, a command line, an environment, a document or the page's heap; plain, with the escapes of URLs, JSON and HTML, in
 * base64 or UTF-16; also where the server repeats it in each of these forms.
 * And the search that says so would find it in each of these places. Every call of the contract is made. What is not
 * driven are dialogs of the desktop: the one that unlocks the keychain (the call is made on one that is open, which needs
 * none), and the one that asks where to save.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calls } from '../../contract/calls.ts';
import { startFaultServer } from '../fault-server/fault-server.ts';
import { reply } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { makeOtherCalls } from './canary-calls.ts';
import {
  asha,
  driveEchoes,
  driveFailures,
  driveFrame,
  drivePerson,
  fillFirstRun,
  pasteToken,
  populate,
} from './canary-drive.ts';
import { documentOf, filesOf, type Haystack, heapOf, processesOf, search, wholeStrings } from './canary-search.ts';
import { named, someone } from './fault-people.ts';
import {
  chooseInConnectionMenu,
  describeWithSecretService,
  disconnect,
  heldInKeychain,
  rememberedIn,
  test,
} from './keychain-people.ts';
import { firstRun, frame, person } from './on-screen.ts';

const recordedApp = join(import.meta.dirname, 'recorded-app');
/** With characters that every encoding changes. No two share 16 of them. */
const first = 'canary-one+7/Qw.x~=Zr5/marked+first';
const renewed = 'second/canary+8~Kp.w=Yt6+marked/again';
const elsewhere = 'elsewhere~9/canary+Vn3=marked.third';

/** Parts of names of places; each must have been there, with something in it. */
const placesToSearch = [
  'connections.json',
  'settings.json',
  'directory.sqlite',
  'directory.sqlite-wal',
  'rolodesk.log',
  'saved.json',
  'payloads.bin',
  '/cmdline',
  '/environ',
  'clipboard',
  'output',
  'document: raw',
  'heap: after connecting',
  'heap: at last',
];

type Recorded = { readonly way: string; readonly what: readonly unknown[] };

describeWithSecretService('a marked token', () => {
  test.setTimeout(180_000);

  test('is found in no place after every screen has been driven', async ({
    startKeychain,
    start,
    server,
    newFolder,
  }) => {
    const keychain = await startKeychain();
    const other = await startFaultServer({ token: elsewhere });
    const records = newFolder();
    const temporary = newFolder();
    const started = await start({
      app: recordedApp,
      args: [wholeStrings],
      env: { ...keychain.env, ROLODESK_RECORDS: records, TMPDIR: temporary },
    });
    const { app, page, userData } = started;
    const seen: Haystack[] = [];
    const note = (...haystacks: readonly Haystack[]) => void seen.push(...haystacks);
    const look = async (name: string) => note(await documentOf(page, name));
    page.on('console', (message) => note({ place: 'console', bytes: Buffer.from(message.text()) }));
    page.on('request', (request) => note({ place: 'request', bytes: Buffer.from(request.url()) }));
    await app.evaluate(
      ({ dialog, shell }, { filePath, token }) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
        // A system's own error may quote anything; it must not reach the log or the page.
        shell.openExternal = async (url) => {
          if (url.startsWith('tel:')) throw new Error(`cannot dial with ${token}`);
        };
      },
      { filePath: join(temporary, 'saved.json'), token: first },
    );

    await test.step('a failure, then success, on the first screen', async () => {
      await look('first run');
      server.accept('another one');
      await fillFirstRun(page, { server: server.origin, token: first, startFrom: 'u-1' });
      await expect(firstRun(page).token).toHaveAccessibleDescription(
        /The token was refused, by the server or by something before it/,
      );
      await look('first run, refused');
      server.accept(first);
      populate(server);
      await firstRun(page).connect.click();
      await expect(person(page).status).toBeVisible();
      note(await heapOf(page, 'after connecting'));
    });
    await test.step('every screen', async () => {
      await drivePerson(page, look);
      await driveFrame(page, look);
      await makeOtherCalls(page);
      // On screen it is only offered for a keychain that is locked.
      expect(await page.evaluate("rolodesk.call('account.unlockKeychain', null)")).toMatchObject({
        ok: true,
        value: { unlocked: true },
      });
      await page.evaluate(() => void Promise.reject(new Error('a failure of the page')));
      const isTold = () => readRecords(records).some(({ what: [, name] }) => name === 'page.failed');
      await expect.poll(isTold).toBe(true);
    });
    await test.step('failures that repeat the token', async () => {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Search people' }).fill('u-1');
      await page.getByRole('option').first().click();
      await expect(person(page).heading).toHaveText('Asha Rao');
      await driveFailures(page, server, first, look);
      await driveEchoes(page, server, first);
      await look('after echoes');
    });
    await test.step('another token for the same server', async () => {
      // Refused of everybody who is known: one alone may be asked to bear the other out.
      server.answer('u-1', reply(401), asha);
      server.answer('u-2', reply(401), someone('u-2', named('Bo Lind')));
      server.accept(renewed);
      await chooseInConnectionMenu(page, 'Give another token…');
      const dialog = page.getByRole('dialog');
      await look('token dialog');
      const field = dialog.getByRole('textbox', { name: 'Access token' });
      await pasteToken(page, field, elsewhere);
      await dialog.getByRole('button', { name: 'Use this token' }).click();
      await expect(field).toHaveAccessibleDescription(/The token was refused/);
      await look('token dialog, refused');
      await pasteToken(page, field, renewed);
      await dialog.getByRole('button', { name: 'Use this token' }).click();
      await expect(dialog).toBeHidden();
      await expect(frame(page).connection).toContainText('Online');
      note(await heapOf(page, 'after renewing'));
    });
    await test.step('another server, the demo directory, and back', async () => {
      await chooseInConnectionMenu(page, 'Add another…');
      await fillFirstRun(page, { server: other.origin, token: elsewhere, startFrom: 'z-1' });
      await expect(person(page).status).toBeVisible();
      await chooseInConnectionMenu(page, 'Add another…');
      await firstRun(page).lookAround.click();
      await expect(frame(page).connection).toContainText('Demo directory');
      await look('demo');
      await chooseInConnectionMenu(page, 'Head office');
      await expect(person(page).heading).toHaveText('Asha Rao');
    });
    await test.step('what is there while it runs', async () => {
      const held = await Promise.all(rememberedIn(userData).map((id) => heldInKeychain(keychain, id)));
      expect(held).toEqual([renewed, elsewhere].map((token) => ({ state: 'stored', token })));
      note(...filesOf(userData), ...filesOf(temporary), ...processesOf(app.process().pid ?? 0));
      note(await heapOf(page, 'at last'));
      const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
      note({ place: 'clipboard', bytes: Buffer.from(copied) });
      await disconnect(page, { token: false, copy: false });
      await look('disconnected');
      note(...filesOf(userData));
      await app.close();
    });
    note(...filesOf(userData), ...filesOf(temporary), ...filesOf(records));
    note({ place: 'output', bytes: Buffer.from(started.output()) });
    await other.close();

    // All of it was there to be searched, and every call of the contract was made.
    const recorded = readRecords(records);
    const called = new Set(recorded.filter(({ way }) => way === 'call').map(({ what }) => what[1]));
    expect(Object.keys(calls).filter((name) => !called.has(name))).toEqual([]);
    expect(new Set(recorded.map(({ way }) => way))).toEqual(new Set(['call', 'answer', 'event']));
    const filled = seen.filter(({ place, bytes }) => bytes.length > 0 && !place.startsWith('name of'));
    const searched = (part: string) => filled.some(({ place }) => place.includes(part));
    expect(placesToSearch.filter((part) => !searched(part))).toEqual([]);
    const pageProcess = (haystack: Haystack) => haystack.bytes.includes('--type=renderer');
    expect(filled.some((one) => one.place.endsWith('/cmdline') && pageProcess(one))).toBe(true);
    const sightings = [first, renewed, elsewhere].flatMap((canary) => search(seen, canary));
    expect(sightings).toEqual([]);
  });
});

function readRecords(folder: string): Recorded[] {
  const lines = readFileSync(join(folder, 'calls.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
