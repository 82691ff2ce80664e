/** A server that lists its users is asked for the list, and one by one for nobody whom the list gave whole. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { startDemoServer } from '../../../demo/server.ts';
import { type Fault, faults, reply } from '../../fault-server/faults.ts';
import { referenceExample } from '../reading/reference-example.ts';
import { idOf } from '../storage/stored.ts';
import {
  listText,
  type OrganisationServer,
  type OrganisationServerOptions,
  recordOf,
  startOrganisationServer,
  treeOf,
} from './organisation-server.ts';
import { createQuickClock } from './quick-clock.ts';
import { openSynced, patientLimits, type Synced, type SyncedOptions } from './synced.ts';

const people = treeOf(300, 6);
const everybody = [...people.keys()].sort();
const elements = [...people].map(([id, reportees]) => recordOf(id, reportees));
const json = { 'content-type': 'application/json' };
const whole = reply(200, json, listText(elements));

const limitedTo = (replyBytes: number) => ({ ...patientLimits, list: { ...patientLimits.list, replyBytes } });

let server: OrganisationServer;
let app: Synced;
afterEach(async () => {
  await app.end();
  await server.close();
  expect(app.defects).toEqual([]);
});

async function syncFrom(
  options: Omit<OrganisationServerOptions, 'people'>,
  more: Partial<SyncedOptions> = {},
): Promise<void> {
  server = await startOrganisationServer({ people, ...options });
  app = await openSynced({ origin: server.origin, clock: createQuickClock(20), ...more });
  await app.sync.addIds('p0');
  await app.done();
}

describe('entries that cannot be right', () => {
  const odd = [
    'text',
    ...elements,
    { ...recordOf('p7', []), displayName: 'Somebody else' },
    { ...recordOf('p7', []), displayName: 'A third' },
    elements[9],
    { ...recordOf('x', []), id: '../../etc' },
    { ...recordOf('x', []), id: null },
    42,
    null,
  ];
  const list = reply(200, json, listText(odd));
  const told = async () =>
    (await app.problems()).flatMap((problem): unknown[] =>
      problem.kind === 'bad-entry'
        ? [[problem.entry, problem.why, problem.text]]
        : problem.kind === 'listed-twice'
          ? [[problem.person.id, problem.times]]
          : [],
    );
  const problems = [
    [1, 'no-user', '"text"'],
    [305, 'no-id', '"../../etc"'],
    [306, 'no-id', 'null'],
    [307, 'no-user', '42'],
    [308, 'no-user', 'null'],
    ['p7', 3],
    ['p9', 2],
  ];

  it('are each listed among the problems, the first of several counts, and nothing else comes of them', async () => {
    await syncFrom({ list });
    expect(await told()).toEqual(problems);
    expect(app.stored()).toEqual(everybody);
    expect(app.store.user(idOf('p7'))?.user.displayName).toBe('Person p7');
    const database = new DatabaseSync(app.file, { readOnly: true });
    expect(database.prepare('SELECT count(*) AS n FROM observations').get()).toEqual({ n: 300 });
    database.close();
    expect([...server.asked]).toEqual([['/users', 1]]);
  });

  it('are told after a restart, and no more once the list is right', async () => {
    let isOdd = true;
    await syncFrom({ list: () => (isOdd ? list : whole) });
    await app.end();
    app = await openSynced({ origin: server.origin, file: app.file });
    expect(await told()).toEqual(problems);
    isOdd = false;
    app.sync.begin();
    await app.until(({ status }) => status === 'running');
    await app.done();
    expect(await told()).toEqual([]);
  });
});

describe('a server that lists its users', () => {
  it('is asked once for everybody', async () => {
    await syncFrom({ list: whole });
    expect(app.stored()).toEqual(everybody);
    expect([...server.asked]).toEqual([['/users', 1]]);
    expect(app.sync.state()).toMatchObject({ found: 300, fetched: 300, failed: 0, notFound: 0 });
  });

  it('is asked for nobody singly whose entry has what the reference names, whatever else is shown of a person', async () => {
    const entries = [...people].map(([id, reportees]) => ({ ...referenceExample._data, id, reportees }));
    await syncFrom({ list: reply(200, json, listText(entries)) });
    expect([...server.asked]).toEqual([['/users', 1]]);
  });

  it('in pages that name the same people for ever is left, and said not to be whole', async () => {
    let asked = 0;
    const page = () => {
      asked += 1;
      const again = { ...elements[0], bio: `as of page ${asked}` };
      return reply(200, json, JSON.stringify({ _data: [again], _meta: { next: `?page=${asked + 1}` }, _errors: [] }));
    };
    await syncFrom({ list: page });
    expect(asked).toBeLessThan(30);
    expect(app.stored()).toEqual(everybody);
    expect(await app.problems()).toContainEqual(expect.objectContaining({ kind: 'list-part', listed: 1, total: null }));
  });

  it('in pages is asked for each of them, and for nobody singly', async () => {
    const page = (nth: number, next: string | null) => {
      const some = elements.slice((nth - 1) * 100, nth * 100);
      return reply(200, json, JSON.stringify({ _data: some, _meta: { next, total: 300 }, _errors: [] }));
    };
    const pages = [page(1, '?page=2'), page(2, '/v1/ext/users?page=3'), page(3, null)];
    await syncFrom({ list: () => pages.shift() ?? whole });
    expect(app.stored()).toEqual(everybody);
    expect([...server.asked]).toEqual([['/users', 3]]);
    expect(await app.problems()).toEqual([]);
    expect(app.store.raw(idOf('p150'))?.url).toBe(`${server.origin}/v1/ext/users?page=2`);
  });

  it('is asked singly for whoever the list leaves out', async () => {
    const some = elements.filter((_, nth) => nth % 20 !== 7);
    await syncFrom({ list: reply(200, json, listText(some)) });
    expect(app.stored()).toEqual(everybody);
    const left = elements.filter((_, nth) => nth % 20 === 7).map(({ id }) => [id, 1]);
    expect([...server.asked].sort()).toEqual([['/users', 1], ...left].sort());
  });

  it('does not list whom it does not know, who is then counted apart, also where that was asked before', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    server = await startOrganisationServer({
      people: new Map([['p0', ['nobody-1', 'nobody-2']]]),
      list: reply(200, json, listText([recordOf('p0', ['nobody-1', 'nobody-2'])])),
      before: (id) => (id.startsWith('nobody') ? held : undefined),
    });
    app = await openSynced({ origin: server.origin });
    await app.sync.addIds('p0');
    await app.untilStored(() => app.store.peopleCount() === 1);
    expect(app.store.summaryOf(idOf('p0'))).toMatchObject({ total: 2, notFetched: 2, notFound: 0 });
    release();
    await app.done();
    expect(app.store.summaryOf(idOf('p0'))).toMatchObject({ total: 2, notFetched: 0, notFound: 2 });
  });

  it('is asked singly for whoever the list does not give whole, and what it gave is known until then', async () => {
    const thin = elements.map(({ bio, phones, ...rest }, nth) => (nth % 20 === 7 ? rest : { bio, phones, ...rest }));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    server = await startOrganisationServer({
      people,
      list: reply(200, json, listText(thin)),
      before: (id) => (id === '/users' ? undefined : held),
    });
    app = await openSynced({ origin: server.origin });
    await app.sync.addIds('p0');
    await app.until(({ fetched, task }) => fetched === 300 && task === 'walking');
    expect(app.stored()).toEqual(everybody);
    release();
    await app.done();
    const incomplete = elements.filter((_, nth) => nth % 20 === 7).map(({ id }) => [id, 1]);
    expect([...server.asked].sort()).toEqual([['/users', 1], ...incomplete].sort());
    expect(server.requests()).toBeLessThanOrEqual(300 * 1.15);
  });

  it('is not asked for the list again after a restart', async () => {
    await syncFrom({ list: whole });
    await app.end();
    app = await openSynced({ origin: server.origin, file: app.file });
    app.sync.resume();
    await app.sync.addIds('p0');
    await app.ask('progress', []);
    expect(app.sync.state()).toMatchObject({ status: 'done', found: 300, fetched: 300 });
    expect(server.requests()).toBe(1);
  });

  it('of the demo gives everybody in it, also people that nobody lists, and people no longer there are not found', async () => {
    const demo = await startDemoServer({ people: 300, offers: { users: true }, hardDeleted: true });
    server = await startOrganisationServer({ people });
    app = await openSynced({ origin: demo.origin, token: demo.token });
    app.sync.resume();
    await app.done();
    const all = Array.from({ length: 300 }, (_, index) => demo.organisation.recordOf(index).id).sort();
    expect(app.stored()).toEqual(all);
    expect(app.store.counts()['not-found']).toBe(1);
    await demo.close();
  });
});

describe('a list that is not whole by its own account', () => {
  const some = elements.slice(0, 200);
  const partial = (meta: object) => reply(200, json, JSON.stringify({ _data: some, _meta: meta, _errors: [] }));
  const parts = async () =>
    (await app.problems()).flatMap((problem) =>
      problem.kind === 'list-part' ? [[problem.listed, problem.total]] : [],
    );

  it.each<readonly [string, object, number | null]>([
    ['says how many there should be', { total: 1200 }, 1200],
    ['names a page that cannot be asked for', { next: 'https://elsewhere.example/v1/ext/users?page=2' }, null],
  ])('and %s, is told among the problems, and the others are fetched', async (_what, meta, total) => {
    await syncFrom({ list: partial(meta) });
    expect(app.stored()).toEqual(everybody);
    expect(await parts()).toEqual([[200, total]]);
    await app.end();
    app = await openSynced({ origin: server.origin, file: app.file });
    expect(await parts()).toEqual([[200, total]]);
  });

  it('is told no more once it is whole', async () => {
    let isWhole = false;
    await syncFrom({ list: () => (isWhole ? whole : partial({ total: 300 })) });
    expect(await parts()).toEqual([[200, 300]]);
    isWhole = true;
    app.sync.begin();
    await app.until(({ status }) => status === 'running');
    await app.done();
    expect(await parts()).toEqual([]);
  });
});

describe('a server that gives no list', () => {
  const text = listText(elements);
  const answers: readonly (readonly [name: string, list: Fault, more: Partial<SyncedOptions>])[] = [
    ['but 401', reply(401, json, '{"_data":null}'), {}],
    ['but 403', reply(403, json, '{"_data":null}'), {}],
    ['but 404', reply(404, json, '{"_data":null}'), {}],
    ['but 404 with a page', faults.htmlNotFound, {}],
    ['but 404 with nothing', reply(404), {}],
    ['but 403 with another JSON', reply(403, json, '{"message":"Forbidden"}'), {}],
    ['but 405', reply(405, json), {}],
    ['but 500', reply(500, json), {}],
    ['but a page', faults.html, {}],
    ['but an object', reply(200, json, '{"_data":{"users":[]}}'), {}],
    ['but a scalar', faults.scalar, {}],
    [
      'but one that is cut in the middle of an element',
      reply(200, json, text.slice(0, Math.floor(text.length / 2))),
      {},
    ],
    ['but one that is too large', whole, { limits: limitedTo(100_000) }],
    [
      'but elements that are too large',
      whole,
      { limits: { ...patientLimits, list: { ...patientLimits.list, elementBytes: 500 } } },
    ],
  ];
  it('too large, or that breaks off, is said to be so, and tried again another day', async () => {
    await syncFrom({ list: whole }, { limits: limitedTo(100_000) });
    expect(app.sync.state()).toMatchObject({ status: 'done', listTrouble: { kind: 'too-large', limitBytes: 100_000 } });
    expect(app.stored()).toEqual(everybody);
  });

  it('that is not there is no trouble', async () => {
    await syncFrom({});
    expect(app.sync.state()).toMatchObject({ status: 'done', listTrouble: null });
  });

  it.each(answers)('%s, is walked, and nobody is lost', async (_, list, more) => {
    await syncFrom({ list }, more);
    expect(app.stored()).toEqual(everybody);
    expect(app.sync.state()).toMatchObject({ status: 'done', why: null, found: 300, fetched: 300, failed: 0 });
    // A stranger's page may be gone in a moment. That there is none may be said in any form.
    expect(server.asked.get('/users')).toBe(list === faults.html ? 3 : 1);
    for (const id of everybody) expect(server.asked.get(id) ?? 0).toBeLessThanOrEqual(1);
    expect(server.requests()).toBeLessThanOrEqual(300 * 1.15);
  });

  it('to its end, but is cut each time, is walked, and whom it named is fetched by name', async () => {
    await syncFrom({ cutList: text.slice(0, Math.floor(text.length / 2)) });
    expect(app.stored()).toEqual(everybody);
    expect(server.asked.get('/users')).toBe(3);
    expect(server.requests()).toBeLessThanOrEqual(300 * 1.15);
    expect(app.sync.state().listTrouble).toEqual({ kind: 'offline' });
  });

  it.each<readonly [string, () => Parameters<typeof syncFrom>]>([
    ['before its first batch', () => [{ cutList: text.slice(0, 1000) }]],
    ['after it', () => [{ cutList: text.slice(0, -1000) }]],
    ['since it is too large', () => [{ list: whole }, { limits: limitedTo(10_000) }]],
  ])('but breaks off %s, is not asked for it again after a restart, which still says why', async (_, given) => {
    const [options, more] = given();
    await syncFrom(options, more);
    const { listTrouble } = app.sync.state();
    const asked = server.asked.get('/users');
    expect(listTrouble).not.toBeNull();
    expect(asked).toBeLessThanOrEqual(3);
    for (let restart = 0; restart < 2; restart += 1) {
      await app.end();
      app = await openSynced({ origin: server.origin, file: app.file });
      expect(app.sync.state().listTrouble).toEqual(listTrouble);
      app.sync.resume();
      await app.sync.addIds('p0');
      await app.until(({ task }) => task === 'refreshing');
    }
    expect(app.sync.state()).toMatchObject({ status: 'done', listTrouble });
    expect(server.asked.get('/users')).toBe(asked);
  });
});
