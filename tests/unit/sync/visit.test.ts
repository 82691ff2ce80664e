/** A page that is open while the sync goes on: nobody is asked for twice, and whoever the page lacks is told to it. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { mostEntries, mostReports } from '../../../contract/bounds.ts';
import type { PersonPage } from '../../../contract/person.ts';
import { reply } from '../../fault-server/faults.ts';
import { idOf } from '../storage/stored.ts';
import {
  listText,
  type OrganisationServer,
  type People,
  recordOf,
  startOrganisationServer,
} from './organisation-server.ts';
import { openSynced, type Synced, unwrap } from './synced.ts';

const running: (Synced | OrganisationServer)[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await ('end' in one ? one.end() : one.close());
});

/** One manager of so many. */
const broad = (count: number): People =>
  new Map([
    ['p0', Array.from({ length: count }, (_, nth) => `p${nth + 1}`)],
    ...Array.from({ length: count }, (_, nth): [string, string[]] => [`p${nth + 1}`, []]),
  ]);

async function setUp(options: Parameters<typeof startOrganisationServer>[0]) {
  const server = await startOrganisationServer(options);
  const app = await openSynced({ origin: server.origin });
  running.push(app, server);
  return { server, app };
}

const twice = (server: OrganisationServer) => [...server.asked].filter(([, times]) => times > 1).map(([id]) => id);
const knownIds = (app: Synced) => new Set(app.arrived.flatMap((entry) => (entry.state === 'known' ? [entry.id] : [])));
/** The people that the page was told are known, by themselves or with all of it. */
const toldIds = (app: Synced) => {
  const all = app.refreshed.flatMap(({ reports }) => reports);
  return new Set([...knownIds(app), ...all.flatMap((entry) => (entry.state === 'known' ? [entry.id] : []))]);
};

test('walking, nobody is asked for twice, and the page is told everybody', async () => {
  const count = 400;
  const { server, app } = await setUp({
    people: broad(count),
    before: () => new Promise((resolve) => setTimeout(resolve, 20)),
  });
  await app.sync.addIds('p0');
  await server.seen(2);
  await app.untilStored(() => app.store.user(idOf('p0')) !== null);
  const page = unwrap(await app.page.open(idOf('p0'), 'known'));
  expect(page.summary.notFetched).toBeGreaterThan(0);
  const waiting = page.reports.flatMap((entry) => (entry.state === 'waiting' ? [entry.id] : []));
  await app.done();
  await app.untilStored(() => waiting.every((id) => toldIds(app).has(id)));
  expect(twice(server)).toEqual([]);
});

test('of a list that is longer than a page holds, its people are fetched, and the others as they are scrolled to', async () => {
  const { server, app } = await setUp({ people: broad(620) });
  const page = unwrap(await app.page.open(idOf('p0'), 'known'));
  expect(page.reports).toHaveLength(mostEntries);
  expect(page.reportTotals).toMatchObject({ entries: 620, waiting: 620, failed: 0 });
  await app.untilStored(() => knownIds(app).size === mostEntries);
  expect(server.asked.has(`p${mostEntries + 1}`)).toBe(false);
  const part = app.page.reports({ id: idOf('p0'), status: null, offset: mostEntries, limit: mostReports });
  expect(part.total).toBe(620);
  expect(new Set(part.entries.map(({ state }) => state))).toEqual(new Set(['waiting']));
  await app.untilStored(() => knownIds(app).size === mostEntries + mostReports);
  expect(server.asked.has(`p${mostEntries + mostReports + 1}`)).toBe(false);
  expect(twice(server)).toEqual([]);
  const active = app.page.reports({ id: idOf('p0'), status: 'active', offset: 0, limit: 1 });
  expect(active).toMatchObject({ total: mostEntries + mostReports, entries: [{ state: 'known', id: 'p1' }] });
});

