/** Somebody is opened under the id that the server knows them by, in whichever spelling they are asked for. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPeopleCalls } from '../../../electron/calls/people.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { id, unwrap, type Wired, wire } from './wired.ts';

const dashed = '9763caa1-cef3-497f-b3b2-f551456b2831';

let server: FaultServer;
let app: Wired;
beforeEach(async () => {
  server = await startFaultServer();
  app = await wire();
});
afterEach(async () => {
  await app.end();
  await server.close();
});

it.each([
  [dashed, dashed.replaceAll('-', '')],
  [dashed, dashed.toUpperCase()],
  ['emp-7', 'EMP-7'],
])('%s is opened by %s', async (own, asked) => {
  unwrap(await app.account.connect({ server: server.origin, token: 'a-token', startFrom: own, name: '' }));
  const calls = createPeopleCalls({
    current: app.account.current,
    copy: async () => {},
    saveText: async () => false,
  });
  const page = unwrap(await calls['people.open']({ id: id(asked), want: 'fresh' }, app.caller));
  expect([page.user.id, page.source]).toEqual([own, 'server']);
  expect(new Set(server.requests.map(({ target }) => target).filter((target) => target.includes('/user/')))).toEqual(
    new Set([`/v1/ext/user/${own}`]),
  );
});
