/** The same rules over `net.request`, whose bodies, headers and rejections differ from those of Node's fetch. */
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { ClientRequest, Session } from 'electron';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { createNetFetch } from '../../../electron/shell/net-fetch.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, redirect, reply } from '../../fault-server/faults.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { apiOf, idOf, limitsFor, quickLimits } from './api-under-test.ts';
import { createElectronFetch } from './electron-fetch.ts';

const id = idOf('u-1');
let server: FaultServer;
const fetch = createElectronFetch();
const uncaught: unknown[] = [];
const onUncaught = (error: unknown) => uncaught.push(error);
beforeAll(async () => {
  server = await startFaultServer();
  process.on('uncaughtExceptionMonitor', onUncaught);
});
beforeEach(() => {
  server.forget();
  uncaught.length = 0;
});
afterAll(async () => {
  process.off('uncaughtExceptionMonitor', onUncaught);
  await server.close();
});

test.each<readonly [string, Fault, Failure, number]>([
  ['a reset', faults.resetAtStart, { kind: 'offline' }, 3],
  ['a reset in the body', faults.resetInBody, { kind: 'offline' }, 3],
  ['a body cut off', faults.truncated, { kind: 'offline' }, 3],
  ['no headers', faults.hangBeforeHeaders, { kind: 'timeout', after: 'headers' }, 1],
  ['half a body', faults.hangInBody, { kind: 'timeout', after: 'idle' }, 1],
  ['drops for ever', { does: 'drip', everyMs: 5 }, { kind: 'timeout', after: 'total' }, 1],
  ['200 MB', { does: 'flood', bytes: 200_000_000, gzip: false }, { kind: 'too-large', limitBytes: 1_048_576 }, 1],
  ['a redirect', redirect(302, 'http://127.0.0.2/'), { kind: 'refused-redirect', to: 'http://127.0.0.2' }, 1],
  ['a redirect to nowhere', reply(302), { kind: 'refused-redirect', to: '' }, 1],
  ['a page', faults.html, { kind: 'not-the-api', contentType: 'text/html' }, 1],
  ['nothing at all', reply(204), { kind: 'not-the-api', contentType: '' }, 1],
  ['401', reply(401), { kind: 'unauthorized' }, 1],
  ['404', reply(404, {}, '{"_errors":[]}'), { kind: 'not-found', id }, 1],
  ['404 of somebody else', reply(404), { kind: 'not-the-api', contentType: '', status: 404 }, 1],
  ['503', reply(503), { kind: 'server', status: 503 }, 3],
  ['a status that is none', reply(999), { kind: 'server', status: 999 }, 1],
  [
    'a status that is none, in the form of the API',
    reply(600, {}, '{"_errors":[]}'),
    { kind: 'server', status: 600 },
    1,
  ],
  ['407', reply(407), { kind: 'proxy-sign-in' }, 1],
  [
    'a content type with odd bytes',
    reply(200, { 'content-type': 'text/\xff\xfe' }, '<p>'),
    { kind: 'not-the-api', contentType: '' },
    1,
  ],
  [
    'a time to come back in odd bytes',
    reply(429, { 'retry-after': '\xe2\x82\xac' }),
    { kind: 'rate-limited', retryAfterSeconds: null },
    3,
  ],
  ['what is no gzip', faults.notGzip, { kind: 'bad-reply', where: 'encoding', detail: 'cannot be decompressed' }, 1],
  ['too many headers', faults.largeHeaders, { kind: 'headers-too-large' }, 1],
  ['no HTTP', faults.babble, { kind: 'not-the-api', contentType: '' }, 1],
])('%s', async (_what, fault, failure, requests) => {
  server.answer(id, fault);
  const limits = limitsFor(failure);
  expect(await apiOf(server.origin, { fetch, limits }).fetchUser(id)).toStrictEqual({
    ok: false,
    failure,
  });
  expect(server.requests).toHaveLength(requests);
  expect(uncaught).toStrictEqual([]);
});