test('anybody that a page fetched before the sync got to them is not asked for once more', async () => {
  const people = new Map(broad(400));
  const late = Array.from({ length: 50 }, (_, nth) => `q${nth}`);
  people.set('p1', late);
  for (const id of late) people.set(id, []);
  const { server, app } = await setUp({ people, before: () => new Promise((resolve) => setTimeout(resolve, 30)) });
  await app.sync.addIds('p0');
  await app.untilStored(() => app.store.user(idOf('p1')) !== null);
  const { reports } = unwrap(await app.page.open(idOf('p1'), 'known'));
  // On a busy computer the sync may have been first with some of them.
  const lacking = reports.flatMap((entry) =>
    entry.state === 'known' || entry.state === 'not-an-id' ? [] : [entry.id],
  );
  await app.untilStored(() => lacking.every((id) => toldIds(app).has(id)));
  await app.done();
  expect(twice(server)).toEqual([]);
});

test('while the list is read, a page asks for none of its direct reports', async () => {
  const people = broad(50);
  let letGo: (value: unknown) => void = () => undefined;
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  const elements = [...people].map(([id, reportees]) => recordOf(id, reportees));
  const { server, app } = await setUp({
    people,
    list: reply(200, { 'content-type': 'application/json' }, listText(elements)),
    before: (id) => (id === '/users' ? held : undefined),
  });
  await app.sync.addIds('p0');
  await app.until(({ task }) => task === 'listing');
  unwrap(await app.page.open(idOf('p0'), 'known'));
  letGo(null);
  await app.done();
  await app.untilStored(() => toldIds(app).size === 50);
  expect([...server.asked.keys()].sort()).toEqual(['/users', 'p0']);
});

test('whom the sync is refused is told to the page at once, though others keep it waiting', async () => {
  const letGo = new Map<string, (value: unknown) => void>();
  const held = new Map(['p1', 'p2'].map((id) => [id, new Promise((resolve) => letGo.set(id, resolve))]));
  const { server, app } = await setUp({
    people: broad(2),
    fault: (id) => (id === 'p2' ? reply(403, { 'content-type': 'application/json' }, '{"_errors":[]}') : null),
    before: (id) => held.get(id),
  });
  await app.sync.addIds('p0');
  // The list, p0, and both of them, who are left to the sync then.
  await server.seen(4);
  await app.untilStored(() => app.store.user(idOf('p0')) !== null);
  unwrap(await app.page.open(idOf('p0'), 'known'));
  letGo.get('p2')?.(null);
  const told = () => new Map(app.arrived.flatMap((entry) => ('id' in entry ? [[entry.id, entry] as const] : [])));
  await app.untilStored(() => told().get(idOf('p2'))?.state === 'failed');
  expect(told().get(idOf('p2'))).toMatchObject({ failure: { kind: 'forbidden' } });
  expect(told().has(idOf('p1'))).toBe(false);
  letGo.get('p1')?.(null);
  await app.done();
  await app.untilStored(() => toldIds(app).has(idOf('p1')));
});

test('who failed once and is fetched by the sync later is told to the page then', async () => {
  let letGo: (value: unknown) => void = () => undefined;
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  const { server, app } = await setUp({
    people: broad(2),
    fault: (id, nth) => (id === 'p2' && nth === 1 ? reply(500, { 'content-type': 'application/json' }, '') : null),
    before: (id) => (id === 'p2' ? held : undefined),
  });
  await app.sync.addIds('p0');
  await server.seen(4);
  await app.untilStored(() => app.store.user(idOf('p1')) !== null);
  unwrap(await app.page.open(idOf('p0'), 'known'));
  letGo(null);
  await app.done();
  await app.untilStored(() => toldIds(app).has(idOf('p2')));
  expect(app.arrived.filter((entry) => 'id' in entry && entry.id === 'p2').map(({ state }) => state)[0]).toBe('failed');
});

