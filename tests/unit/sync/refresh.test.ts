/** Who is known is kept fresh: on screen first, then the oldest, never more than the day's budget, whatever clocks do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { createFakeClock, type FakeClock } from '../fake-clock.ts';
import { freshFile, idOf, noon } from '../storage/stored.ts';
import { recordOf, replyText, treeOf } from './organisation-server.ts';
import { type Answering, answeringAs, openPlaced, type Placed } from './placed.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const people = treeOf(30, 5);
const everybody = [...people.keys()];
const honest = answeringAs(people);

/** The clock can be set: what is measured goes on, the time of day jumps. */
function createSettableClock(): FakeClock & { readonly set: (byMs: number) => void } {
  const clock = createFakeClock(noon);
  let offset = 0;
  return {
    ...clock,
    now: () => clock.now() + offset,
    set: (byMs) => {
      offset += byMs;
    },
  };
}

let clock: ReturnType<typeof createSettableClock>;
let answer: Answering;
let app: Placed;
beforeEach(async () => {
  clock = createSettableClock();
  answer = honest;
  app = openPlaced({ answer: (id) => answer(id), clock });
  app.sync.setBudget(10);
  await app.start(['p0']);
  await app.until(({ status }) => status === 'done');
  app.asked.length = 0;
});
afterEach(() => app.close());

const reopen = async () => {
  await app.close();
  app = openPlaced({ answer: (id) => answer(id), clock, file: app.file });
  app.sync.resume();
};
const used = () => app.sync.state().refresh;
const fetchedAt = (id: string) => app.store.user(idOf(id))?.fetchedAt ?? 0;

describe('keeping people fresh', () => {
  it('asks for nobody who was fetched within a day', async () => {
    await clock.pass(day - 5 * 60_000);
    expect(app.asked).toEqual([]);
  });

  it('goes through everybody, the oldest first, so many a day', async () => {
    await clock.pass(25 * hour);
    expect(app.asked).toHaveLength(10);
    expect(used()).toEqual({ perDay: 10, usedToday: 10 });
    await clock.pass(11 * hour);
    expect(used()).toEqual({ perDay: 10, usedToday: 10 });
    await clock.pass(day);
    expect([...app.asked].sort()).toEqual([...everybody].sort());
    expect(app.sync.state()).toMatchObject({ status: 'done', task: 'refreshing', found: 30, fetched: 30 });
  });

  it('asks first for who is on screen, where they are old', async () => {
    app.showOnScreen(['p29', 'p17', 'p5']);
    await clock.pass(25 * hour);
    expect(app.asked.slice(0, 3)).toEqual(['p29', 'p17', 'p5']);
    expect(app.asked).toHaveLength(10);
    await clock.pass(11 * hour);
    expect(app.asked.filter((id) => id === 'p29')).toHaveLength(1);
  });

  it('stores what has changed and fetches who is newly named', async () => {
    const lists = new Map([...people, ['p0', ['p1', 'p2', 'p3', 'p4', 'p5', 'new']], ['new', []]]);
    answer = answeringAs(lists);
    app.showOnScreen(['p0']);
    await clock.pass(25 * hour);
    expect(app.store.user(idOf('new'))).not.toBeNull();
    expect(app.sync.state()).toMatchObject({ status: 'done', found: 31, fetched: 31 });
  });

  it('takes a larger budget at once, and none as none', async () => {
    app.sync.setBudget(0);
    await clock.pass(25 * hour);
    expect(app.asked).toEqual([]);
    app.sync.setBudget(7);
    await clock.pass(60_000);
    expect(app.asked).toHaveLength(7);
  });
});

describe('the budget', () => {
  beforeEach(async () => {
    await clock.pass(25 * hour);
    expect(app.asked).toHaveLength(10);
  });

  it('is not given twice by a restart', async () => {
    await reopen();
    await clock.pass(hour);
    expect(app.asked).toEqual([]);
    expect(used()).toEqual({ perDay: 10, usedToday: 10 });
  });

  it('is not given twice by setting the clock back, nor by a restart after it', async () => {
    clock.set(-20 * hour);
    await clock.pass(hour);
    expect(app.asked).toHaveLength(10);
    await reopen();
    await clock.pass(hour);
    expect(app.asked).toEqual([]);
  });

  it('is there again tomorrow, also where the clock was a year ahead for a while', async () => {
    clock.set(400 * day);
    await clock.pass(hour);
    expect(app.asked).toHaveLength(20);
    clock.set(-400 * day);
    await clock.pass(hour);
    expect(app.asked).toHaveLength(20);
    await clock.pass(day);
    expect(app.asked).toHaveLength(30);
  });
});

describe('a clock that jumps forward and back', () => {
  it('makes nothing fresh: whoever seems to be of the future is fetched again first', async () => {
    clock.set(10 * day);
    await clock.pass(hour);
    const ahead = [...app.asked];
    expect(ahead).toHaveLength(10);
    clock.set(-10 * day);
    await clock.pass(day);
    expect(app.asked.slice(10, 20).sort()).toEqual(ahead.sort());
    for (const id of everybody) expect(fetchedAt(id)).toBeLessThanOrEqual(clock.now());
  });
});

