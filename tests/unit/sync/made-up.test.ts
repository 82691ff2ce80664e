/** People whom a server makes up are bounded by whatever way its replies come: keeping people fresh, and pages that are open. */
import { afterEach, expect, it } from 'vitest';
import { reply } from '../../fault-server/faults.ts';
import { createFakeClock } from '../fake-clock.ts';
import { noon } from '../storage/stored.ts';
import { type id, unwrap, type Wired, wire } from '../wired/wired.ts';
import { type OrganisationServer, replyText, startOrganisationServer, treeOf } from './organisation-server.ts';
import { answeringAs, openPlaced } from './placed.ts';

const hour = 60 * 60 * 1000;

let server: OrganisationServer | null = null;
let app: Wired | null = null;
afterEach(async () => {
  await app?.end();
  await server?.close();
  app = null;
  server = null;
});

const madeUp = (by: string, count: number) => Array.from({ length: count }, (_, nth) => `of-${by}-${nth}`);

it('keeping people fresh pauses and asks where their replies name people who are made up', async () => {
  const people = treeOf(300, 5);
  const honest = answeringAs(people);
  const clock = createFakeClock(noon);
  let isHonest = true;
  const placed = openPlaced({
    answer: (person) =>
      isHonest ? honest(person) : replyText(person, [...(people.get(person) ?? []), ...madeUp(person, 1500)]),
    clock,
  });
  try {
    placed.sync.setBudget(300);
    await placed.start(['p0']);
    await placed.until(({ status }) => status === 'done');
    placed.asked.length = 0;
    isHonest = false;
    await clock.pass(25 * hour);
    expect(placed.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'many-named' } });
    // Of 21,000 they are too many; a batch is under way then.
    expect(placed.asked.length).toBeGreaterThanOrEqual(14);
    expect(placed.asked.length).toBeLessThan(150);
  } finally {
    await placed.close();
  }
});

it.each([true, false])('the page that is open fetches no more of them, be there a sync or none: %s', async (syncs) => {
  const reports = Array.from({ length: 300 }, (_, nth) => `report-${nth}`);
  server = await startOrganisationServer({
    people: new Map(),
    fault: (person) =>
      reply(
        200,
        { 'content-type': 'application/json' },
        replyText(person, person === 'boss-1' ? reports : person.startsWith('report-') ? madeUp(person, 2000) : []),
      ),
  });
  app = await wire({ syncs });
  unwrap(
    await app.account.connect({ server: server.origin, token: 'token-of-the-test', startFrom: 'boss-1', name: '' }),
  );
  const page = unwrap(await app.open('boss-1'));
  const told = new Set(page.reports.flatMap((entry) => (entry.state === 'known' ? [entry.id] : [])));
  const { announced } = app;
  await app.heard('reports.arrived', () => {
    for (const { name, data } of announced)
      if (name === 'reports.arrived')
        for (const entry of (data as { entries: readonly { id?: ReturnType<typeof id> }[] }).entries)
          if (entry.id !== undefined) told.add(entry.id);
    return told.size === reports.length;
  });
  const asked = [...server.asked.keys()].filter((person) => person.startsWith('report-'));
  // Ten of them name as many as are taken without a question; a batch is under way then.
  expect(asked.length).toBeGreaterThanOrEqual(10);
  expect(asked.length).toBeLessThan(150);
});
