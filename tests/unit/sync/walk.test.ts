/** A server that gives no list is walked through the lists of direct reports, politely, until everybody is there. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { anomaliesOf } from '../../../demo/anomalies.ts';
import { startDemoServer } from '../../../demo/server.ts';
import { type Fault, faults, reply } from '../../fault-server/faults.ts';
import { createFakeClock } from '../fake-clock.ts';
import { type OrganisationServer, startOrganisationServer, treeOf } from './organisation-server.ts';
import { createQuickClock } from './quick-clock.ts';
import { openSynced, type Synced } from './synced.ts';

const people = treeOf(300, 6);
const everybody = [...people.keys()].sort();

let server: OrganisationServer;
let app: Synced;
afterEach(async () => {
  await app.end();
  await server.close();
  expect(app.defects).toEqual([]);
});

describe('a healthy server', () => {
  it('is asked once for each who can be reached, managers first', async () => {
    server = await startOrganisationServer({ people });
    app = await openSynced({ origin: server.origin });
    await app.sync.addIds('p0');
    await app.done();
    expect(app.stored()).toEqual(everybody);
    expect([...server.asked].filter(([id]) => id !== '/users').sort()).toEqual(everybody.map((id) => [id, 1]));
    expect(server.requests()).toBeLessThanOrEqual(300 * 1.15);
    const order = app.sent.map(({ id }) => id);
    const levels = order.slice(1).map((id) => Math.ceil(Math.log(Number(id.slice(1)) * 5 + 6) / Math.log(6) - 1));
    expect(levels.slice(0, 7)).toEqual([0, 1, 1, 1, 1, 1, 1]);
    for (const [manager, reports] of people) {
      for (const report of reports) expect(order.indexOf(String(report))).toBeGreaterThan(order.indexOf(manager));
    }
  });

  it('is asked for roots that nobody lists where their ids are given, and for nobody else', async () => {
    const others = new Map(
      [...treeOf(20, 3)].map(([id, reports]) => [`q${id}`, reports.map((report) => `q${report}`)]),
    );
    const alone = new Map([
      ['alone-1', []],
      ['unnamed-1', []],
    ]);
    server = await startOrganisationServer({ people: new Map([...people, ...others, ...alone]) });
    app = await openSynced({ origin: server.origin });
    expect(await app.sync.addIds('p0, qp0\nalone-1; nobody-1')).toMatchObject({
      ok: true,
      value: { found: 4, added: 4 },
    });
    await app.done();
    expect(app.stored()).toEqual([...everybody, ...others.keys(), 'alone-1'].sort());
    expect(app.sync.state()).toMatchObject({ found: 322, fetched: 321, notFound: 1, failed: 0 });
    // Ids that come later are fetched at once, and those who are known are not fetched again.
    const requests = server.requests();
    expect(await app.sync.addIds('p0, unnamed-1')).toMatchObject({
      ok: true,
      value: { found: 1, added: 0, odd: { count: 1, first: [{ text: 'unnamed-1', why: 'another-form' }] } },
    });
    expect(await app.sync.addIds('unnamed-1')).toMatchObject({ ok: true, value: { found: 1, added: 1 } });
    await app.until(({ fetched, status }) => fetched === 322 && status === 'done');
    expect(server.requests()).toBe(requests + 1);
  });

  it('is the demo: all who can be reached from the top, each once, and whoever does not exist', async () => {
    const demo = await startDemoServer({ people: 600 });
    server = await startOrganisationServer({ people });
    app = await openSynced({ origin: demo.origin, token: demo.token });
    await app.sync.addIds(demo.start);
    await app.done();
    const { unreachable, 'dangling-id': dangling } = anomaliesOf(demo.organisation);
    const all = Array.from({ length: 600 }, (_, index) => demo.organisation.recordOf(index).id);
    expect(app.stored()).toEqual(all.filter((id) => !unreachable.includes(id)).sort());
    expect(app.sync.state()).toMatchObject({ failed: 0, notFound: new Set(dangling).size });
    const asked = app.sent.map(({ id }) => id);
    expect(asked.length).toBe(new Set(asked).size);
    expect(asked.length).toBeLessThanOrEqual(600 * 1.15);
    await demo.close();
  });
});

describe('a server that fails one request in ten', () => {
  const kinds: readonly Fault[] = [reply(500), reply(503), faults.resetAtStart, faults.resetInBody];
  it.each([1, 2, 3])('gives everybody in the end, with at most 1.5 requests a person (seed %i)', async (seed) => {
    const fault = (id: string, nth: number) => {
      const [drawn = 0, which = 0] = createHash('sha256').update(`${seed} ${id} ${nth}`).digest();
      return drawn < 25.6 ? (kinds[which % kinds.length] ?? null) : null;
    };
    server = await startOrganisationServer({ people: treeOf(600, 6), fault });
    app = await openSynced({ origin: server.origin, clock: createQuickClock(20) });
    await app.sync.addIds('p0');
    await app.done();
    expect(app.stored()).toHaveLength(600);
    expect(app.sync.state()).toMatchObject({ found: 600, fetched: 600, failed: 0, notFound: 0 });
    expect(server.requests()).toBeGreaterThan(600 * 1.05);
    expect(server.requests()).toBeLessThanOrEqual(600 * 1.5);
    expect(await app.problems()).toEqual([]);
  });
});

describe('a server that asks to be left alone', () => {
  it.each([
    ['429', reply(429, { 'retry-after': '40' })],
    ['503', reply(503, { 'retry-after': '40' })],
  ])('with %s is, by all that is asked of it, for as long as it says', async (_, wait) => {
    server = await startOrganisationServer({ people, fault: (id, nth) => (id === 'p1' && nth === 1 ? wait : null) });
    const clock = createFakeClock(Date.now() - 12 * 60 * 60 * 1000);
    // Waits may end between two milliseconds; the time of day is in whole ones.
    app = await openSynced({ origin: server.origin, clock: { ...clock, now: () => Math.floor(clock.now()) } });
    await app.sync.addIds('p0');
    while (app.sync.state().status !== 'done') await clock.pass(100);
    expect(app.stored()).toEqual(everybody);
    expect(app.toldToWaitAt).toHaveLength(1);
    const [told = 0] = app.toldToWaitAt;
    const since = app.sent.map(({ at }) => at - told).filter((ms) => ms > 0);
    // Whoever is below p1, at least.
    expect(since.length).toBeGreaterThan(40);
    expect(Math.min(...since)).toBeGreaterThanOrEqual(40_000);
    expect(server.requests()).toBeLessThanOrEqual(300 * 1.15);
  });
});
