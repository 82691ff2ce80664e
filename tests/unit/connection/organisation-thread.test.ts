/** The organisation as a page asks for it: the calls, over the thread of an open directory. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { succeeded } from '../../../contract/failures.ts';
import { createOrganisationCalls } from '../../../electron/calls/organisation.ts';
import type { DirectoryThreadStart } from '../../../electron/connection/directory-work.ts';
import type { OpenDirectory } from '../../../electron/connection/open-directory.ts';
import { openDirectory } from '../../../electron/connection/open-directory.ts';
import type { Log } from '../../../electron/log.ts';
import { createPaces } from '../../../electron/pace/paces.ts';
import type { UserBytes } from '../../../electron/reading/user-reply.ts';
import { createNews } from '../../../electron/storage/news.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import type { StartWorker } from '../../../electron/thread/start-thread.ts';
import { createFakeClock } from '../fake-clock.ts';
import { startedFile } from '../started-file.ts';
import { freshFile, idOf, noon, storeAt, strictLog } from '../storage/stored.ts';
import { replyText } from '../sync/organisation-server.ts';
import { unwrap } from '../sync/synced.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { countThreads } from '../thread/counted-threads.ts';
import { workerInPlace } from '../thread/worker-in-place.ts';

const noSaving = { save: async () => succeeded({ saved: null }) };
const server = 'https://api.example.com';
const clock = createFakeClock();
const minute = 60_000;
let opened: OpenDirectory | null = null;
let file: string;
const { threads, counting } = countThreads('organisation');

const replyOf = (id: string, reports: readonly string[]): UserBytes => ({
  id: idOf(id),
  url: `${server}/v1/ext/user/${id}`,
  bytes: new TextEncoder().encode(replyText(id, reports)),
  contentType: 'application/json',
  receivedAt: noon,
});

async function open(start: StartWorker = workerInPlace, log = strictLog) {
  file = freshFile();
  // As the app itself stores them, since it reads what another reader stored once more.
  const { store } = storeAt(file, { reader: currentReader });
  const replies = Object.entries({ head: ['ann', 'bo'], ann: ['carl'], bo: [], carl: [], lone: [] });
  unwrap(
    store.recordReplies(
      replies.map(([id, reports]) => replyOf(id, reports)),
      [],
    ),
  );
  store.close();
  threads.started = 0;
  opened = unwrap(
    await openDirectory(
      {
        thread: { script: startedFile('directory-thread'), startWorker: counting(start) },
        pictures: { fetch, paceOf: createPaces({ clock }) },
        announce: () => undefined,
        log,
      },
      {
        server,
        // Nobody is fetched here.
        createApi: () => ({}) as never,
        canFetch: () => false,
        paths: { database: file, pictures: temporaryFolder() },
        clock,
        news: createNews(strictLog),
      },
    ),
  );
  return createOrganisationCalls(() => opened?.organisation ?? null, noSaving);
}
afterEach(async () => {
  await opened?.close();
  opened = null;
  expect(threads.running).toBe(0);
});

/** A thread that dies is told to the log. */
const lenientLog: Log = { info: () => undefined, defect: () => 'lost' };

const window = { offset: 0, limit: 50, follow: [] };
const shape = { open: [], closed: [], beside: [], more: [], whole: [] };

