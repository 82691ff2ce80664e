/** A server that goes away while it is walked is left alone, looked for now and then, and walked on when it is back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nobody } from '../../../electron/connection/check-server.ts';
import { type Fault, faults, reply } from '../../fault-server/faults.ts';
import { type OrganisationServer, startOrganisationServer, treeOf } from './organisation-server.ts';
import { createQuickClock } from './quick-clock.ts';
import { openSynced, type Synced } from './synced.ts';

const people = treeOf(300, 6);
const everybody = [...people.keys()].sort();

let server: OrganisationServer;
let app: Synced;
let disturbance: Fault | null;
beforeEach(async () => {
  disturbance = null;
  server = await startOrganisationServer({ people, fault: () => disturbance });
  app = await openSynced({ origin: server.origin, clock: createQuickClock(50) });
  await app.sync.addIds('p0');
  await server.seen(100);
});
afterEach(async () => {
  await app.end();
  await server.close();
  expect(app.defects).toEqual([]);
});

/** Waits until the server was looked for a few times, and checks that nothing else was asked for. */
async function isLeftAlone(why: string): Promise<void> {
  const waiting = await app.until(({ status, lookAgainAt }) => status === 'waiting' && lookAgainAt !== null);
  expect(waiting).toMatchObject({ why: { kind: why }, failed: 0, ratePerSecond: null, secondsLeft: null });
  const before = app.sent.length;
  const times = new Set<number>();
  await app.until(({ status, lookAgainAt }) => {
    expect(status).toBe('waiting');
    times.add(Math.round((lookAgainAt ?? 0) / 100));
    return app.sent.length >= before + 3;
  });
  expect(app.sent.slice(before).map(({ id }) => id)).toEqual([nobody, nobody, nobody]);
}

async function goesOnByItself(): Promise<void> {
  await app.done();
  expect(app.stored()).toEqual(everybody);
  expect(app.sync.state()).toMatchObject({ found: 300, fetched: 300, failed: 0, why: null, lookAgainAt: null });
  expect(await app.problems()).toEqual([]);
}

describe('a server that is gone half-way', () => {
  it('is waited for with few requests, and walked on by itself when it is back', async () => {
    await server.goDown();
    await isLeftAlone('offline');
    const { fetched } = app.sync.state();
    expect(fetched).toBeGreaterThan(0);
    await server.comeBack();
    await goesOnByItself();
  });

  it.each([
    ['500', 'server', reply(500)],
    ['503', 'server', reply(503)],
    ['a page of the Wi-Fi', 'not-the-api', faults.html],
  ])('and answers everything with %s, is waited for too', async (_, why, fault) => {
    disturbance = fault;
    await isLeftAlone(why);
    disturbance = null;
    await goesOnByItself();
  });

  it('is looked for at once when the person says so', async () => {
    await server.goDown();
    await app.until(({ status }) => status === 'waiting');
    await server.comeBack();
    app.sync.begin();
    await goesOnByItself();
  });

  it('can be paused meanwhile, and then stays so when the server is back', async () => {
    await server.goDown();
    await app.until(({ status }) => status === 'waiting');
    expect(app.sync.pause()).toMatchObject({ status: 'paused', why: null, lookAgainAt: null });
    await server.comeBack();
    app.api.circuit.retryNow();
    await app.ask('progress', []);
    expect(app.sync.state()).toMatchObject({ status: 'paused', why: null });
    app.sync.begin();
    await goesOnByItself();
  });
});
