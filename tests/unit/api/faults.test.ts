/** For each thing a server can do wrong: the exact failure, the number of requests, and that the connection is given up. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, redirect, reply } from '../../fault-server/faults.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { apiOf, idOf, limitsFor, quickLimits, token } from './api-under-test.ts';

const json = { 'content-type': 'application/json' };
const asked = idOf('9763caa1-cef3-497f-b3b2-f551456b2831');
const other = idOf('11111111-2222-4333-8444-555555555555');
const inAnHour = (from: number) => new Date(from + 3_600_000).toUTCString();

type Row = readonly [does: string, fault: Fault, failure: Failure, requests: number];

const rows: readonly Row[] = [
  ['resets before answering', faults.resetAtStart, { kind: 'offline' }, 3],
  ['resets in the body', faults.resetInBody, { kind: 'offline' }, 3],
  ['closes before the announced end', faults.truncated, { kind: 'offline' }, 3],
  [
    'ends too early as if that were all',
    faults.truncatedSilently,
    { kind: 'bad-reply', where: 'json', detail: 'not JSON' },
    1,
  ],
  ['hangs before the headers', faults.hangBeforeHeaders, { kind: 'timeout', after: 'headers' }, 1],
  ['hangs within the headers', faults.hangInHeaders, { kind: 'timeout', after: 'headers' }, 1],
  ['hangs in the body', faults.hangInBody, { kind: 'timeout', after: 'idle' }, 1],
  ['drips for ever', { does: 'drip', everyMs: 5 }, { kind: 'timeout', after: 'total' }, 1],
  ['speaks another protocol', faults.babble, { kind: 'not-the-api', contentType: '' }, 1],
  ['answers 200 with a page', faults.html, { kind: 'not-the-api', contentType: 'text/html' }, 1],
  ['answers 200 with words', faults.plainText, { kind: 'not-the-api', contentType: 'text/plain' }, 1],
  ['answers 200 with nothing', faults.empty, { kind: 'not-the-api', contentType: '' }, 1],
  ['answers 204', reply(204), { kind: 'not-the-api', contentType: '' }, 1],
  [
    'answers with no JSON that is called JSON',
    faults.emptyJson,
    { kind: 'bad-reply', where: 'json', detail: 'empty body' },
    1,
  ],
  ['answers with broken JSON', faults.brokenJson, { kind: 'bad-reply', where: 'json', detail: 'not JSON' }, 1],
  ['answers with an array', faults.array, { kind: 'bad-reply', where: 'envelope', detail: '[]' }, 1],
  ['answers with a word', faults.scalar, { kind: 'bad-reply', where: 'envelope', detail: '"hello"' }, 1],
  ['answers without the envelope', faults.noEnvelope, { kind: 'bad-reply', where: 'envelope', detail: 'no _data' }, 1],
  [
    'answers with errors and no data',
    faults.errorsWithoutData,
    { kind: 'bad-reply', where: 'errors', detail: 'User is archived' },
    1,
  ],
  ['answers in Latin-1', faults.invalidUtf8, { kind: 'bad-reply', where: 'encoding', detail: 'not UTF-8' }, 1],
  [
    'calls plain bytes compressed',
    faults.notGzip,
    { kind: 'bad-reply', where: 'encoding', detail: 'cannot be decompressed' },
    1,
  ],
  ['sends 200 MB', { does: 'flood', bytes: 200_000_000, gzip: false }, { kind: 'too-large', limitBytes: 1_048_576 }, 1],
  [
    'sends a gzip bomb',
    { does: 'flood', bytes: 200_000_000, gzip: true },
    { kind: 'too-large', limitBytes: 1_048_576 },
    1,
  ],
  [
    'answers about somebody else',
    { does: 'answer', id: other },
    { kind: 'bad-reply', where: 'another-id', detail: other },
    1,
  ],
  ['answers 300 without an address', reply(300), { kind: 'server', status: 300 }, 1],
  ['answers 304', reply(304), { kind: 'server', status: 304 }, 1],
  ['redirects to no address', reply(302), { kind: 'refused-redirect', to: '' }, 1],
  ['redirects to another scheme', redirect(302, 'file:///etc/passwd'), { kind: 'refused-redirect', to: 'file:' }, 1],
  ['answers 400', reply(400), { kind: 'server', status: 400 }, 1],
  ['answers 401', reply(401), { kind: 'unauthorized' }, 1],
  ['answers 403', reply(403), { kind: 'forbidden' }, 1],
  ['answers 403 with a page', reply(403, { 'content-type': 'text/html' }, '<html>'), { kind: 'forbidden' }, 1],
  ['answers 404', reply(404), { kind: 'not-found', id: asked }, 1],
  ['answers 404 in JSON', reply(404, json, '{"_data":null,"_errors":[{}]}'), { kind: 'not-found', id: asked }, 1],
  ['answers 404 with a page', faults.htmlNotFound, { kind: 'not-the-api', contentType: 'text/html' }, 1],
  ['answers 405', reply(405), { kind: 'server', status: 405 }, 1],
  ['answers 408', reply(408, { connection: 'close' }), { kind: 'server', status: 408 }, 3],
  ['answers 418', reply(418), { kind: 'server', status: 418 }, 1],
  ['answers 429', reply(429), { kind: 'rate-limited', retryAfterSeconds: null }, 3],
  ['answers 429 for now', reply(429, { 'retry-after': '0' }), { kind: 'rate-limited', retryAfterSeconds: 0 }, 3],
  [
    'answers 429 for an hour',
    reply(429, { 'retry-after': '3600' }),
    { kind: 'rate-limited', retryAfterSeconds: 3600 },
    1,
  ],
  [
    'answers 429 until a date, by its own clock',
    reply(429, { date: new Date(0).toUTCString(), 'retry-after': inAnHour(0) }),
    { kind: 'rate-limited', retryAfterSeconds: 3600 },
    1,
  ],
  [
    'answers 429 with nonsense',
    reply(429, { 'retry-after': 'soon' }),
    { kind: 'rate-limited', retryAfterSeconds: null },
    3,
  ],
  ['answers 500', reply(500), { kind: 'server', status: 500 }, 1],
  ['answers 501', reply(501), { kind: 'server', status: 501 }, 1],
  ['answers 502', reply(502), { kind: 'server', status: 502 }, 3],
  ['answers 503', reply(503), { kind: 'server', status: 503 }, 3],
  ['answers 503 for an hour', reply(503, { 'retry-after': '3600' }), { kind: 'server', status: 503 }, 1],
  ['answers 504', reply(504), { kind: 'server', status: 504 }, 3],
];

describe('a server that', () => {
  let server: FaultServer;
  beforeAll(async () => {
    server = await startFaultServer();
  });
  beforeEach(() => server.forget());
  afterAll(() => server.close());

  test.each(rows)('%s', async (_does, fault, failure, requests) => {
    server.answer(asked, fault);
    const outcome = await apiOf(server.origin, { limits: limitsFor(failure) }).fetchUser(asked);
    expect(outcome).toStrictEqual({ ok: false, failure });
    expect(server.requests).toHaveLength(requests);
    for (const request of server.requests) {
      expect(request).toMatchObject({ method: 'GET', target: `/v1/ext/user/${asked}`, bodyBytes: 0 });
      expect(request.headers).toMatchObject({ authorization: `Bearer ${token}`, accept: 'application/json' });
      for (const unwanted of ['cookie', 'content-type', 'content-length', 'referer', 'origin']) {
        expect(request.headers[unwanted]).toBeUndefined();
      }
    }
    expect(JSON.stringify(outcome)).not.toContain(token);
  });

  test.each<readonly [string, Fault, number]>([
    ['resets once', faults.resetAtStart, 2],
    ['resets once in the body', faults.resetInBody, 2],
    ['is cut off once', faults.truncated, 2],
    ['is too busy once', reply(429), 2],
    ['is too busy once, by date', reply(429, { 'retry-after': new Date(0).toUTCString() }), 2],
    ['answers 502 once', reply(502), 2],
    ['answers 503 once', reply(503), 2],
    ['answers 504 once', reply(504), 2],
  ])('%s is asked again, and its answer counts', async (_does, fault, requests) => {
    server.answer(asked, fault, faults.none);
    const outcome = await apiOf(server.origin).fetchUser(asked);
    expect(outcome).toMatchObject({ ok: true, value: { user: { id: asked, name: 'Asha Rao' } } });
    expect(server.requests).toHaveLength(requests);
  });

  test('answers 500 once is not asked again: the request may be what it broke on', async () => {
    server.answer(asked, reply(500), faults.none);
    expect(await apiOf(server.origin).fetchUser(asked)).toStrictEqual({
      ok: false,
      failure: { kind: 'server', status: 500 },
    });
    expect(server.requests).toHaveLength(1);
  });

  test.each<readonly [string, Fault]>([
    ['hangs before the headers', faults.hangBeforeHeaders],
    ['hangs in the body', faults.hangInBody],
    ['drips for ever', { does: 'drip', everyMs: 5 }],
    ['floods', { does: 'flood', bytes: 200_000_000, gzip: false }],
  ])('%s loses the connection at once', async (_does, fault) => {
    // A server of its own: connections of earlier tests stay open for reuse.
    const fresh = await startFaultServer();
    fresh.answer(asked, fault);
    const limits = { ...quickLimits, deadlines: { headersMs: 700, idleMs: 300, totalMs: 900 } };
    expect((await apiOf(fresh.origin, { limits }).fetchUser(asked)).ok).toBe(false);
    expect(fresh.requests).toHaveLength(1);
    await expect.poll(fresh.connections, { timeout: 10_000 }).toBe(0);
    // What the two kernels hold between them, far from 200 MB.
    expect(fresh.bytesSent()).toBeLessThan(32_000_000);
    await fresh.close();
  });

  test.each<readonly [string, Failure]>([
    ['application/json', { kind: 'not-found', id: asked }],
    ['text/html', { kind: 'not-the-api', contentType: 'text/html' }],
  ])('answers 404 in %s that never ends is judged by what it is called', async (type, failure) => {
    server.answer(asked, { does: 'reply', status: 404, headers: { 'content-type': type }, isUnfinished: true });
    const limits = limitsFor({ kind: 'timeout', after: 'idle' });
    expect(await apiOf(server.origin, { limits }).fetchUser(asked)).toStrictEqual({ ok: false, failure });
  });

  test('begins with a byte order mark is read, and the mark is kept in the text', async () => {
    const body = `\uFEFF${sampleText(asked)}`;
    server.answer(asked, reply(200, json, body));
    const outcome = await apiOf(server.origin).fetchUser(asked);
    expect(outcome).toMatchObject({ ok: true, value: { user: { id: asked }, text: body } });
  });

  test('calls its JSON something else is believed by content', async () => {
    server.answer(asked, reply(200, { 'content-type': 'text/html' }, sampleText(asked)));
    expect(await apiOf(server.origin).fetchUser(asked)).toMatchObject({ ok: true, value: { user: { id: asked } } });
  });

  test('sends exactly the limit is read, and one byte more is not', async () => {
    const room = quickLimits.userBytes - Buffer.byteLength(sampleText(asked));
    server.answer(asked, { does: 'answer', padBytes: room }, { does: 'answer', padBytes: room + 1 });
    const api = apiOf(server.origin);
    expect(await api.fetchUser(asked)).toMatchObject({ ok: true });
    expect(await api.fetchUser(asked)).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
  });

  test('is not there is offline after three tries', async () => {
    const gone = await startFaultServer();
    await gone.close();
    let tries = 0;
    const counting: typeof fetch = (url, init) => {
      tries += 1;
      return fetch(url, init);
    };
    expect(await apiOf(gone.origin, { fetch: counting }).fetchUser(asked)).toStrictEqual({
      ok: false,
      failure: { kind: 'offline' },
    });
    expect(tries).toBe(3);
  });

  test('gives no configuration says so', async () => {
    server.answer('/v1/ext/config', reply(403));
    expect(await apiOf(server.origin).fetchConfig()).toStrictEqual({ ok: false, failure: { kind: 'forbidden' } });
    expect(server.requests.map((request) => request.target)).toStrictEqual(['/v1/ext/config']);
  });
});