describe('the organisation of an open directory', () => {
  it('is answered by a thread, which starts with the first question', async () => {
    const calls = await open((script, options) => new Worker(script, options));
    expect(threads.started).toBe(0);
    expect(unwrap(await calls['organisation.look']({ id: null, isOpening: true, asOf: null }))).toMatchObject({
      active: 'head',
    });
    const { rows, snapshot } = unwrap(await calls['organisation.rows'](window));
    expect(rows.map((row) => (row.kind === 'member' ? row.member.id : row.count))).toEqual(['head', 'ann', 'bo', 1]);
    expect(unwrap(await calls['organisation.typed']({ snapshot, typed: 'person b', from: 0 }))).toEqual({ row: 2 });
    expect(unwrap(await calls['organisation.typed']({ snapshot, typed: 'x', from: 0 }))).toEqual({ row: null });
    expect(await calls['organisation.typed']({ snapshot: 9, typed: 'x', from: 0 })).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
    expect(unwrap(await calls['organisation.open']({ id: idOf('ann'), what: 'open' }))).toEqual({ row: 1, total: 5 });
    const sought = unwrap(await calls['organisation.seek']({ id: idOf('carl') }));
    expect(sought).toMatchObject({ above: [{ id: 'head' }, { id: 'ann' }], row: 2 });
    const keys = [sought?.member.key ?? 0];
    expect(unwrap(await calls['organisation.members']({ keys })).members).toEqual([sought?.member]);
    const chart = unwrap(await calls['organisation.chart']({ centre: idOf('ann'), shape }));
    expect(chart?.items).toBeInstanceOf(Uint8Array);
    expect([chart?.cards, threads.started]).toEqual([3, 1]);
  });

  it('ends a minute after the page was left; who was active and what was open is so again', async () => {
    const calls = await open();
    unwrap(await calls['organisation.open']({ id: idOf('ann'), what: 'open' }));
    unwrap(await calls['organisation.leave']({ id: idOf('carl') }));
    await clock.pass(minute - 1);
    expect([threads.started, threads.running]).toEqual([1, 1]);
    await clock.pass(1);
    await expect.poll(() => threads.running).toBe(0);
    expect(unwrap(await calls['organisation.look']({ id: null, isOpening: true, asOf: null }))).toMatchObject({
      active: 'carl',
    });
    expect(unwrap(await calls['organisation.rows'](window)).total).toBe(5);
    expect([threads.started, threads.running]).toEqual([2, 1]);
  });

  it('writes what its map remembers as it ends, and not before', async () => {
    const calls = await open();
    const map = join(dirname(file), 'map');
    const region = { x: 0, y: 0, w: 1e6, h: 1e6 };
    unwrap(await calls['organisation.map']({ region, scale: 1, colour: 'division', latest: true, find: null }));
    expect(existsSync(map)).toBe(false);
    unwrap(await calls['organisation.leave']({ id: null }));
    await clock.pass(minute);
    await expect.poll(() => threads.running).toBe(0);
    expect(existsSync(map)).toBe(true);
  });

  it('is one thread however often the page is opened', async () => {
    const calls = await open();
    for (let opening = 0; opening < 100; opening += 1) {
      unwrap(await calls['organisation.look']({ id: null, isOpening: true, asOf: null }));
      unwrap(await calls['organisation.leave']({ id: null }));
      await clock.pass(minute / 2);
    }
    expect([threads.started, threads.running]).toEqual([1, 1]);
  });

  it('is one thread while a connection is open, and none is left, through a hundred of them', async () => {
    for (let connection = 0; connection < 100; connection += 1) {
      const calls = await open();
      unwrap(await calls['organisation.look']({ id: null, isOpening: true, asOf: null }));
      expect([threads.started, threads.running]).toEqual([1, 1]);
      await opened?.close();
      opened = null;
      expect(threads.running).toBe(0);
    }
  });

  it('is not begun by leaving, nor held by what a page asks late', async () => {
    const calls = await open();
    unwrap(await calls['organisation.leave']({ id: idOf('ann') }));
    opened?.organisation.leave();
    await clock.pass(minute);
    expect(threads.started).toBe(0);
    unwrap(await calls['organisation.look']({ id: null, isOpening: true, asOf: null }));
    unwrap(await calls['organisation.leave']({ id: null }));
    unwrap(await calls['organisation.chart']({ centre: idOf('ann'), shape }));
    await clock.pass(minute);
    await expect.poll(() => threads.running).toBe(0);
    expect(threads.started).toBe(1);
  });

  it('gives no snapshot a number that an earlier thread gave', async () => {
    const calls = await open();
    const before = unwrap(await calls['organisation.rows'](window)).snapshot;
    unwrap(await calls['organisation.leave']({ id: null }));
    await clock.pass(minute);
    await expect.poll(() => threads.running).toBe(0);
    expect(unwrap(await calls['organisation.rows'](window)).snapshot).toBeGreaterThan(before);
    expect((await calls['organisation.typed']({ snapshot: before, typed: 'x', from: 0 })).ok).toBe(false);
  });

  it('is begun again where it could not be, once one asks again', async () => {
    let tries = 0;
    const calls = await open((script, options) => {
      const start = options.workerData as DirectoryThreadStart;
      tries += start.part === 'organisation' ? 1 : 0;
      const isFirst = start.part === 'organisation' && tries === 1;
      return new Worker(script, { ...options, workerData: isFirst ? { ...start, file: '/nowhere/people.db' } : start });
    }, lenientLog);
    expect(await calls['organisation.look']({ id: null, isOpening: true, asOf: null })).toMatchObject({
      failure: { kind: 'database' },
    });
    expect(unwrap(await calls['organisation.look']({ id: null, isOpening: true, asOf: null }))).toMatchObject({
      active: 'head',
    });
    expect(tries).toBe(2);
  });

  it('is cancelled where the directory is closed mid-question, and nothing is left', async () => {
    const calls = await open();
    unwrap(await calls['organisation.look']({ id: null, isOpening: true, asOf: null }));
    const asked = calls['organisation.rows'](window);
    const closing = opened?.close();
    expect([await asked, await calls['organisation.rows'](window)]).toEqual([
      expect.objectContaining({ ok: true }),
      { ok: false, failure: { kind: 'cancelled' } },
    ]);
    await closing;
    expect(threads.running).toBe(0);
  });

  it('needs an open directory', async () => {
    const calls = createOrganisationCalls(() => null, noSaving);
    expect(await calls['organisation.look']({ id: null, isOpening: true, asOf: null })).toEqual({
      ok: false,
      failure: { kind: 'not-connected' },
    });
    expect(await calls['organisation.leave']({ id: null })).toEqual({ ok: true, value: null });
  });
});
