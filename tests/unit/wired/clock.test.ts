/** This computer's clock is set while a directory is open: history and ages go by the server's. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Clock, systemClock } from '../../../electron/clock.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, reply } from '../../fault-server/faults.ts';
import { sampleReply } from '../../fault-server/sample-user.ts';
import { id, unwrap, type Wired, wire } from './wired.ts';

const day = 24 * 3_600_000;
const token = 'a-token';
let server: FaultServer;
let app: Wired;
let off = 0;
const ownClock: Clock = { ...systemClock, now: () => Date.now() + off };

const ada = (fields: Record<string, unknown>): Fault => {
  const body = sampleReply('ada');
  const changed = { ...body, _data: { ...(body._data as object), ...fields } };
  return reply(200, { 'content-type': 'application/json' }, JSON.stringify(changed));
};
const open = () => {
  const view = app.account.overview().open;
  if (view === null) throw new Error('nothing is open');
  return view;
};
/** Within the minutes in which a test runs, and the second that a Date is exact to. */
const isNow = (at: number) => Math.abs(at - Date.now()) < 5 * 60_000;

beforeEach(async () => {
  off = 0;
  server = await startFaultServer({ token });
  app = await wire({ ownClock });
  await app.account.restore();
  unwrap(await app.account.connect({ server: server.origin, token, startFrom: 'eve-1', name: '' }));
});
afterEach(async () => {
  await app.end();
  await server.close();
});

it.each([-day, 400 * day])('be it by %i ms', async (by) => {
  server.answer('ada', ada({ isActive: true }));
  const first = unwrap(await app.open('ada', 'fresh'));
  expect(open()).toMatchObject({ clockAheadMs: 0 });
  off = by;
  server.answer('ada', ada({ isActive: false }));
  const second = unwrap(await app.open('ada', 'fresh'));
  expect(second.fetchedAt).toBeGreaterThanOrEqual(first.fetchedAt);
  expect([first, second].map(({ fetchedAt }) => isNow(fetchedAt))).toEqual([true, true]);
  const [inactive, active] = second.statusHistory;
  expect([inactive?.status, active?.status]).toEqual(['inactive', 'active']);
  expect(inactive?.at).toBeGreaterThanOrEqual(active?.at ?? Number.POSITIVE_INFINITY);
  expect(isNow(inactive?.at ?? 0)).toBe(true);
  // The page is told by how much, so that its "now" is the same.
  const told = await app.heard('account.changed', ({ open }) => (open?.clockAheadMs ?? 0) !== 0);
  expect(Math.round((told.open?.clockAheadMs ?? 0) / 60_000)).toBe(by / 60_000);
  expect(isNow(open().reachability.since)).toBe(true);
});

it('and somebody who is not found then is missing from now on', async () => {
  server.answer('ada', ada({}));
  unwrap(await app.open('ada', 'fresh'));
  off = -day;
  server.answer('bob', ada({ id: 'bob' }));
  unwrap(await app.open('bob', 'fresh'));
  server.answer('ada', reply(404, { 'content-type': 'application/json' }, '{"_data":null,"_errors":["no"]}'));
  const gone = unwrap(await app.open('ada', 'fresh'));
  expect(isNow(gone.notFoundSince ?? 0)).toBe(true);
  expect(app.account.current()?.store.notFoundSince(id('ada'))).toBe(gone.notFoundSince);
});
