/** The names of teams and roles are asked for again when the sync begins to go through everybody. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Clock, systemClock } from '../../../electron/clock.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { unwrap, type Wired, wire } from './wired.ts';

let server: FaultServer;
let app: Wired;
let later = 0;
/** Real time, moved on by the test. */
const clock: Clock = { ...systemClock, monotonic: () => systemClock.monotonic() + later };

beforeEach(async () => {
  later = 0;
  server = await startFaultServer({ token: 'a-token' });
  app = await wire({ clock, syncs: true });
  await app.account.restore();
});
afterEach(async () => {
  await app.end();
  await server.close();
});

const asked = () => server.requests.filter(({ target }) => target.includes('config')).length;

it('and not so soon after the server has answered', async () => {
  unwrap(await app.account.connect({ server: server.origin, token: 'a-token', startFrom: 'emp-7', name: '' }));
  await app.heard('sync.changed', ({ status }) => status === 'done');
  const sync = app.account.current()?.sync;
  const before = asked();
  expect(before).toBeGreaterThan(0);
  const begun = () =>
    app.announced.filter(({ name, data }) => name === 'sync.changed' && JSON.stringify(data).includes('"running"'))
      .length;
  const runs = begun();
  sync?.begin();
  await expect.poll(begun).toBeGreaterThan(runs);
  await expect.poll(() => sync?.state().status).toBe('done');
  expect(asked()).toBe(before);
  later = 61_000;
  sync?.begin();
  await expect.poll(asked).toBe(before + 1);
});
