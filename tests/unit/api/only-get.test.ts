/** No id, however odd, makes a request outside the API's own path; only GET is sent, and never a body. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import { checkedOrigin, userUrl } from '../../../electron/api/request.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { apiOf, token } from './api-under-test.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.forget());
afterAll(() => server.close());

const oddPieces = [
  '.',
  '..',
  '/',
  '\\',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  '%00',
  '\0',
  '?',
  '#',
  '@',
  ':',
  ';',
  '//',
  ' ',
  '\t',
  '\r\n',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '\uDFFF',
  '\u2024',
  '\uFF0E',
  '\uFF0F',
  '\u{1F600}',
  'é',
  'e\u0301',
  'ı',
  'a',
  'A',
  '0',
  '-',
  '_',
  '~',
  'v1',
  'ext',
  'users',
  'config',
  'u-1',
  '9763caa1-cef3-497f-b3b2-f551456b2831',
  'http://127.0.0.2/',
  '__proto__',
];
const oddId = fc.oneof(
  fc.array(fc.constantFrom(...oddPieces), { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ...oddPieces,
    'x'.repeat(10_240),
    '../'.repeat(3_414),
    'é'.repeat(5_120),
    'x'.repeat(128),
    'x'.repeat(129),
  ),
  fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,30}$/),
);

/** As a caller without types would: nothing may rely on the brand alone. */
const asIfChecked = (text: string) => text as UserId;

const own = /^\/v1\/ext\/user\/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}$/;

test('what the server really sees is a GET below /v1/ext/user/, for that id, without a body', async () => {
  let sent = 0;
  let refused = 0;
  const clock = systemClock;
  const api = apiOf(server.origin, { pace: createPace({ clock }) });
  await fc.assert(
    fc.asyncProperty(oddId, async (id) => {
      server.forget();
      const outcome = await api.fetchUser(asIfChecked(id));
      const parsed = UserId.safeParse(id);
      expect(server.requests).toHaveLength(parsed.success ? 1 : 0);
      if (parsed.success) sent += 1;
      else {
        refused += 1;
        expect(outcome).toStrictEqual({ ok: false, failure: { kind: 'bad-input', where: 'id', reason: 'not-an-id' } });
      }
      for (const request of server.requests) {
        expect(request.method).toBe('GET');
        expect(request.bodyBytes).toBe(0);
        expect(request.headers['content-length'] ?? request.headers['transfer-encoding']).toBeUndefined();
        expect(request.target).toMatch(own);
        expect(decodeURIComponent(request.target.slice('/v1/ext/user/'.length))).toBe(parsed.data);
      }
    }),
    { numRuns: 2_000 },
  );
  // Both sides of the rule were really tried.
  expect(sent).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

test('what is handed to fetch is a GET with two headers and nothing else, on the connected origin', async () => {
  await fc.assert(
    fc.asyncProperty(oddId, async (id) => {
      const origin = 'https://api.example.com';
      const calls: { url: string; init: RequestInit }[] = [];
      const recording = (url: string, init: RequestInit) => {
        calls.push({ url, init });
        return Promise.resolve(new Response(null, { status: 401 }));
      };
      await apiOf(origin, { fetch: recording }).fetchUser(asIfChecked(id));
      for (const { url, init } of calls) {
        const { signal, ...rest } = init;
        expect(signal).toBeInstanceOf(AbortSignal);
        expect(rest).toStrictEqual({
          method: 'GET',
          headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
        });
        const { origin: at, pathname, search, hash, username, password } = new URL(url);
        expect([at, search, hash, username, password]).toStrictEqual([origin, '', '', '', '']);
        expect(pathname).toMatch(own);
      }
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  'https://api.example.com/',
  'http://api.example.com',
  'https://u:p@api.example.com',
  'api.example.com',
  'file:///',
  '',
])('a server kept as %j, which is no address that is given out, gets no request', async (kept) => {
  const never = () => Promise.reject(new Error('sent'));
  const outcome = await apiOf(kept, { fetch: never }).fetchUser(asIfChecked('u-1'));
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'bad-input', where: 'server' } });
});

test('an id is sent in the one form it is kept in', () => {
  const origin = checkedOrigin('https://api.example.com');
  if (!origin.ok) throw new Error('no origin');
  expect(userUrl(origin.value, ' 9763CAA1-CEF3-497F-B3B2-F551456B2831 ')).toMatchObject({
    ok: true,
    value: {
      id: '9763caa1-cef3-497f-b3b2-f551456b2831',
      url: 'https://api.example.com/v1/ext/user/9763caa1-cef3-497f-b3b2-f551456b2831',
    },
  });
});