test.each<readonly [string, Failure]>([
  ['ERR_UNEXPECTED_PROXY_AUTH', { kind: 'proxy-sign-in' }],
  ['ERR_PROXY_AUTH_UNSUPPORTED', { kind: 'proxy-sign-in' }],
  ['ERR_RESPONSE_HEADERS_TOO_BIG', { kind: 'headers-too-large' }],
  ['ERR_INVALID_CHUNKED_ENCODING', { kind: 'not-the-api', contentType: '' }],
  ['ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH', { kind: 'not-the-api', contentType: '' }],
  ['ERR_INCOMPLETE_CHUNKED_ENCODING', { kind: 'offline' }],
  ['ERR_CERT_DATE_INVALID', { kind: 'untrusted-certificate' }],
  ['ERR_CERT_DATABASE_CHANGED', { kind: 'offline' }],
  ['ERR_CERT_VERIFIER_CHANGED', { kind: 'offline' }],
  ['ERR_SSL_CLIENT_AUTH_CERT_NEEDED', { kind: 'untrusted-certificate', isOfThisComputer: true }],
  ['ERR_BAD_SSL_CLIENT_AUTH_CERT', { kind: 'untrusted-certificate', isOfThisComputer: true }],
  ['ERR_SSL_CLIENT_AUTH_SIGNATURE_FAILED', { kind: 'untrusted-certificate', isOfThisComputer: true }],
  ['ERR_TUNNEL_CONNECTION_FAILED', { kind: 'offline' }],
  ['ERR_FAILED', { kind: 'offline' }],
])('%s is called what it is', async (word, failure) => {
  const failing = () => Promise.reject(new Error(`net::${word}`));
  expect(await apiOf(server.origin, { fetch: failing }).fetchUser(id)).toStrictEqual({ ok: false, failure });
});

test('a user is read', async () => {
  expect(await apiOf(server.origin, { fetch }).fetchUser(id)).toMatchObject({
    ok: true,
    value: { user: { id }, text: sampleText(id) },
  });
});

test('headers with bytes of every kind take nothing away from a user', async () => {
  const header = { 'content-type': 'application/json', 'x-latin': '\xfc\x80', 'x-utf8': '\xe2\x82\xac' };
  server.answer(id, reply(200, header, sampleText(id)));
  expect(await apiOf(server.origin, { fetch }).fetchUser(id)).toMatchObject({ ok: true, value: { user: { id } } });
  expect(uncaught).toStrictEqual([]);
});

test('leaving in the middle of a flood, at any moment, never throws where nobody can catch it', async () => {
  server.answerAll({ does: 'flood', bytes: 200_000_000, gzip: false });
  const limits = { ...quickLimits, userBytes: 1e9 };
  const api = apiOf(server.origin, { fetch, limits });
  for (let i = 0; i < 40; i += 1) {
    const controller = new AbortController();
    const outcome = api.fetchUser(idOf(`u-${i}`), { signal: controller.signal });
    const before = server.bytesSent();
    await server.seen(i + 1);
    while (server.bytesSent() < before + i * 50_000) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    expect(await outcome).toStrictEqual({ ok: false, failure: { kind: 'cancelled' } });
  }
  expect(uncaught).toStrictEqual([]);
});

test('a status of none, as after sleep, is no answer', async () => {
  const sent = Object.assign(new EventEmitter(), { end: () => undefined, abort: () => undefined });
  const message = Object.assign(Readable.from([]), { statusCode: 0, headers: {}, httpVersionMajor: 1 });
  const failing = createNetFetch({ request: () => sent as unknown as ClientRequest, session: {} as Session });
  const limits = { ...quickLimits, backoff: { baseMs: 0, mostMs: 0 } };
  const outcome = apiOf(server.origin, { fetch: failing, limits }).fetchUser(id, { once: true });
  await new Promise((resolve) => setImmediate(resolve));
  sent.emit('response', message);
  expect(await outcome).toStrictEqual({ ok: false, failure: { kind: 'offline' } });
});
