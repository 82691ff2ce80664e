/** A gateway that says "no" in the server's place marks nobody, and is waited for; an API that says it without a word is believed. */
import { afterEach, describe, expect, it } from 'vitest';
import { nobody } from '../../../electron/connection/check-server.ts';
import { createFakeClock } from '../fake-clock.ts';
import { idOf, noon } from '../storage/stored.ts';
import { replyText, treeOf } from './organisation-server.ts';
import { openThroughClient } from './through-client.ts';

const minute = 60_000;
const hour = 60 * minute;
const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };
const strangers = [
  ['404 with JSON', () => new Response('{"message":"no Route matched"}', { status: 404, headers: json })],
  ['404 with nothing', () => new Response(null, { status: 404 })],
  ['404 with a page', () => new Response('<h1>404</h1>', { status: 404, headers: html })],
  ['403 with a block page', () => new Response('<h1>Blocked</h1>', { status: 403, headers: html })],
  ['403 with nothing', () => new Response(null, { status: 403 })],
  ['200 with other JSON', () => new Response('{"message":"Sign in"}', { status: 200, headers: json })],
  ['200 with a page that is called JSON', () => new Response('<h1>Sign in</h1>', { status: 200, headers: json })],
  ['410 with a page', () => new Response('<h1>410</h1>', { status: 410, headers: html })],
] as const;
const ofStranger = { kind: expect.stringMatching(/^(?:not-the-api|server)$/), status: expect.any(Number) };

let app: ReturnType<typeof openThroughClient>;
afterEach(() => app.close());

const until = async (status: string) => {
  for (let nth = 0; nth < 120 && app.sync.state().status !== status; nth += 1) await app.clock.pass(1_000);
  expect(app.sync.state().status).toBe(status);
};
const unmarked = async () => {
  expect(app.sync.state()).toMatchObject({ failed: 0, notFound: 0 });
  expect(await app.problems()).toEqual([]);
};

it('a cache that gives one and the same person for everybody marks nobody, and the sync goes on once it is right again', async () => {
  let isStale = false;
  app = openThroughClient({
    people: treeOf(400, 4),
    instead: () => {
      isStale ||= app.sent.length === 150;
      return isStale ? new Response(replyText('p0', ['p1', 'p2', 'p3', 'p4']), { headers: json }) : null;
    },
  });
  await app.start(['p0']);
  await until('waiting');
  await app.clock.pass(hour);
  await unmarked();
  expect(app.sent.length).toBeLessThan(300);
  isStale = false;
  await app.clock.pass(6 * minute);
  await until('done');
  expect(app.sync.state()).toMatchObject({ found: 400, fetched: 400, failed: 0, notFound: 0, why: null });
});

describe.each(strangers)('a stranger who answers %s', (_what, no) => {
  it('half-way of a sync marks nobody, and the sync goes on by itself when the server is back', async () => {
    let isAway = false;
    app = openThroughClient({
      people: treeOf(400, 4),
      instead: () => {
        isAway ||= app.sent.length === 150;
        return isAway ? no() : null;
      },
    });
    await app.start(['p0']);
    await until('waiting');
    expect(app.sync.state()).toMatchObject({ why: ofStranger });
    await app.clock.pass(hour);
    await unmarked();
    expect(app.sync.state()).toMatchObject({ status: 'waiting', why: ofStranger });
    const before = app.sent.length;
    expect(before).toBeLessThan(300);
    isAway = false;
    await app.clock.pass(6 * minute);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 400, fetched: 400, failed: 0, notFound: 0, why: null });
  });

  it.each([1, 2, 3, 30, 150])('while %i people are kept fresh marks nobody', async (count) => {
    let isAway = false;
    app = openThroughClient({
      people: treeOf(count, 4),
      instead: () => (isAway ? no() : null),
      clock: createFakeClock(noon),
    });
    await app.start(['p0']);
    await until('done');
    isAway = true;
    await app.clock.pass(25 * hour);
    await unmarked();
    expect(app.sync.state()).toMatchObject({ why: ofStranger, fetched: count });
    const before = app.sent.length;
    await app.clock.pass(hour);
    // Each look asks for nobody, and for those who could bear it out.
    expect(app.sent.length - before).toBeLessThanOrEqual(4 * 15);
    isAway = false;
    await app.clock.pass(10 * minute);
    await unmarked();
    await until('done');
    expect(app.sync.state()).toMatchObject({ fetched: count, why: null });
    for (let nth = 0; nth < count; nth += 1) {
      expect(app.store.user(idOf(`p${nth}`))?.fetchedAt ?? 0).toBeGreaterThan(app.clock.now() - 20 * minute);
    }
  });

  it('who comes and goes by the minute marks nobody for good', async () => {
    const times = { from: Number.POSITIVE_INFINITY };
    app = openThroughClient({
      people: treeOf(400, 4),
      delayMs: 400,
      instead: () => (Math.floor((app.clock.monotonic() - times.from) / 4_000) % 2 === 0 ? no() : null),
    });
    times.from = 2_000;
    await app.start(['p0']);
    await app.clock.pass(20 * minute);
    times.from = Number.POSITIVE_INFINITY;
    await app.clock.pass(20 * minute);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 400, fetched: 400, failed: 0, notFound: 0 });
  });
});

