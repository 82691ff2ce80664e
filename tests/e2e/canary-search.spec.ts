/** The search for a marked token finds one that has been planted, in each place where it looks and in each form. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reply } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { pasteToken } from './canary-drive.ts';
import { documentOf, filesOf, heapOf, processesOf, search, wholeStrings } from './canary-search.ts';
import { someone, token } from './fault-people.ts';
import { describeWithSecretService, test } from './keychain-people.ts';
import { firstRun, frame, lookUp, person } from './on-screen.ts';

const recordedApp = join(import.meta.dirname, 'recorded-app');
const canary = 'planted-canary+7/Qw.x~=Zr5/marked';

// Where there is no Secret Service there is no /proc either.
describeWithSecretService('a planted token', () => {
  test('is found in calls, answers, events, files, processes, logs and documents', async ({
    start,
    server,
    newFolder,
  }) => {
    const records = newFolder();
    const started = await start({
      app: recordedApp,
      args: [`--planted=${canary}`],
      env: { ROLODESK_RECORDS: records, PLANTED: encodeURIComponent(canary) },
    });
    const { app, page, userData } = started;
    server.answer('u-1', someone('u-1', { bio: `Says ${canary} at times.` }));
    server.answer('u-2', reply(404));
    const connect = { server: server.origin, token, startFrom: 'u-1', name: canary };
    expect(await page.evaluate(`rolodesk.call('account.connect', ${JSON.stringify(connect)})`)).toMatchObject({
      ok: true,
    });
    await expect(frame(page).people).toBeVisible();
    await lookUp(page, 'Asha');
    await expect(person(page).status).toBeVisible();
    const places = (haystacks: Parameters<typeof search>[0]) => search(haystacks, canary).map(({ place }) => place);

    const lines = readFileSync(join(records, 'calls.jsonl'), 'utf8').split('\n');
    const ways = lines.filter((line) => line.includes(canary)).map((line) => JSON.parse(line).way);
    expect(new Set(ways)).toEqual(new Set(['call', 'answer', 'event']));
    expect(places(filesOf(records)).some((place) => place.endsWith('payloads.bin'))).toBe(true);
    expect(lines.some((line) => line.includes(token))).toBe(false);

    const forms = {
      plain: canary,
      percent: encodeURIComponent(canary),
      escaped: JSON.stringify({ said: canary }).replaceAll('/', '\\/').replaceAll('+', '\\u002B'),
      base64: Buffer.from(`Bearer ${canary}`).toString('base64'),
      'utf-16le': Buffer.from(canary, 'utf16le'),
    };
    for (const [form, content] of Object.entries(forms)) writeFileSync(join(userData, `planted-${form}`), content);
    appendFileSync(join(userData, 'logs', 'rolodesk.log'), `{"event":"${canary}"}\n`);
    const files = search(filesOf(userData), canary);
    for (const form of Object.keys(forms)) {
      expect(files).toContainEqual(expect.objectContaining({ form, place: join(userData, `planted-${form}`) }));
    }
    for (const name of ['connections.json', 'directory.sqlite-wal', 'rolodesk.log']) {
      expect(files.some(({ place, form }) => place.endsWith(name) && form === 'plain')).toBe(true);
    }

    const processes = search(processesOf(app.process().pid ?? 0), canary);
    expect(processes.some(({ place, form }) => place.endsWith('/cmdline') && form === 'plain')).toBe(true);
    expect(processes.some(({ place, form }) => place.endsWith('/environ') && form === 'percent')).toBe(true);

    await app.evaluate((_electron, said) => console.log(said), canary);
    await expect
      .poll(() => search([{ place: 'output', bytes: Buffer.from(started.output()) }], canary))
      .toHaveLength(1);

    expect(places([await documentOf(page, 'person')])).not.toEqual([]);
  });

  test('is found in fields and storages', async ({ start }) => {
    const { page } = await start();
    expect(search([await documentOf(page, 'before')], canary)).toEqual([]);
    await firstRun(page).startFrom.fill(canary);
    expect(search([await documentOf(page, 'field')], canary)).not.toEqual([]);
    await firstRun(page).startFrom.fill('');
    expect(search([await documentOf(page, 'field cleared')], canary)).toEqual([]);
    await page.evaluate((text) => sessionStorage.setItem('planted', text), canary);
    expect(search([await documentOf(page, 'storage')], canary)).not.toEqual([]);
  });

  test('is found in the page’s heap, in a field that keeps what was typed and at the end of a long string', async ({
    start,
  }) => {
    const { page } = await start({ args: [wholeStrings] });
    expect(search([await heapOf(page, 'before')], canary)).toEqual([]);
    await pasteToken(page, firstRun(page).startFrom, canary);
    expect(search([await heapOf(page, 'a field that the page controls')], canary)).not.toEqual([]);

    const other = canary.toUpperCase();
    // Put together there, so that the expression itself does not hold it.
    const [head, tail] = [other.slice(0, 9), other.slice(9)];
    await page.evaluate(`globalThis.kept = JSON.parse(JSON.stringify('é'.repeat(5000) + '${head}' + '${tail}'))`);
    expect(search([await heapOf(page, 'a long string')], other)).not.toEqual([]);
    await page.evaluate('delete globalThis.kept');
    expect(search([await heapOf(page, 'let go')], other)).toEqual([]);
  });
});
