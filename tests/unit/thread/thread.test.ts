/** The thread that writes: it answers in order, is waited for, and its death is a failure like any other. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DirectoryThreadStart } from '../../../electron/connection/directory-work.ts';
import type { Log } from '../../../electron/log.ts';
import type { UserBytes } from '../../../electron/reading/user-reply.ts';
import type { WriteStore } from '../../../electron/storage/write-store.ts';
import { startThread, type Thread } from '../../../electron/thread/start-thread.ts';
import { startedFile } from '../started-file.ts';
import { freshFile, idOf, noon, record, storeAt, strictLog, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { replyText } from '../sync/organisation-server.ts';
import { unwrap } from '../sync/synced.ts';

const lost = { ok: false, failure: { kind: 'database', trouble: 'cannot-open' } };

const bytesOf = (id: string, reports: readonly string[] = []): UserBytes => ({
  id: idOf(id),
  url: `https://api.example.com/v1/ext/user/${id}`,
  bytes: new TextEncoder().encode(replyText(id, reports)),
  contentType: 'application/json',
  receivedAt: noon,
});

let store: DirectoryStore;
let thread: Thread<WriteStore>;

const startOf = (path: string): DirectoryThreadStart => ({
  part: 'writer',
  file: path,
  server: 'https://api.example.com',
});
let file: string;
const open = (log: Log = strictLog, of: URL = startedFile('directory-thread')) => {
  file = freshFile();
  ({ store } = storeAt(file));
  thread = startThread({ start: startOf(file), file: { script: of }, name: 'directory', log });
};
afterEach(async () => {
  await thread.close();
  store.close();
});

describe('the thread', () => {
  it('answers each question, in the order asked, whatever each takes', async () => {
    open();
    const order: string[] = [];
    const note = (name: string) => () => order.push(name);
    const many = Array.from({ length: 300 }, (_, nth) => bytesOf(`p${nth}`, [`p${nth + 1}`]));
    await Promise.all([
      thread.ask('recordReplies', [many, []]).then(note('many')),
      thread.ask('progress', []).then(note('progress')),
      thread.ask('pending', [0, 10]).then(note('pending')),
      thread.ask('recordReplies', [[bytesOf('one')], []]).then(note('one')),
      thread.ask('loadSync', []).then(note('load')),
    ]);
    expect(order).toEqual(['many', 'progress', 'pending', 'one', 'load']);
    expect(unwrap(await thread.ask('progress', []))).toEqual({ found: 302, fetched: 301, failed: 0, notFound: 0 });
  });

  it('writes what the other connection reads, and reads what that one wrote', async () => {
    open();
    const grown = unwrap(await thread.ask('recordReplies', [[bytesOf('boss', ['ann', 'bob'])], []]));
    store.recorded(grown.recorded);
    expect(store.cards([idOf('boss')]).get(idOf('boss'))).toMatchObject({ name: 'Person boss', reportCount: 2 });
    expect(store.summaryOf(idOf('boss'))).toMatchObject({ direct: 2, notFetched: 2 });
    expect(store.find({ text: 'user-boss', status: null, limit: 1 }).map(({ card }) => card.id)).toEqual(['boss']);
    record(store, [userOf('ann')]);
    expect(unwrap(await thread.ask('pending', [0, 10])).ids).toEqual(['bob']);
    unwrap(await thread.ask('recordReplies', [[bytesOf('bob')], []]));
    expect(store.counts()).toMatchObject({ active: 3 });
    expect(unwrap(await thread.ask('progress', []))).toMatchObject({ found: 3, fetched: 3 });
  });

  it('takes over the buffers it is handed', async () => {
    open();
    const reply = bytesOf('ann');
    const answered = thread.ask('recordReplies', [[reply], []], [reply.bytes.buffer]);
    expect(reply.bytes.byteLength).toBe(0);
    unwrap(await answered);
    expect(store.raw(idOf('ann'))?.text).toBe(replyText('ann', []));
  });

  it('ends only when everything asked before is stored', async () => {
    open();
    const asked = Array.from({ length: 20 }, (_, batch) =>
      thread.ask('recordReplies', [Array.from({ length: 50 }, (_, nth) => bytesOf(`p${batch * 50 + nth}`)), []]),
    );
    expect(await thread.close()).toBe(true);
    for (const answer of asked) expect((await answer).ok).toBe(true);
    expect(store.peopleCount()).toBe(1000);
    expect(await thread.ask('progress', [])).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await thread.close()).toBe(false);
  });

  it('gives a defect in a piece of work as a failure with the reference in the log, and goes on', async () => {
    const logged: string[] = [];
    open({ info: () => undefined, defect: (event, _, reference = '') => `${logged.push(`${event} ${reference}`)}` });
    const answer = await thread.ask('saveSync', [{} as never]);
    if (answer.ok || answer.failure.kind !== 'unexpected') throw new Error('no defect');
    expect(logged).toEqual([`growth.saveSync ${answer.failure.reference}`]);
    expect(unwrap(await thread.ask('progress', []))).toMatchObject({ found: 0, fetched: 0 });
  });
});

describe('a thread that dies', () => {
  it('fails what was asked and what is asked later, like a database that cannot be opened', async () => {
    const logged: string[] = [];
    open(
      { info: () => undefined, defect: (event) => `${logged.push(event)}` },
      new URL('./dying-thread.ts', import.meta.url),
    );
    const first = await thread.ask('loadSync', []);
    expect(first).toEqual({ ok: true, value: 'first' });
    const answers = await Promise.all([thread.ask('progress', []), thread.ask('pending', [0, 1])]);
    expect(answers).toEqual([lost, lost]);
    expect(await thread.ask('recordOpened', [idOf('ann'), noon])).toEqual(lost);
    expect(await thread.close()).toBe(false);
    expect(logged).toEqual(['thread']);
  });

  it('as it starts, does so too', async () => {
    const logged: string[] = [];
    file = freshFile();
    ({ store } = storeAt(file));
    thread = startThread({
      name: 'directory',
      // A folder cannot be made in a file.
      start: startOf(join(file, 'nowhere', 'people.db')),
      file: { script: startedFile('directory-thread') },
      log: { info: () => undefined, defect: (event) => `${logged.push(event)}` },
    });
    expect(await thread.ask('progress', [])).toEqual(lost);
    expect(logged).toEqual(['thread']);
  });
});