it.each([
  ['one', /^p0$/],
  ['three', /^p[012]$/],
])('a stranger who still gives %s of many is not believed about all the others', async (_how, given) => {
  let isAway = false;
  app = openThroughClient({
    people: treeOf(100, 4),
    instead: (id) => (isAway && !given.test(id) ? new Response('<h1>404</h1>', { status: 404, headers: html }) : null),
    clock: createFakeClock(noon),
  });
  await app.start(['p0']);
  await until('done');
  isAway = true;
  await app.clock.pass(25 * hour);
  // Before it is seen how few are given, some may be taken for gone.
  expect(app.store.counts()['not-found']).toBeLessThanOrEqual(12);
  expect(app.sync.state()).toMatchObject({ why: { kind: 'not-the-api', status: 404 } });
  isAway = false;
  await app.clock.pass(25 * hour);
  expect(app.store.counts()['not-found']).toBe(0);
});

describe.each([1, 2, 3, 4])('one of four servers behind the address that answers 404 to everybody (%i)', (seed) => {
  it('does not make people gone', async () => {
    let state = seed;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    let isBad = true;
    app = openThroughClient({
      people: treeOf(400, 20),
      instead: () => (isBad && random() < 0.25 ? new Response('{}', { status: 404, headers: json }) : null),
      delayMs: 50,
    });
    await app.start(['p0']);
    await app.clock.pass(2 * hour);
    // Some may be taken for gone before it is seen that the server contradicts itself.
    expect(app.sync.state().notFound).toBeLessThanOrEqual(4);
    isBad = false;
    app.sync.begin();
    await app.clock.pass(hour);
    expect(app.sync.state()).toMatchObject({ status: 'done', fetched: 400, notFound: 0, failed: 0 });
  });
});

describe('an API that says no without a word', () => {
  const wordless = new Response(null, { status: 404 });

  it('stays usable: people who are gone are not found, everybody else is fetched, and few witnesses are asked for', async () => {
    const isGone = (id: string) => id === nobody || Number(id.slice(1)) % 5 === 4;
    app = openThroughClient({
      people: treeOf(400, 400),
      instead: (id) => (isGone(id) ? wordless.clone() : null),
      delayMs: 50,
    });
    await app.start(['p0']);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 400, fetched: 320, notFound: 80, failed: 0, why: null });
    expect(app.sent.length).toBeLessThanOrEqual(400 + 1 + 80 + 20);
    expect(app.api.circuit.state()).toEqual({ state: 'closed' });
  });

  it('where the first of those to start from is gone, the others bear it out', async () => {
    app = openThroughClient({
      people: new Map([['p1', []]]),
      instead: (id) => (id === 'p0' || id === nobody ? wordless.clone() : null),
    });
    await app.start(['p0', 'p1']);
    await app.clock.pass(2 * minute);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 2, fetched: 1, notFound: 1 });
  });

  it('where nobody is known at all, nobody is called gone', async () => {
    app = openThroughClient({ people: new Map(), instead: () => wordless.clone() });
    await app.start(['p0']);
    await app.clock.pass(hour);
    await unmarked();
    expect(app.sync.state()).toMatchObject({ status: 'waiting', why: { kind: 'not-the-api', status: 404 } });
  });
});
