/** For each thing a server can do wrong: the exact failure, the number of requests, and that the connection is given up. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, reply } from '../../fault-server/faults.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { wrongAnswers } from '../../fault-server/wrong-answers.ts';
import { createQuickClock } from '../sync/quick-clock.ts';
import { apiOf, idOf, limitsFor, quickLimits, token } from './api-under-test.ts';

const json = { 'content-type': 'application/json' };
/** A server that is too busy says so for a second at least. */
const forBusy = () => ({ clock: createQuickClock(10) });

const asked = idOf('9763caa1-cef3-497f-b3b2-f551456b2831');

describe('a server that', () => {
  let server: FaultServer;
  beforeAll(async () => {
    server = await startFaultServer();
  });
  beforeEach(() => server.forget());
  afterAll(() => server.close());

  const answers = wrongAnswers(asked).map(
    ([does, fault, failure, requests]) => [does, fault, failure, requests] as const,
  );
  test.each(answers)('%s', async (_does, fault, failure, requests) => {
    server.answer(asked, fault);
    const clock = failure.kind === 'rate-limited' ? forBusy() : {};
    const outcome = await apiOf(server.origin, { ...clock, limits: limitsFor(failure) }).fetchUser(asked);
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
    const outcome = await apiOf(server.origin, forBusy()).fetchUser(asked);
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

  test('answers 404 in JSON that never ends is not taken for the API’s', async () => {
    server.answer(asked, { does: 'reply', status: 404, headers: json, body: '{"_data":null', isUnfinished: true });
    const limits = limitsFor({ kind: 'timeout', after: 'idle' });
    expect(await apiOf(server.origin, { limits }).fetchUser(asked)).toStrictEqual({
      ok: false,
      failure: { kind: 'not-the-api', contentType: 'application/json', status: 404 },
    });
  });

  test('begins with a byte order mark is read, and the mark is kept in the text', async () => {
    const body = `\uFEFF${sampleText(asked)}`;
    server.answer(asked, reply(200, json, body));
    const outcome = await apiOf(server.origin, forBusy()).fetchUser(asked);
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
