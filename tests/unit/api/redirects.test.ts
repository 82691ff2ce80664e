/** A redirect is refused and named, and where it points never hears of it. */
import { setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeCertificate } from '../../fault-server/certificate.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { faults, redirect } from '../../fault-server/faults.ts';
import { apiOf, idOf } from './api-under-test.ts';

const id = idOf('u-1');
const statuses = [301, 302, 303, 307, 308];
const tls = makeCertificate();
const untrusted = makeCertificate();
let server: FaultServer;
let secure: FaultServer;
let imposter: FaultServer;
let otherHost: FaultServer;
let otherPort: FaultServer;

beforeAll(async () => {
  setDefaultCACertificates([tls.cert]);
  server = await startFaultServer();
  secure = await startFaultServer({ tls });
  imposter = await startFaultServer({ tls: untrusted });
  otherHost = await startFaultServer({ host: '127.0.0.2' });
  otherPort = await startFaultServer();
});
const all = () => [server, secure, imposter, otherHost, otherPort];
beforeEach(() => {
  for (const each of all()) each.forget();
});
afterAll(async () => {
  await Promise.all(all().map((each) => each.close()));
});

test.each(
  statuses.flatMap((status) => [
    { status, to: 'another host', from: () => server, target: () => otherHost },
    { status, to: 'another port', from: () => server, target: () => otherPort },
    { status, to: 'plain http', from: () => secure, target: () => otherPort },
    { status, to: 'https', from: () => server, target: () => secure },
    { status, to: 'another path of its own', from: () => server, target: () => server },
  ]),
)('$status to $to is refused', async ({ status, from, target }) => {
  const before = from();
  before.answer(id, redirect(status, `${target().origin}/v1/ext/user/elsewhere?with=query`));
  expect(await apiOf(before.origin).fetchUser(id)).toStrictEqual({
    ok: false,
    failure: { kind: 'refused-redirect', to: target().origin, ...(target() === before && { isOwn: true }) },
  });
  expect(before.requests.map((request) => request.target)).toStrictEqual(['/v1/ext/user/u-1']);
  for (const each of all()) if (each !== before) expect(each.requests).toStrictEqual([]);
});

test('a redirect in the form of a path is told as one to the server itself', async () => {
  server.answer(id, redirect(302, '/login'));
  expect(await apiOf(server.origin).fetchUser(id)).toMatchObject({
    failure: { kind: 'refused-redirect', to: server.origin, isOwn: true },
  });
  expect(server.requests).toHaveLength(1);
});

test.each([
  'Redirect was cancelled',
  "Attempted to redirect, but redirect policy was 'error'",
  'net::ERR_UNSAFE_REDIRECT',
  'net::ERR_INVALID_REDIRECT',
  'net::ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION',
])("a redirect that Electron's fetch only rejects with is refused too: %s", async (message) => {
  let tries = 0;
  const electronFetch = () => {
    tries += 1;
    return Promise.reject(new Error(message));
  };
  expect(await apiOf(server.origin, { fetch: electronFetch }).fetchUser(id)).toStrictEqual({
    ok: false,
    failure: { kind: 'refused-redirect', to: '' },
  });
  expect(tries).toBe(1);
});

test('https works with a certificate that is trusted', async () => {
  secure.answer(id, faults.none);
  expect(await apiOf(secure.origin).fetchUser(id)).toMatchObject({ ok: true, value: { user: { id } } });
});

test('a certificate that is not trusted ends it: no request is read, and none is repeated', async () => {
  let tries = 0;
  const counting: typeof fetch = (url, init) => {
    tries += 1;
    return fetch(url, init);
  };
  expect(await apiOf(imposter.origin, { fetch: counting }).fetchUser(id)).toStrictEqual({
    ok: false,
    failure: { kind: 'untrusted-certificate' },
  });
  expect(tries).toBe(1);
  expect(imposter.requests).toStrictEqual([]);
});
