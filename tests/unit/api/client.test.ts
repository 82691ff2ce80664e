/** What callers of the client rely on: one request for one question, leaving alone, and a token that stays inside. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../electron/clock.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { faults, redirect, reply } from '../../fault-server/faults.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { settled } from '../fake-clock.ts';
import { apiOf, idOf, limitsFor, token } from './api-under-test.ts';

const id = idOf('9763caa1-cef3-497f-b3b2-f551456b2831');
const cancelled = { ok: false, failure: { kind: 'cancelled' } };
let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.forget());
afterAll(() => server.close());

test('a user is given with the text as it came, its SHA-256, the address asked and the time', async () => {
  const before = Date.now();
  const outcome = await apiOf(server.origin).fetchUser(id);
  const { createHash } = await import('node:crypto');
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      user: { id, name: 'Asha Rao', status: 'active' },
      text: sampleText(id),
      sha256: createHash('sha256').update(sampleText(id)).digest('hex'),
      url: `${server.origin}/v1/ext/user/${id}`,
    },
  });
  if (!outcome.ok) throw new Error('not answered');
  expect(outcome.value.receivedAt).toBeGreaterThanOrEqual(before);
  expect(outcome.value.receivedAt).toBeLessThanOrEqual(Date.now());
});

test('the names of teams and roles are read where the server offers them', async () => {
  const body = '{"_data":{"roles":[{"id":"r-1","name":"Nurse"}],"team":[{"id":"t-1","name":"Ward 3"}]}}';
  server.answer('/v1/ext/config', reply(200, { 'content-type': 'application/json' }, body));
  const outcome = await apiOf(server.origin).fetchConfig();
  if (!outcome.ok) throw new Error('not answered');
  expect([...outcome.value.roles]).toStrictEqual([['r-1', 'Nurse']]);
  expect([...outcome.value.teams]).toStrictEqual([['t-1', 'Ward 3']]);
});

describe('the same id asked twice at once', () => {
  test('is one request, in whatever case it is written', async () => {
    server.answer(id, { does: 'answer', afterMs: 30 });
    const api = apiOf(server.origin);
    const upper = id.toUpperCase() as typeof id;
    const outcomes = await Promise.all([
      api.fetchUser(id),
      api.fetchUser(upper),
      api.fetchUser(id, { priority: 'later' }),
    ]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true, value: { user: { id } } });
    expect(server.requests).toHaveLength(1);
  });

  test('is a new request once the first was answered', async () => {
    const api = apiOf(server.origin);
    await api.fetchUser(id);
    await api.fetchUser(id);
    expect(server.requests).toHaveLength(2);
  });

  test('lets one leave at once and still answers the other', async () => {
    server.answer(id, { does: 'answer', afterMs: 50 });
    const api = apiOf(server.origin);
    const leaver = new AbortController();
    const leaving = api.fetchUser(id, { signal: leaver.signal });
    const staying = api.fetchUser(id, { signal: new AbortController().signal });
    await server.seen(1);
    leaver.abort();
    expect(await leaving).toStrictEqual(cancelled);
    expect(await staying).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(1);
  });

  test('is aborted when all have left, and whoever asks then is answered anew', async () => {
    const fresh = await startFaultServer();
    fresh.answer(id, faults.hangBeforeHeaders, { does: 'answer', afterMs: 100 });
    const api = apiOf(fresh.origin);
    const [one, two] = [new AbortController(), new AbortController()];
    const leaving = [api.fetchUser(id, { signal: one.signal }), api.fetchUser(id, { signal: two.signal })];
    await fresh.seen(1);
    one.abort();
    two.abort();
    const next = api.fetchUser(id);
    expect(await Promise.all(leaving)).toStrictEqual([cancelled, cancelled]);
    // The abandoned request has come to its end by then, and is not taken for the new one.
    await fresh.seen(2);
    const joining = api.fetchUser(id);
    expect(await Promise.all([next, joining])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(fresh.requests).toHaveLength(2);
    // The first connection is gone; the second may be kept for reuse.
    await expect.poll(fresh.connections, { timeout: 10_000 }).toBeLessThanOrEqual(1);
    await fresh.close();
  });

  test('is hurried when a person comes to wait for what the background had asked', async () => {
    const pace = createPace({ clock: systemClock, limit: { start: 1, most: 1 } });
    const api = apiOf(server.origin, { pace });
    server.answer('first', { does: 'answer', afterMs: 40 });
    const all = [
      api.fetchUser(idOf('first')),
      api.fetchUser(idOf('l-1'), { priority: 'later' }),
      api.fetchUser(idOf('l-2'), { priority: 'later' }),
    ];
    await server.seen(1);
    all.push(api.fetchUser(idOf('l-2')));
    await Promise.all(all);
    expect(server.requests.map((request) => request.target.split('/').at(-1))).toStrictEqual(['first', 'l-2', 'l-1']);
  });
});

test('who has left before asking is not asked for', async () => {
  const controller = new AbortController();
  controller.abort();
  expect(await apiOf(server.origin).fetchUser(id, { signal: controller.signal })).toStrictEqual(cancelled);
  await settled();
  expect(server.requests).toStrictEqual([]);
});

test('leaving while the body comes ends it at once', async () => {
  const fresh = await startFaultServer();
  fresh.answer(id, { does: 'drip', everyMs: 2 });
  const controller = new AbortController();
  const outcome = apiOf(fresh.origin).fetchUser(id, { signal: controller.signal });
  await expect.poll(fresh.bytesSent, { timeout: 10_000 }).toBeGreaterThan(200);
  controller.abort();
  expect(await outcome).toStrictEqual(cancelled);
  await expect.poll(fresh.connections, { timeout: 10_000 }).toBe(0);
  await fresh.close();
});

test('a fetch that takes no notice of being aborted cannot keep anybody waiting', async () => {
  const failure = { kind: 'timeout', after: 'headers' } as const;
  const deaf = () => new Promise<Response>(() => undefined);
  const api = apiOf(server.origin, { fetch: deaf, limits: limitsFor(failure) });
  expect(await api.fetchUser(id)).toStrictEqual({ ok: false, failure });
});

test('a body that takes no notice of being aborted cannot either', async () => {
  const failure = { kind: 'timeout', after: 'idle' } as const;
  const endless = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
  const api = apiOf(server.origin, { fetch: () => Promise.resolve(new Response(endless)), limits: limitsFor(failure) });
  expect(await api.fetchUser(id)).toStrictEqual({ ok: false, failure });
});

describe('the token', () => {
  test.each<readonly [string, string | null]>([
    ['not at hand', null],
    ['empty', ''],
    ['of several lines', 'abc\r\nX-Injected: 1'],
    ['not ASCII', 'tökén-12345'],
    ['too long', 'x'.repeat(8193)],
  ])('%s: nothing is sent', async (_what, given) => {
    expect(await apiOf(server.origin, { token: () => given }).fetchUser(id)).toStrictEqual({
      ok: false,
      failure: { kind: 'token-needed' },
    });
    expect(server.requests).toStrictEqual([]);
  });

  test('is asked for anew for each try, so that a renewed one counts at once', async () => {
    server.answer(id, reply(503), faults.none);
    const given = ['first-token', 'second-token'];
    await apiOf(server.origin, { token: () => given.shift() ?? null }).fetchUser(id);
    expect(server.requests.map((request) => request.headers.authorization)).toStrictEqual([
      'Bearer first-token',
      'Bearer second-token',
    ]);
  });

  test.each([
    [
      'in the address it points to',
      redirect(302, `https://${token}.example.com/`),
      { kind: 'refused-redirect', to: '' },
    ],
    [
      'in a content type',
      reply(200, { 'content-type': `text/${token}` }, 'x'),
      { kind: 'not-the-api', contentType: '' },
    ],
    [
      'in its errors',
      reply(200, {}, `{"_data":null,"_errors":["bad token Bearer ${token}"]}`),
      { kind: 'bad-reply', where: 'token', detail: '' },
    ],
    [
      'in the user',
      reply(200, {}, sampleText(id).replace('"bio":""', `"bio":"${token}"`)),
      { kind: 'bad-reply', where: 'token', detail: '' },
    ],
  ])('that the server repeats %s does not come back', async (_where, fault, failure) => {
    server.answer(id, fault);
    const outcome = await apiOf(server.origin).fetchUser(id);
    expect(outcome).toStrictEqual({ ok: false, failure });
    expect(JSON.stringify(outcome).toLowerCase()).not.toContain(token.toLowerCase());
  });

  // Of letters that a media type may have.
  test.each(['x', '{"_data": none}', '[]'])('in the type of %s is not told', async (body) => {
    const hex = '0123456789abcdef0123456789abcdef';
    server.answer(id, reply(200, { 'content-type': `text/${hex}` }, body));
    server.answer('/v1/ext/config', reply(200, { 'content-type': `text/${hex}` }, body));
    const api = apiOf(server.origin, { token: () => hex });
    const outcomes = [await api.fetchUser(id), await api.fetchUserBytes(id), await api.fetchConfig()];
    expect(JSON.stringify(outcomes)).not.toContain(hex);
  });

  test('stays out of the failure where fetch throws with it, and nothing is printed', async () => {
    const output = [
      vi.spyOn(process.stdout, 'write').mockReturnValue(true),
      vi.spyOn(process.stderr, 'write').mockReturnValue(true),
      vi.spyOn(console, 'log').mockReturnValue(undefined),
      vi.spyOn(console, 'error').mockReturnValue(undefined),
    ];
    const telling = (_url: string, init: RequestInit) => {
      const error = new TypeError(`bad header ${JSON.stringify(init.headers)}`);
      error.cause = new Error(token);
      return Promise.reject(error);
    };
    const outcome = await apiOf(server.origin, { fetch: telling }).fetchUser(id);
    const written = output.flatMap((spy) => spy.mock.calls);
    for (const spy of output) spy.mockRestore();
    expect(outcome).toStrictEqual({ ok: false, failure: { kind: 'offline' } });
    expect(written).toStrictEqual([]);
  });
});
