/** As many requests as the transport makes connections: none of them waits where its deadlines run and nobody can pass it. */
import { expect, test } from 'vitest';
import { usualLimits } from '../../../electron/api/client.ts';
import type { Fetch, HttpResponse } from '../../../electron/api/request.ts';
import { createPaces } from '../../../electron/pace/paces.ts';
import { createPictures } from '../../../electron/picture/pictures.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { createFakeClock, settled } from '../fake-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { apiOf, idOf } from './api-under-test.ts';

const server = 'https://api.example.com';

/** A server that takes `answerMs` for each, behind a transport with six connections whose further requests wait in it. */
function setUp(answerMs: number, httpVersionMajor?: number) {
  const clock = createFakeClock();
  const asked: string[] = [];
  let free = 6;
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  const fetch: Fetch = async (url, { signal }) => {
    const id = url.split('/').at(-1) ?? '';
    underWay += 1;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    try {
      if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else free -= 1;
      asked.push(id);
      await clock.sleep(answerMs, signal);
    } finally {
      underWay -= 1;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
    const { status, headers, body } = new Response(sampleText(id));
    return { status, headers, body, ...(httpVersionMajor === undefined ? {} : { httpVersionMajor }) } as HttpResponse;
  };
  const paceOf = createPaces({ clock });
  const api = apiOf(server, { fetch, clock, pace: paceOf(server), limits: usualLimits });
  const sync = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, nth) => api.fetchUserBytes(idOf(`u-${nth}`), { priority: 'later' })));
  return { clock, fetch, asked, paceOf, api, sync, mostUnderWay: () => mostUnderWay };
}

test('at four seconds an answer no request is given up, and a person who is opened waits for no other', async () => {
  const { clock, api, sync, mostUnderWay } = setUp(4_000);
  const all = sync(134);
  await clock.pass(10_000);
  const before = clock.monotonic();
  let tookMs = Number.NaN;
  const opened = api.fetchUser(idOf('somebody')).then((outcome) => {
    tookMs = clock.monotonic() - before;
    return outcome;
  });
  await clock.pass(4_000);
  expect(await opened).toMatchObject({ ok: true });
  expect(tookMs).toBe(4_000);
  await clock.pass(140_000);
  expect((await all).filter((outcome) => !outcome.ok)).toStrictEqual([]);
  expect(mostUnderWay()).toBe(6);
});

test('while answers come at once, the background uses all six; one slow answer, and one is kept again', async () => {
  const quick = setUp(20);
  void quick.sync(40);
  await quick.clock.pass(30);
  expect(quick.paceOf(server).state().active).toBe(6);
  const slow = setUp(101);
  void slow.sync(40);
  await slow.clock.pass(150);
  expect(slow.paceOf(server).state().active).toBe(5);
});

test('where answers came at once and now none does, a person who is opened gets the place of one of the six', async () => {
  let isHanging = false;
  const asked: string[] = [];
  const clock = createFakeClock();
  const fetch: Fetch = async (url, { signal }) => {
    const id = url.split('/').at(-1) ?? '';
    asked.push(id);
    await clock.sleep(isHanging && id !== 'somebody' ? 1_000_000 : 20, signal);
    return new Response(sampleText(id));
  };
  const paceOf = createPaces({ clock });
  const api = apiOf(server, { fetch, clock, pace: paceOf(server), limits: usualLimits });
  const all = Array.from({ length: 100 }, (_, nth) => api.fetchUserBytes(idOf(`u-${nth}`), { priority: 'later' }));
  await clock.pass(50);
  isHanging = true;
  await clock.pass(100);
  expect(paceOf(server).state().active).toBe(6);
  let tookMs = Number.NaN;
  const before = clock.monotonic();
  const opened = api.fetchUser(idOf('somebody')).then((outcome) => {
    tookMs = clock.monotonic() - before;
    return outcome;
  });
  await clock.pass(200);
  expect(tookMs).toBe(120);
  expect(await opened).toMatchObject({ ok: true });
  // Who gave way is asked for again, as one that was never sent.
  isHanging = false;
  await clock.pass(120_000);
  const kinds = new Set((await Promise.all(all)).map((outcome) => (outcome.ok ? 'fetched' : outcome.failure.kind)));
  expect(kinds).toStrictEqual(new Set(['fetched', 'timeout']));
  expect(new Set(asked).size).toBe(101);
  expect(asked.length).toBe(102);
});

test('pictures of that host count among them', async () => {
  const { clock, fetch, asked, paceOf, sync } = setUp(4_000);
  const pictures = createPictures({
    fetching: { fetch, paceOf },
    from: { server, hosts: [] },
    repeatsToken: () => false,
    clock,
    folder: temporaryFolder(),
    memory: { pictureOf: () => undefined, recordPicture: async () => {}, forgetPictures: async () => {} },
  });
  for (const name of ['a', 'b', 'c', 'd']) void pictures.want(`${server}/${name}`, new AbortController().signal);
  await settled();
  void sync(10);
  await clock.pass(1_000);
  expect(asked).toStrictEqual(['a', 'b', 'c', 'd', 'u-0']);
});

test('where the transport says HTTP/2, as many as the server bears', async () => {
  const { clock, paceOf, sync } = setUp(20, 2);
  void sync(200);
  await clock.pass(200);
  expect(paceOf(server).state().limit).toBeGreaterThan(6);
  expect(paceOf(server).state().active).toBe(paceOf(server).state().limit);
});
