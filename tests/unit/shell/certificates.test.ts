/** No request, and so no token, reaches a server whose certificate does not fit, whatever it showed before. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createRequests } from '../../../devhost/net-request.ts';
import { createNetFetch } from '../../../electron/shell/net-fetch.ts';
import { makeCertificate } from '../../fault-server/certificate.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { apiOf, idOf } from '../api/api-under-test.ts';

const year = 366 * 24 * 60 * 60 * 1000;
const good = makeCertificate();
const certificates = {
  'signed by itself': makeCertificate(),
  'of a year ago': makeCertificate({ at: Date.now() - year }),
  'of next year': makeCertificate({ at: Date.now() + year }),
  'of another host': makeCertificate({ host: 'elsewhere.example' }),
};
const untrusted = { ok: false, failure: { kind: 'untrusted-certificate' } };

let server: Server;
let origin: string;
/** Paths of the requests that were read. */
let read: string[];
beforeAll(async () => {
  // All but one are trusted for who signed them: each has one fault.
  const { 'signed by itself': _, ...trusted } = certificates;
  setDefaultCACertificates([good, ...Object.values(trusted)].map(({ cert }) => cert));
  server = createServer(good, (request, response) => {
    read.push(request.url ?? '');
    const id = request.url?.split('/').at(-1) ?? '';
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(sampleText(idOf(id)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  read = [];
  server.setSecureContext(good);
});
afterAll(() => server.close());

const api = () =>
  apiOf(origin, { fetch: createNetFetch({ request: createRequests() as never, session: {} as never }) });

test.each(Object.entries(certificates))('%s', async (_, certificate) => {
  server.setSecureContext(certificate);
  expect(await api().fetchUser(idOf('u-1'))).toEqual(untrusted);
  expect(read).toEqual([]);
});

test.each(Object.entries(certificates))('%s, after one that fits and before one that does', async (_, certificate) => {
  const one = api();
  expect(await one.fetchUser(idOf('u-1'))).toMatchObject({ ok: true });
  server.setSecureContext(certificate);
  expect(await one.fetchUser(idOf('u-2'))).toEqual(untrusted);
  server.setSecureContext(good);
  expect(await one.fetchUser(idOf('u-3'))).toMatchObject({ ok: true });
  expect(read.map((path) => path.split('/').at(-1))).toEqual(['u-1', 'u-3']);
});

test('a server that asks for a certificate of this computer is told as that', async () => {
  const asking = createServer({ ...good, requestCert: true, rejectUnauthorized: true });
  await new Promise<void>((resolve) => asking.listen(0, '127.0.0.1', resolve));
  const { port } = asking.address() as AddressInfo;
  const fetch = createNetFetch({ request: createRequests() as never, session: {} as never });
  expect(await apiOf(`https://127.0.0.1:${port}`, { fetch }).fetchUser(idOf('u-1'))).toEqual({
    ok: false,
    failure: { kind: 'untrusted-certificate', isOfThisComputer: true },
  });
  asking.close();
});
