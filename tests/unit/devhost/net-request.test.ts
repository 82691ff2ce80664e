/** The host's requests are as strict as Electron's: what would go wrong there goes wrong here. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createHostFetch } from '../../../devhost/host-fetch.ts';
import { createRequests, type HostIncomingMessage, type HostRequest } from '../../../devhost/net-request.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { faults, redirect, reply } from '../../fault-server/faults.ts';

const request = createRequests();
let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.forget());
afterAll(() => server.close());

const ask = (path: string, options: object = {}): HostRequest =>
  request({ url: `${server.origin}/v1/ext/user/${path}`, ...options });
const responseTo = (sent: HostRequest) =>
  new Promise<HostIncomingMessage>((resolve, reject) => {
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end();
  });

test('six connections a host, and the others wait for one of them', async () => {
  server.answerAll(faults.hangBeforeHeaders);
  server.answer('u-1', { does: 'answer', afterMs: 100 });
  const sent = Array.from({ length: 9 }, (_, nth) => ask(`u-${nth}`));
  for (const each of sent) {
    each.on('error', () => undefined);
    each.end();
  }
  await server.seen(7);
  expect(server.connections()).toBe(6);
  expect(server.requests.map(({ target }) => target.split('/').at(-1))).toStrictEqual([
    'u-0',
    'u-1',
    'u-2',
    'u-3',
    'u-4',
    'u-5',
    'u-6',
  ]);
  for (const each of sent) each.abort();
});

test('header values are read as UTF-8, and any status is given', async () => {
  server.answer('u-1', reply(999, { 'x-utf8': '\xe2\x82\xac', 'x-latin': '\xfc' }));
  const { statusCode, headers, httpVersionMajor } = await responseTo(ask('u-1'));
  expect({ statusCode, httpVersionMajor, utf8: headers['x-utf8'], latin: headers['x-latin'] }).toStrictEqual({
    statusCode: 999,
    httpVersionMajor: 1,
    utf8: '€',
    latin: '\ufffd',
  });
});

test('a redirect is told, and cancelled where nobody follows it in the listener', async () => {
  server.answer('u-1', redirect(302, '/elsewhere'));
  const sent = ask('u-1', { redirect: 'manual' });
  const told: unknown[] = [];
  sent.on('redirect', (...args: unknown[]) => told.push(args.slice(0, 3)));
  await expect(responseTo(sent)).rejects.toThrow('Redirect was cancelled');
  expect(told).toStrictEqual([[302, 'GET', `${server.origin}/elsewhere`]]);
});

test.each([
  ['an odd header', 200, { 'x-odd': '\ufffd' }],
  ['an odd status', 999, {}],
])("%s throws in a session's fetch where nobody can catch it", (_what, statusCode, headers) => {
  const sent = ask('u-1');
  const hostFetch = createHostFetch({ handlerOf: () => null, request: () => sent });
  void hostFetch(`${server.origin}/v1/ext/user/u-1`);
  expect(() => sent.emit('response', { statusCode, statusMessage: '', headers, rawHeaders: [] })).toThrow();
  sent.abort();
});
