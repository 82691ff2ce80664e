/** Heads of answers that are no HTTP, or odd HTTP, byte by byte: each ends in a typed failure or is read, and nothing is thrown. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FailureSchema } from '../../../contract/failure-schema.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { apiOf, idOf, quickLimits } from './api-under-test.ts';
import { createElectronFetch } from './electron-fetch.ts';

const id = idOf('u-1');
const user = sampleText(id);
const json = 'content-type: application/json\r\n';
const whole = (first: string, headers = '') =>
  `${first}\r\n${headers}${json}content-length: ${Buffer.byteLength(user)}\r\n\r\n${user}`;
const fetch = createElectronFetch();
const limits = { ...quickLimits, backoff: { baseMs: 0, mostMs: 0 } };
const uncaught: unknown[] = [];
const onUncaught = (error: unknown) => uncaught.push(error);
let bytes: Buffer;
let requests = 0;
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      requests += 1;
      socket.end(bytes);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.on('uncaughtExceptionMonitor', onUncaught);
});
beforeEach(() => {
  requests = 0;
  uncaught.length = 0;
});
afterAll(() => {
  process.off('uncaughtExceptionMonitor', onUncaught);
  server.close();
});

const ask = (answer: string | Buffer) => {
  bytes = typeof answer === 'string' ? Buffer.from(answer, 'latin1') : answer;
  return apiOf(origin, { fetch, limits }).fetchUser(id);
};
const noHttp = { kind: 'not-the-api', contentType: '' };
const chunked = (body: string) => `HTTP/1.1 200 OK\r\n${json}transfer-encoding: chunked\r\n\r\n${body}`;
const redirect = (location: string) => `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`;

test.each<readonly [string, string, object, number]>([
  [
    'another protocol',
    'HTTP/1.1 101 Yes\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    { kind: 'server', status: 101 },
    1,
  ],
  ['only beginnings', 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(5000), { kind: 'offline' }, 3],
  ['the status 000', 'HTTP/1.1 000 OK\r\n\r\n', { kind: 'offline' }, 3],
  ['a status of four digits', 'HTTP/1.1 1000 OK\r\ncontent-length: 0\r\n\r\n', noHttp, 1],
  ['no head', user, noHttp, 1],
  ['HTTP of a later day', whole('HTTP/7.0 200 OK'), noHttp, 1],
  ['two lengths', whole('HTTP/1.1 200 OK', 'content-length: 3\r\n'), noHttp, 1],
  ['a length below nothing', `HTTP/1.1 200 OK\r\n${json}content-length: -1\r\n\r\n{}`, noHttp, 1],
  ['a length beyond all numbers', `HTTP/1.1 200 OK\r\n${json}content-length: ${'9'.repeat(20)}\r\n\r\n{}`, noHttp, 1],
  ['a line without a colon', whole('HTTP/1.1 200 OK', 'nonsense\r\n'), noHttp, 1],
  ['a header with a zero', whole('HTTP/1.1 200 OK', 'x: a\0b\r\n'), noHttp, 1],
  ['a piece of no size', chunked('zz\r\n{}\r\n'), noHttp, 1],
  ['a piece beyond all numbers', chunked('ffffffffffffffffff\r\n{}\r\n'), noHttp, 1],
  ['a piece that is cut', chunked('ff\r\n{}'), { kind: 'offline' }, 3],
  ['a redirect that is no address', redirect('http://['), { kind: 'refused-redirect', to: '' }, 1],
  ['a redirect to a script', redirect('javascript:x'), { kind: 'refused-redirect', to: 'javascript:' }, 1],
  ['a redirect to a file', redirect('file:///etc/passwd'), { kind: 'refused-redirect', to: 'file:' }, 1],
  [
    'many encodings',
    whole('HTTP/1.1 200 OK', `content-encoding: ${'gzip,'.repeat(50)}gzip\r\n`),
    { kind: 'bad-reply' },
    1,
  ],
])('%s', async (_what, answer, failure, tries) => {
  expect(await ask(answer)).toMatchObject({ ok: false, failure });
  expect(requests).toBe(tries);
  expect(uncaught).toStrictEqual([]);
});

test.each([
  ['what is said beforehand', `${'HTTP/1.1 103 Early\r\nlink: <x>\r\n\r\n'.repeat(50)}${whole('HTTP/1.1 200 OK')}`],
  ['HTTP/1.0', whole('HTTP/1.0 200 OK')],
  ['names that every object has', whole('HTTP/1.1 200 OK', '__proto__: a\r\nconstructor: b\r\ntoString: c\r\n')],
  ['times that are none', whole('HTTP/1.1 200 OK', 'date: Xyz, 99 Foo 99999 99:99:99 GMT\r\nage: -99999999999\r\n')],
])('%s takes nothing away from a user', async (_what, answer) => {
  expect(await ask(answer)).toMatchObject({ ok: true, value: { user: { id } } });
});

test('whatever bytes of a head are others, it is read or ends in a typed failure', async () => {
  const good = Buffer.from(
    whole('HTTP/1.1 200 OK', 'date: Mon, 30 Nov 2026 10:00:00 GMT\r\nretry-after: 1\r\nlocation: /x\r\n'),
  );
  const headEnds = good.indexOf('\r\n\r\n') + 4;
  const changes = fc.array(fc.tuple(fc.nat(headEnds - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(changes, async (others) => {
      const changed = Buffer.from(good);
      for (const [at, byte] of others) changed[at] = byte;
      const outcome = await ask(changed);
      if (!outcome.ok) FailureSchema.parse(outcome.failure);
    }),
    { numRuns: 400 },
  );
  expect(uncaught).toStrictEqual([]);
});
