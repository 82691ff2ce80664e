/**
 * What a server can fill a disk with: people that it makes up are asked about before they are fetched, and with little room
 * on the disk nothing more is fetched until there is some.
 */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import { leastFree } from '../../../electron/disk/space.ts';
import { namedOnly, tooManyNamed } from '../../../electron/sync/named.ts';
import { createRoom } from '../../../electron/sync/room.ts';
import { reply } from '../../fault-server/faults.ts';
import { freshFile } from '../storage/stored.ts';
import { id } from '../wired/wired.ts';
import { listText, type OrganisationServer, recordOf, startOrganisationServer, treeOf } from './organisation-server.ts';
import { openSynced, type Synced, unwrap } from './synced.ts';

/** Looks for room every 30 ms. */
const hurried = {
  ...systemClock,
  sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(Math.min(ms, 30), signal),
};

const progress = (found: number, fetched = 0, failed = 0, notFound = 0) => ({ found, fetched, failed, notFound });

describe('too many are named', () => {
  it('where there are more than 20,000 of them, and ten times those fetched, or agreed to', () => {
    const named = (...given: Parameters<typeof progress>) => tooManyNamed(progress(...given), 0);
    expect(named(20_000)).toBeNull();
    expect(named(20_001)).toEqual({ kind: 'many-named', named: 20_001, fetched: 0 });
    expect(named(33_000, 3000)).toBeNull();
    expect(named(33_001, 3000)).toMatchObject({ named: 30_001, fetched: 3000 });
    expect(named(30_000, 0, 5000, 5000)).toBeNull();
    expect(tooManyNamed(progress(300_000), 30_000)).toBeNull();
    expect(tooManyNamed(progress(300_001), 30_000)).not.toBeNull();
    expect(namedOnly(progress(1, 5))).toBe(0);
  });
});

describe('a sync', () => {
  let server: OrganisationServer | null = null;
  let synced: Synced | null = null;
  afterEach(async () => {
    await synced?.end();
    await server?.close();
    synced = null;
    server = null;
  });
  /** Everybody lists so many who were never heard of. */
  const endless = (each: number) => {
    let last = 0;
    return (id: string) =>
      reply(
        200,
        { 'content-type': 'application/json' },
        JSON.stringify({
          _data: recordOf(
            id,
            Array.from({ length: each }, () => {
              last += 1;
              return `made-up-${last}`;
            }),
          ),
        }),
      );
  };
  const openAt = async (options: Partial<Parameters<typeof openSynced>[0]> = {}): Promise<Synced> => {
    if (server === null) throw new Error('no server');
    synced = await openSynced({ origin: server.origin, ...options });
    return synced;
  };

  it('pauses and asks where a server makes people up, also after another start; and goes on tenfold when told to', async () => {
    server = await startOrganisationServer({ people: new Map(), fault: endless(12_000) });
    const file = freshFile();
    const first = await openAt({ file });
    unwrap(await first.sync.startFrom([id('p0')]));
    first.sync.resume();
    const paused = await first.until(({ status }) => status === 'paused');
    expect(paused.why).toMatchObject({ kind: 'many-named' });
    expect(paused.found).toBeLessThan(250_000);
    await first.end();

    const second = await openAt({ file });
    second.sync.resume();
    await second.until(({ status }) => status === 'paused');
    expect(second.sent).toEqual([]);

    const before = namedOnly(second.sync.state());
    second.sync.begin();
    await second.until(({ status, fetched }) => status === 'running' && fetched > paused.fetched);
    second.sync.pause();
    expect(namedOnly(second.sync.state())).toBeGreaterThan(before);
  });

  it('asks nothing of who gives so many ids themselves', async () => {
    server = await startOrganisationServer({ people: new Map(), fault: (person) => reply(404, {}, `${person}`) });
    const { sync, until } = await openAt();
    unwrap(await sync.addIds(Array.from({ length: 20_500 }, (_, nth) => `someone-${nth}`).join('\n')));
    await until(({ status, task }) => status === 'running' && task === 'walking');
    expect(sync.state().why).toBeNull();
    sync.stop();
  });

  it('fetches nothing while there is little room, says so, and goes on by itself', async () => {
    const people = treeOf(30, 5);
    const list = reply(
      200,
      { 'content-type': 'application/json' },
      listText([...people].map(([one, listed]) => recordOf(one, listed))),
    );
    for (const offered of [undefined, list]) {
      server = await startOrganisationServer({ people, list: offered });
      let free = leastFree - 1;
      const { sync, until, stored, done } = await openAt({ freeBytes: () => free, clock: hurried });
      unwrap(await sync.startFrom([id('p0')]));
      sync.resume();
      const waiting = await until(({ status }) => status === 'waiting');
      expect(waiting.why).toEqual({ kind: 'disk-low', freeBytes: leastFree - 1 });
      expect(stored()).toEqual([]);
      free = leastFree;
      await done();
      expect(stored()).toHaveLength(30);
      await synced?.end();
      await server.close();
    }
  });

  it('lets a rebuilding of the index wait for room, and end with the directory', async () => {
    server = await startOrganisationServer({ people: treeOf(30, 5) });
    const file = freshFile();
    const first = await openAt({ file });
    await first.sync.addIds('p0');
    await first.done();
    await first.end();
    const database = new DatabaseSync(file);
    database.exec('INSERT INTO index_rebuild (done_to) VALUES (0)');
    const left = () => database.prepare('SELECT count(*) AS n FROM index_rebuild').get()?.n;
    let free = leastFree - 1;
    let looks = 0;
    const freeBytes = () => {
      looks += 1;
      return free;
    };
    const looked = (times: number) => expect.poll(() => looks).toBeGreaterThanOrEqual(looks + times);
    const second = await openAt({ file, freeBytes, clock: hurried });
    await looked(3);
    expect(left()).toBe(1);
    await second.end();
    // Nobody looks any more.
    const before = looks;
    await systemClock.sleep(100);
    expect(looks).toBe(before);

    free = leastFree;
    await openAt({ file, freeBytes, clock: hurried });
    await expect.poll(left).toBe(0);
    database.close();
  });
});

it('all who wait for room are told of once', async () => {
  let isLow = true;
  const told: unknown[] = [];
  let free: () => void = () => undefined;
  const room = createRoom({
    signal: new AbortController().signal,
    waiting: (wait) => told.push(wait),
    disk: {
      look: async () => null,
      known: () => (isLow ? { kind: 'disk-low', freeBytes: 1 } : null),
      untilRoom: () =>
        new Promise((resolve) => {
          free = () => {
            isLow = false;
            resolve();
          };
        }),
    },
  });
  const waiters = Promise.all(Array.from({ length: 5 }, room));
  await new Promise(setImmediate);
  free();
  await waiters;
  await room();
  expect(told).toEqual([{ why: { kind: 'disk-low', freeBytes: 1 }, until: null }, null]);
});
