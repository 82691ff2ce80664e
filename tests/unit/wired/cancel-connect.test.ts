/** Connecting is given up while the server is asked: nothing is kept, and the next try is a new one. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { faults } from '../../fault-server/faults.ts';
import { memoryKeychain, unwrap, type Wired, wire } from './wired.ts';

let server: FaultServer;
let app: Wired;
let secrets: ReturnType<typeof memoryKeychain>['secrets'];
const form = (startFrom: string) => ({ server: server.origin, token: 'a-token-of-one', startFrom, name: '' });

beforeEach(async () => {
  server = await startFaultServer();
  const keychain = memoryKeychain();
  ({ secrets } = keychain);
  app = await wire({ load: async () => keychain.binding });
});
afterEach(async () => {
  await app.end();
  await server.close();
});

it.each([
  ['of somebody', 'slow-1', 'slow-1'],
  ['of the list of users', '', '/v1/ext/users'],
])('while it is asked %s', async (_what, startFrom, asked) => {
  server.answer(asked, faults.hangBeforeHeaders);
  const giving = new AbortController();
  const connecting = app.account.connect(form(startFrom), giving.signal);
  await server.seen(1);
  giving.abort();
  expect(await connecting).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  expect(app.account.overview()).toMatchObject({ open: null, remembered: [] });
  expect(secrets.size).toBe(0);
  await expect.poll(() => server.connections()).toBe(0);

  expect(unwrap(await app.account.connect(form('ada-1'), new AbortController().signal)).start).toBe('ada-1');
});
