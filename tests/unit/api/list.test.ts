/** A list of users is given batch by batch, exactly as it came and no faster than it is dealt with, or not at all. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import type { ApiClient, FetchUsersOptions } from '../../../electron/api/api-client.ts';
import { elementsOf, type ListedBatch } from '../../../electron/api/list-batches.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { readListedUser } from '../../../electron/reading/user-reply.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, redirect, reply } from '../../fault-server/faults.ts';
import { sampleElement, sampleList, sampleText } from '../../fault-server/sample-user.ts';
import { createFakeClock } from '../fake-clock.ts';
import { apiOf, idOf, limitsFor, quickLimits, token } from './api-under-test.ts';

const path = '/v1/ext/users';
const json = { 'content-type': 'application/json' };
const ids = Array.from({ length: 250 }, (_, index) => `u-${index}`);
let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.forget());
afterAll(() => server.close());

const sourcesIn = (batches: readonly ListedBatch[]) =>
  batches.flatMap((batch) => elementsOf(batch).map((bytes) => Buffer.from(bytes).toString('utf8')));

async function fetchAll(api: ApiClient, options: Partial<FetchUsersOptions> = {}) {
  const batches: ListedBatch[] = [];
  const outcome = await api.fetchUsers({ onBatch: (batch) => void batches.push(batch), ...options });
  return { outcome, batches, sources: sourcesIn(batches) };
}

const shortListLimits = (failure: Failure) => {
  const { deadlines } = limitsFor(failure);
  return { ...quickLimits, list: { ...quickLimits.list, deadlines } };
};

describe('a list', () => {
  const gzip = { ...json, 'content-encoding': 'gzip' };
  test.each<readonly [string, Fault]>([
    ['at once', reply(200, json, sampleList(ids))],
    ['called something else', reply(200, {}, sampleList(ids))],
    ['compressed', { does: 'reply', status: 200, headers: gzip, body: gzipSync(sampleList(ids)) }],
    ['in pieces', { does: 'pieces', body: sampleList(ids), bytes: 5_003, everyMs: 1, last: 'end' }],
  ])('that comes %s is given whole, in order, each element as it came', async (_how, fault) => {
    server.answer(path, fault);
    const before = Date.now();
    const { outcome, batches, sources } = await fetchAll(apiOf(server.origin));
    expect(outcome).toStrictEqual({ ok: true, value: { count: 250, url: `${server.origin}${path}`, part: null } });
    expect(sources).toStrictEqual(ids.map(sampleElement));
    for (const { bytes, ends, receivedAt } of batches) {
      expect(ends.length).toBeLessThanOrEqual(100);
      // To be transferred: nothing else lies in the buffer.
      expect(bytes.byteLength).toBe(bytes.buffer.byteLength);
      expect(ends.at(-1)).toBe(bytes.byteLength);
      expect(receivedAt).toBeGreaterThanOrEqual(before);
    }
    expect(server.requests).toMatchObject([{ method: 'GET', target: path, bodyBytes: 0 }]);
  });

  test('of nobody is a list', async () => {
    server.answer(path, reply(200, json, sampleList([])));
    const { outcome, batches } = await fetchAll(apiOf(server.origin));
    expect(outcome).toMatchObject({ ok: true, value: { count: 0 } });
    expect(batches).toStrictEqual([]);
  });

  test('that names somebody twice is given as it is', async () => {
    server.answer(path, reply(200, json, sampleList(['u-1', 'u-2', 'u-1'])));
    expect((await fetchAll(apiOf(server.origin))).sources).toStrictEqual(['u-1', 'u-2', 'u-1'].map(sampleElement));
  });

  test('is asked for again where nothing of it had come, but not after a batch was given', async () => {
    const batches: ListedBatch[] = [];
    let tries = 0;
    const half = () =>
      new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            if (batches.length === 0) controller.enqueue(Buffer.from(sampleList(ids).slice(0, 200_000)));
            else controller.error(new Error('net::ERR_CONNECTION_RESET'));
          },
        },
        { highWaterMark: 0 },
      );
    const fetch = () => {
      tries += 1;
      return Promise.resolve(
        tries === 1 ? new Response(null, { status: 503 }) : new Response(half(), { headers: json }),
      );
    };
    const outcome = await apiOf(server.origin, { fetch }).fetchUsers({ onBatch: (batch) => void batches.push(batch) });
    expect(outcome).toStrictEqual({ ok: false, failure: { kind: 'offline' } });
    expect(batches.length).toBeGreaterThan(0);
    expect(tries).toBe(2);
  });
});

const notJson: Failure = { kind: 'bad-reply', where: 'json', detail: 'not JSON' };
const list = sampleList(['u-1', 'u-2', 'u-3']);
test.each<readonly [string, Fault, Failure, number]>([
  ['one user', faults.none, { kind: 'bad-reply', where: 'data', detail: 'not a list' }, 0],
  ['an array', faults.array, { kind: 'bad-reply', where: 'envelope', detail: 'not an object' }, 0],
  ['no data', faults.noEnvelope, { kind: 'bad-reply', where: 'envelope', detail: 'no _data' }, 0],
  [
    'an object of users',
    reply(200, json, '{"_data":{"users":[{}]}}'),
    { kind: 'bad-reply', where: 'data', detail: 'not a list' },
    0,
  ],
  ['a page', faults.html, { kind: 'not-the-api', contentType: 'text/html' }, 0],
  ['nothing', faults.empty, { kind: 'not-the-api', contentType: '' }, 0],
  ['no JSON that is called JSON', faults.emptyJson, { kind: 'bad-reply', where: 'json', detail: 'empty body' }, 0],
  ['a list that ends as if it were whole', reply(200, json, list.slice(0, -40)), notJson, 2],
  ['a list with rubbish in it', reply(200, json, list.replace('},{"phones', '};{"phones')), notJson, 1],
  ['a list with more behind it', reply(200, json, `${list}{`), notJson, 3],
  [
    'plain bytes called compressed',
    faults.notGzip,
    { kind: 'bad-reply', where: 'encoding', detail: 'cannot be decompressed' },
    0,
  ],
  [
    'an element over its cap',
    reply(200, json, `{"_data":[1,"${'x'.repeat(65_536)}"]}`),
    { kind: 'too-large', limitBytes: 65_536 },
    0,
  ],
  ['404', reply(404), { kind: 'not-found', id: null }, 0],
  ['403', reply(403), { kind: 'forbidden' }, 0],
  ['401', reply(401), { kind: 'unauthorized' }, 0],
  ['500', reply(500), { kind: 'server', status: 500 }, 0],
  ['a redirect', redirect(302, 'http://127.0.0.2/'), { kind: 'refused-redirect', to: 'http://127.0.0.2' }, 0],
])('%s is no list, and what was complete before is given', async (_what, fault, failure, given) => {
  server.answer(path, fault);
  const { outcome, sources } = await fetchAll(apiOf(server.origin));
  expect(outcome).toStrictEqual({ ok: false, failure });
  expect(sources).toHaveLength(given);
});

test.each<readonly [string, boolean]>([
  ['300 MB without an end', false],
  ['300 MB without an end, compressed', true],
])('%s are given up at the cap, and the connection with them', async (_what, gzip) => {
  const fresh = await startFaultServer();
  fresh.answer(path, { does: 'flood-list', bytes: 300_000_000, gzip });
  let given = 0;
  const outcome = await apiOf(fresh.origin).fetchUsers({
    onBatch: ({ bytes }) => {
      given += bytes.length;
    },
  });
  const { replyBytes } = quickLimits.list;
  expect(outcome).toStrictEqual({ ok: false, failure: { kind: 'too-large', limitBytes: replyBytes } });
  expect(given).toBeGreaterThan(replyBytes * 0.8);
  expect(given).toBeLessThanOrEqual(replyBytes);
  await expect.poll(fresh.connections, { timeout: 10_000 }).toBe(0);
  await fresh.close();
});

describe('deadlines', () => {
  test('a list that stops is given up', async () => {
    const failure = { kind: 'timeout', after: 'idle' } as const;
    server.answer(path, {
      does: 'pieces',
      body: sampleList(ids).slice(0, -9),
      bytes: 300_000,
      everyMs: 0,
      last: 'hang',
    });
    const { outcome } = await fetchAll(apiOf(server.origin, { limits: shortListLimits(failure) }));
    expect(outcome).toStrictEqual({ ok: false, failure });
  });

  test('none runs while a batch is dealt with, for however long', async () => {
    const clock = createFakeClock();
    const fetch = () => Promise.resolve(new Response(sampleList(ids), { headers: json }));
    const api = apiOf(server.origin, { fetch, clock, pace: createPace({ clock }) });
    const outcome = await api.fetchUsers({ onBatch: () => clock.pass(4 * quickLimits.list.deadlines.totalMs) });
    expect(outcome).toMatchObject({ ok: true, value: { count: 250 } });
  });

  test('nothing more is read while a batch is dealt with', async () => {
    const fresh = await startFaultServer();
    fresh.answer(path, { does: 'flood-list', bytes: 200_000_000, gzip: false });
    const controller = new AbortController();
    let given = 0;
    const fetching = apiOf(fresh.origin).fetchUsers({
      signal: controller.signal,
      onBatch: () => {
        given += 1;
        return new Promise(() => undefined);
      },
    });
    await expect.poll(() => given, { timeout: 10_000 }).toBe(1);
    // Until the server can write no more.
    let before = -1;
    while (fresh.bytesSent() !== before) {
      before = fresh.bytesSent();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(given).toBe(1);
    // What the kernels and fetch hold between them.
    expect(before).toBeLessThan(32_000_000);
    controller.abort();
    await fetching;
    await fresh.close();
  });
});

test('whoever leaves while a batch is dealt with is told at once', async () => {
  server.answer(path, reply(200, json, sampleList(ids)));
  const controller = new AbortController();
  const outcome = await apiOf(server.origin).fetchUsers({
    signal: controller.signal,
    onBatch: () => {
      controller.abort();
      return new Promise(() => undefined);
    },
  });
  expect(outcome).toStrictEqual({ ok: false, failure: { kind: 'cancelled' } });
});

test('what the receiver throws is thrown on, and ends it', async () => {
  server.answer(path, reply(200, json, sampleList(ids)));
  let batches = 0;
  const api = apiOf(server.origin);
  const fetching = api.fetchUsers({
    onBatch: () => {
      batches += 1;
      throw new Error('no room');
    },
  });
  await expect(fetching).rejects.toThrow('no room');
  expect(batches).toBe(1);
  expect(server.requests).toHaveLength(1);
});

test.each([1, 7, 4_096])('a token that the list repeats ends it before it is given, in pieces of %d', async (size) => {
  const body = sampleList(['u-1', 'u-2']).replace('"bio":""', `"bio":"${token}"`);
  const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
    body.slice(at * size, (at + 1) * size),
  );
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(Buffer.from(piece));
      },
    });
  const { outcome, batches } = await fetchAll(
    apiOf(server.origin, { fetch: () => Promise.resolve(new Response(stream(), { headers: json })) }),
  );
  expect(outcome).toStrictEqual({
    ok: false,
    failure: { kind: 'bad-reply', where: 'token', detail: '' },
  });
  expect(batches).toStrictEqual([]);
});

test('a person’s request does not wait for the list to end', async () => {
  server.answer(path, { does: 'pieces', body: sampleList(ids), bytes: 300_000, everyMs: 0, last: 'hang' });
  const api = apiOf(server.origin, { pace: createPace({ clock: systemClock, limit: { start: 1, most: 1 } }) });
  const controller = new AbortController();
  const listing = fetchAll(api, { signal: controller.signal });
  await server.seen(1);
  expect(await api.fetchUser(idOf('u-1'))).toMatchObject({ ok: true });
  controller.abort();
  expect((await listing).outcome).toStrictEqual({ ok: false, failure: { kind: 'cancelled' } });
});

describe('an element', () => {
  const read = (text: string) =>
    readListedUser(new Uint8Array(Buffer.from(text)), 17, 'https://api.example.com/v1/ext/users');

  test('is read as the user it is, with its own source and hash', async () => {
    const { createHash } = await import('node:crypto');
    const text = sampleElement('u-1');
    expect(read(text)).toMatchObject({
      ok: true,
      value: {
        isWhole: true,
        reply: {
          user: { id: 'u-1', name: 'Asha Rao', status: 'active' },
          text,
          sha256: createHash('sha256').update(text).digest('hex'),
          url: 'https://api.example.com/v1/ext/users',
          receivedAt: 17,
        },
      },
    });
  });

  test.each(Object.keys(JSON.parse(sampleElement('u-1'))).filter((field) => field !== 'id'))(
    'without %s is not whole',
    (field) => {
      const { [field]: _, ...rest } = JSON.parse(sampleElement('u-1'));
      expect(read(JSON.stringify(rest))).toMatchObject({ ok: true, value: { isWhole: false } });
    },
  );

  test.each<readonly [string, string]>([
    ['{"id":', 'json'],
    ['17', 'data'],
    ['{"firstName":"Asha"}', 'id'],
    [sampleText('u-1'), 'id'],
  ])('%s is no user', (text, where) => {
    expect(read(text)).toMatchObject({ ok: false, failure: { kind: 'bad-reply', where } });
  });

  test('in Latin-1 is no user', () => {
    const bytes = new Uint8Array(Buffer.from('{"id":"u-1","firstName":"Andr\xe9"}', 'latin1'));
    expect(readListedUser(bytes, 0, '')).toMatchObject({ failure: { kind: 'bad-reply', where: 'encoding' } });
  });
});