describe('a person who is no longer found', () => {
  it('stays, not found since, is a problem, and is asked for again the next day', async () => {
    app.sync.setBudget(1000);
    answer = (id) => (id === 'p7' ? { kind: 'not-found', id } : honest(id));
    await clock.pass(25 * hour);
    const since = app.store.notFoundSince(idOf('p7')) ?? 0;
    expect(since).toBeGreaterThan(noon + day);
    expect(app.store.user(idOf('p7'))).toMatchObject({ user: { name: 'Person p7' }, notFoundSince: since });
    expect(app.store.peopleCount()).toBe(30);
    expect(await app.problems()).toMatchObject([{ kind: 'not-found', id: 'p7', person: { id: 'p7' }, since }]);
    expect(app.asked.filter((id) => id === 'p7')).toHaveLength(1);
    await clock.pass(day);
    expect(app.asked.filter((id) => id === 'p7')).toHaveLength(2);
    expect(app.store.notFoundSince(idOf('p7'))).toBe(since);
    answer = honest;
    await clock.pass(day);
    expect(app.store.notFoundSince(idOf('p7'))).toBeNull();
    expect(await app.problems()).toEqual([]);
  });
});

describe('a refresh of everybody', () => {
  const failures: readonly (readonly [string, Answering])[] = [
    ['404', (id) => ({ kind: 'not-found', id })],
    ['500', () => ({ kind: 'server', status: 500 })],
    ['what cannot be read', () => '{"_data":null}'],
    ['somebody else', () => replyText('p1000', [])],
    ['silence', (): Failure => ({ kind: 'timeout', after: 'headers' })],
  ];
  it.each(failures)('that is answered with %s ends, and everybody stays', async (_, failing) => {
    app.sync.setBudget(1_000_000);
    answer = failing;
    // Until the evening of the day after: each once within a day.
    await clock.pass(30 * hour);
    const failed = app.asked.filter((id) => failing(id) !== honest(id));
    expect(failed).toHaveLength(30);
    expect(app.sync.state()).toMatchObject({ status: 'done', why: null, fetched: 30 });
    expect(app.store.peopleCount()).toBe(30);
  });
});

describe('a server that lists its users', () => {
  it('is asked for the list once a day, which keeps fresh whom it gives as they were', async () => {
    const changed = new Set<string>();
    const bio = (id: string) => (changed.has(id) ? 'new' : '');
    await app.close();
    app = openPlaced({
      answer: (id) => JSON.stringify({ _data: { ...recordOf(id, people.get(id) ?? []), bio: bio(id), phones: [] } }),
      // Without the phones: a list may leave fields out.
      list: () => everybody.map((id) => ({ ...recordOf(id, people.get(id) ?? []), bio: bio(id), phones: undefined })),
      file: freshFile(),
      clock,
    });
    await app.start(['p0']);
    await app.until(({ status }) => status === 'done');
    expect([...app.asked].sort()).toEqual([...everybody].sort());
    app.asked.length = 0;
    await clock.pass(25 * hour);
    expect([app.listsAsked(), app.asked]).toEqual([2, []]);
    changed.add('p3').add('p11');
    await clock.pass(day);
    expect(app.listsAsked()).toBe(3);
    expect([...app.asked].sort()).toEqual(['p11', 'p3']);
    expect(app.store.user(idOf('p11'))?.user.bio).toBe('new');
  });
});

describe('a list that leaves fields out', () => {
  let listed: (id: string, reports: readonly unknown[]) => Record<string, unknown>;
  /** Everybody was fetched singly once, and the list comes again each day. */
  const syncedWith = async (perDay: number, form: typeof listed) => {
    listed = form;
    await app.close();
    app = openPlaced({
      answer: (id) => answer(id),
      clock,
      list: () => [...people].map(([id, reports]) => listed(id, reports)),
    });
    app.sync.setBudget(perDay);
    await app.start(['p0']);
    await app.until(({ status }) => status === 'done');
    expect(app.asked).toHaveLength(30);
    app.asked.length = 0;
  };
  const thin = (id: string, reports: readonly unknown[]) => {
    const { phones, ...rest } = recordOf(id, reports);
    return rest;
  };

  it.each([
    ['tells more', () => ({ lastLoginAt: 5 })],
    ['writes the same otherwise', () => ({ createdAt: '2021-09-16T18:34:58+05:30' })],
    ['tells what is new each day', () => ({ lastLoginAt: clock.now(), bio: `Seen at ${clock.now()}` })],
  ])('and %s has nobody fetched outside the budget', async (_what, more) => {
    await syncedWith(0, (id, reports) => ({ ...thin(id, reports), ...more() }));
    for (let days = 0; days < 3; days += 1) await clock.pass(25 * hour);
    expect(app.listsAsked()).toBeGreaterThan(2);
    expect(app.asked).toEqual([]);
  });

  it('and tells the same has nobody refreshed', async () => {
    await syncedWith(10, (id, reports) => ({ ...thin(id, reports), lastLoginAt: clock.now() }));
    for (let days = 0; days < 3; days += 1) await clock.pass(25 * hour);
    expect(app.asked).toEqual([]);
  });

  it('and tells of a change has that person refreshed, and counted', async () => {
    await syncedWith(10, thin);
    const renamed = (id: string) => (id === 'p7' ? { displayName: 'Renamed' } : {});
    listed = (id, reports) => ({ ...thin(id, reports), ...renamed(id) });
    answer = (id) =>
      JSON.stringify({ _data: { ...recordOf(id, people.get(id) ?? []), ...renamed(id) }, _meta: {}, _errors: [] });
    await clock.pass(25 * hour);
    expect(app.asked).toEqual(['p7']);
    expect(used()).toEqual({ perDay: 10, usedToday: 1 });
    expect(app.store.user(idOf('p7'))?.user.displayName).toBe('Renamed');
  });
});