test('a page is told at once when the sync does not find its own person any more', async () => {
  const letGo = new Map<string, (value: unknown) => void>();
  const held = new Map(['p1', 'p2'].map((id) => [id, new Promise((resolve) => letGo.set(id, resolve))]));
  const json = { 'content-type': 'application/json' };
  // An entry that lacks a field has its person asked for, too.
  const entries = ['p1', 'p2'].map((id) => {
    const { bio, ...entry } = recordOf(id, []);
    return entry;
  });
  const { app } = await setUp({
    people: broad(2),
    list: reply(200, json, listText([recordOf('p0', ['p1', 'p2']), ...entries])),
    fault: (id) => (id === 'p1' ? reply(404, json, '{"_data":null,"_errors":[]}') : null),
    before: (id) => held.get(id),
  });
  await app.sync.addIds('p0');
  await app.untilStored(() => app.store.user(idOf('p1')) !== null);
  expect(unwrap(await app.page.open(idOf('p1'), 'known')).card.status).toBe('active');
  letGo.get('p1')?.(null);
  await app.untilStored(() => app.refreshed.some(({ card }) => card.status === 'not-found'));
  expect(app.sync.state().status).toBe('running');
  expect(app.refreshed.at(-1)).toMatchObject({
    user: { id: 'p1', status: 'active' },
    notFoundHistory: [{ until: null }],
  });
  letGo.get('p2')?.(null);
  await app.done();
});

test.each([
  ['a direct report', 'p0'],
  ['a peer', 'p2'],
  ['the manager', 'p3'],
])('a page is told that %s on it is not found any more', async (_who, shown) => {
  const letGo = new Map<string, (value: unknown) => void>();
  const held = new Map(['p1', 'p2'].map((id) => [id, new Promise((resolve) => letGo.set(id, resolve))]));
  const json = { 'content-type': 'application/json' };
  const reports = new Map([
    ['p0', ['p1', 'p2']],
    ['p1', ['p3']],
    ['p2', []],
    ['p3', []],
  ]);
  const entries = [...reports].map(([id, reportees]) => {
    const { bio, ...entry } = recordOf(id, reportees);
    return held.has(id) ? entry : { bio, ...entry };
  });
  const { app } = await setUp({
    people: reports,
    list: reply(200, json, listText(entries)),
    fault: (id) => (id === 'p1' ? reply(404, json, '{"_data":null,"_errors":[]}') : null),
    before: (id) => held.get(id),
  });
  await app.sync.addIds('p0');
  await app.untilStored(() => app.store.user(idOf('p3')) !== null);
  const statusOn = (page: PersonPage | undefined) =>
    [
      ...(page?.reports ?? []).flatMap((entry) => (entry.state === 'known' ? [entry.card] : [])),
      ...(page?.peers ?? []),
      ...(page?.lines ?? []).flatMap(({ steps }) => steps),
    ].find(({ id }) => id === 'p1')?.status;
  expect(statusOn(unwrap(await app.page.open(idOf(shown), 'known')))).toBe('active');
  letGo.get('p1')?.(null);
  const told = () =>
    shown === 'p0'
      ? app.arrived.some((entry) => entry.state === 'known' && entry.card.status === 'not-found')
      : statusOn(app.refreshed.at(-1)) === 'not-found';
  await app.untilStored(told);
  expect(app.sync.state().status).toBe('running');
  letGo.get('p2')?.(null);
  await app.done();
});

test('what is left to a sync that is paused then is fetched for the page', async () => {
  const count = 200;
  const { server, app } = await setUp({
    people: broad(count),
    before: () => new Promise((resolve) => setTimeout(resolve, 20)),
  });
  await app.sync.addIds('p0');
  await app.untilStored(() => app.store.user(idOf('p0')) !== null);
  unwrap(await app.page.open(idOf('p0'), 'known'));
  app.sync.pause();
  await app.untilStored(() => app.store.peopleCount() === count + 1);
  expect(server.requests()).toBeLessThan((count + 2) * 1.5);
});

test('a page of a thousand refreshes those that can be seen, not all of them', async () => {
  const count = 1000;
  const { server, app: first } = await setUp({ people: broad(count) });
  await first.sync.addIds('p0');
  await first.done();
  first.sync.setBudget(0);
  await first.end();
  const database = new DatabaseSync(first.file);
  database.exec('UPDATE people SET fetched_at = fetched_at - 2 * 3600000');
  database.close();
  const app = await openSynced({ origin: server.origin, file: first.file });
  const before = server.requests();
  unwrap(await app.page.open(idOf('p0'), 'known'));
  await app.untilStored(() => knownIds(app).size >= 80);
  await app.end();
  // The page itself, and some of its cards.
  expect(server.requests() - before).toBe(81);
});
