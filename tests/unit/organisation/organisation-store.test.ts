import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readItems } from '../../../contract/organisation-items.ts';
import type { User } from '../../../contract/user.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { type Late, organisationOf, outline } from './organised.ts';

let store: DirectoryStore;
let late: Late;
let organisation: ReturnType<typeof organisationOf>;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  late = { time: 0 };
  organisation = organisationOf(store, late);
});
afterEach(() => store.close());

const person = (id: string, reports: readonly string[] = [], more: Partial<User> = {}) =>
  userOf(id, { reports: reports.map(idOf), ...more });
/** A head of six, a second top of one, and somebody alone. */
const company = [
  person('head', ['ann', 'bo', 'zoe']),
  person('ann', ['carl', 'named']),
  person('bo', ['dora']),
  ...['zoe', 'carl', 'dora', 'lone', 'under'].map((id) => person(id)),
  person('second', ['under']),
];
const memberOf = (id: string) => {
  const found = organisation.seek(id);
  if (found === null) throw new Error(`${id} is not in it`);
  return found.member;
};

describe('the tree', () => {
  it('opens the largest top at first, leaders before those who lead nobody, and those alone in a closed block', () => {
    record(store, company);
    expect(outline(organisation.rows())).toEqual(['-head', '  +ann', '  +bo', '  zoe', '+second', '+alone 1']);
  });

  it('opens and closes, beside, below and up to somebody, and says in which row they are then', () => {
    record(store, company);
    expect(organisation.open('dora', 'path')).toEqual({ row: 3, total: 7 });
    expect(organisation.open('bo', 'siblings')).toEqual({ row: 4, total: 9 });
    expect(organisation.open('head', 'close')).toEqual({ row: 0, total: 3 });
    expect(organisation.open('dora', 'open')).toEqual({ row: null, total: 3 });
    expect(organisation.open('second', 'below')).toEqual({ row: 1, total: 4 });
    expect(organisation.open(null)).toEqual({ row: 3, total: 5 });
    expect(organisation.open('head', 'below')).toEqual({ row: 0, total: 11 });
    expect(outline(organisation.rows(2, 3))).toEqual(['    carl', '    named', '  -bo']);
    expect(outline(organisation.rows(9, 5))).toEqual(['-alone 1', 'lone']);
    expect(organisation.open('nobody', 'path')).toEqual({ row: null, total: 11 });
    expect(organisation.open(null, 'close').total).toBe(10);
    expect(organisation.open('lone', 'path')).toEqual({ row: 10, total: 11 });
    expect(organisation.open('head', 'close-below')).toEqual({ row: 0, total: 5 });
    organisation.open('head');
    expect(outline(organisation.rows())).toEqual([
      ...['-head', '  +ann', '  +bo', '  zoe'],
      ...['-second', '  under', '-alone 1', 'lone'],
    ]);
  });

  it('says where those followed are, and null of those in closed branches', () => {
    record(store, company);
    expect(organisation.rows(0, 1, ['second', 'carl'])).toMatchObject({ places: [4, null], total: 6 });
    expect(organisation.rows(0, 1, ['nobody', 'lone'])).toMatchObject({ places: [null, null] });
  });

  it('finds the next row by what is typed, round from the last to the first', () => {
    record(
      store,
      company.map((user) => ({ ...user, name: `Émile ${user.id}` })),
    );
    const { snapshot } = organisation.rows();
    expect(organisation.typed(snapshot, 'emile z')).toBe(3);
    expect(organisation.typed(snapshot, 'emile', 5)).toBe(0);
    expect(organisation.typed(snapshot, 'emile carl')).toBe(-1);
    expect(organisation.typed(snapshot + 1, 'emile')).toBeNull();
  });

  it('stays as it is while it is read again at most once a second, and says that it is outdated', () => {
    record(store, company);
    const before = organisation.rows();
    record(store, [person('lone', ['zed'])], noon + 1);
    late.time = 999;
    expect(organisation.rows()).toEqual({ ...before, isOutdated: true });
    late.time = 1000;
    const after = organisation.rows();
    // Who leads since then comes behind those who were there.
    expect(outline(after)).toEqual(['-head', '  +ann', '  +bo', '  zoe', '+second', '+lone']);
    expect(after).toMatchObject({ snapshot: before.snapshot + 1, isOutdated: false });
    // The one before may still be typed in.
    expect(organisation.typed(before.snapshot, 'person second')).toBe(4);
    late.time = 5000;
    record(store, [person('zed')], noon + 2);
    organisation.rows();
    expect(organisation.typed(before.snapshot, 'person second')).toBeNull();
    // The page is opened: by size, then by name.
    organisation.look(null, true);
    expect(outline(organisation.rows())).toEqual(['-head', '  +ann', '  +bo', '  zoe', '+lone', '+second']);
  });

  it('names the other managers of its own moment, and reads no claim again before it is read again', () => {
    record(store, [...company, person('matrix', ['carl', 'dora'])]);
    const carls = () => {
      const found = organisation.rows().rows.flatMap((row) => (row.kind === 'member' ? [row.member] : []));
      return found.find(({ id }) => id === 'carl')?.otherManagers.map(({ manager }) => manager.id);
    };
    organisation.open('ann');
    organisation.open('matrix', 'below');
    const before = carls();
    expect(before).toHaveLength(1);
    const { claims } = store.tables;
    const names = ['everyList', 'claiming', 'claimsBegun', 'begunLater', 'claimsOn', 'claimsOnMany'] as const;
    const reads = names.map((name) => vi.spyOn(claims, name));
    record(store, [person('third', ['carl'])], noon + 1);
    const others = () => reads.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    const written = others();
    expect(carls()).toEqual(before);
    expect(others()).toBe(written);
    late.time = 1000;
    organisation.open('third', 'below');
    expect(carls()).toHaveLength(2);
    vi.restoreAllMocks();
  });

  it('keeps the largest top open while it grows, until somebody opens or closes a branch', () => {
    record(store, [person('ann', ['carl'])]);
    expect(outline(organisation.rows())).toEqual(['-ann', '  carl']);
    record(store, [person('head', ['ann', 'bo'])], noon + 1);
    late.time += 1000;
    expect(outline(organisation.rows())).toEqual(['-head', '  +ann', '  bo']);
    organisation.open('ann');
    record(store, [person('board', ['head'])], noon + 2);
    late.time += 1000;
    expect(outline(organisation.rows())).toEqual(['+board']);
  });

  it('begins with what an earlier one gave to keep', () => {
    record(store, company);
    organisation.look('bo');
    organisation.open('ann');
    organisation.open('head', 'close');
    organisation.open('head');
    organisation.open(null);
    const kept = organisation.work.kept();
    if (!kept.ok) throw new Error('nothing kept');
    const next = organisationOf(store, late, structuredClone(kept.value));
    expect(outline(next.rows())).toEqual(outline(organisation.rows()));
    expect(next.look()).toMatchObject({ active: 'bo', isThere: true });
  });
});

describe('who is looked at first', () => {
  it('is who is asked for, else who was last, else the largest top', () => {
    record(store, company);
    expect(organisation.look()).toMatchObject({ active: 'head', isThere: true, isOutdated: false });
    expect(organisation.look('carl')).toMatchObject({ active: 'carl', isThere: true });
    expect(organisation.look('nobody')).toMatchObject({ active: 'carl', isThere: false });
    expect(organisation.look()).toMatchObject({ active: 'carl', isThere: true });
  });

  it('is nobody where nobody is known', () => {
    const totals = { people: 0, notFetched: 0, notFound: 0, tops: 0, layers: 0 };
    expect(organisation.look()).toMatchObject({ active: null, isThere: true, totals });
    expect(organisation.rows()).toMatchObject({ rows: [], total: 0, totals });
    expect(organisation.open(null)).toEqual({ row: null, total: 0 });
    expect(organisation.typed(1, 'a')).toBe(-1);
  });

  it('comes with how many there are: those who are only listed are no people', () => {
    record(store, [
      ...company,
      person('gone', ['lost'], { status: 'deleted' }),
      person('off', [], { status: 'inactive' }),
    ]);
    store.recordNotFound(idOf('lost'), noon);
    expect(organisation.look().totals).toEqual({
      ...{ people: 11, notFetched: 1, failed: 0, notFound: 1, tops: 5, layers: 3 },
      byStatus: { active: 9, inactive: 1, deleted: 1, unknown: 0, 'not-found': 0 },
    });
  });
});

describe('a member', () => {
  it('has their card, their place, and how many are below', () => {
    record(store, company);
    expect(memberOf('head')).toMatchObject({
      ...{ id: 'head', missing: null, level: 1, nth: 1, of: 3, direct: 3, below: 6, notFetched: 1, notFound: 0 },
      ...{ throughOthers: 0, otherManagers: [], moreManagers: 0, listsThemselves: false, circle: null },
      nearestThere: null,
      card: { name: 'Person head', reportCount: 3 },
    });
    expect(memberOf('bo')).toMatchObject({ level: 2, nth: 2, of: 3, direct: 1, below: 1 });
    expect(memberOf('second')).toMatchObject({ level: 1, nth: 2, of: 3 });
    expect(memberOf('lone')).toMatchObject({ level: 1, nth: 1, of: 1, below: 0 });
    expect(organisation.seek('carl')).toMatchObject({ above: [{ id: 'head' }, { name: 'Person ann' }], row: null });
    expect(organisation.seek('zoe')?.row).toBe(3);
    expect(organisation.seek('nobody')).toBeNull();
  });

  it('who is only named is waited for, failed, or not found', () => {
    record(store, [person('head', ['waited', 'failed', 'lost'])]);
    store.recordReplies([], [{ id: idOf('failed'), failure: { kind: 'forbidden' }, at: noon }]);
    store.recordNotFound(idOf('lost'), noon);
    const missing = (id: string) => ({ card: memberOf(id).card, missing: memberOf(id).missing });
    expect(missing('waited')).toEqual({ card: null, missing: 'waiting' });
    expect(missing('failed')).toEqual({ card: null, missing: 'failed' });
    expect(missing('lost')).toEqual({ card: null, missing: 'not-found' });
    expect(memberOf('head')).toMatchObject({ below: 3, notFetched: 2, failed: 1, notFound: 1 });
    expect(organisation.look().totals).toMatchObject({ notFetched: 2, failed: 1, notFound: 1 });
  });

  it('with two managers stands under one, and names the other', () => {
    record(store, [person('one', ['two', 'both']), person('two')]);
    record(store, [person('two', ['both'])], noon + 5);
    expect(memberOf('both').otherManagers).toEqual([{ manager: { id: 'one', name: 'Person one' }, seenAt: noon }]);
    expect(memberOf('one')).toMatchObject({ direct: 1, below: 2, throughOthers: 1 });
    expect(memberOf('two')).toMatchObject({ direct: 1, throughOthers: 0 });
  });

  it('in a circle is cut at whose claim was seen first, and each of them lists the next', () => {
    record(store, [person('b', ['c'])], noon);
    record(store, [person('a', ['b'])], noon + 1);
    record(store, [person('c', ['a', 'c'])], noon + 2);
    const names = (of: ReturnType<typeof memberOf>) => of.circle?.people.map(({ id }) => id as string);
    expect(memberOf('c')).toMatchObject({ level: 1, direct: 1, below: 2, listsThemselves: true, otherManagers: [] });
    expect(names(memberOf('c'))).toEqual(['c', 'a', 'b']);
    expect(memberOf('a').circle).toBeNull();
    expect(memberOf('b')).toMatchObject({ level: 3, direct: 0, throughOthers: 0 });
  });

  it('in a circle is cut by the claims that make it, whatever older ones there are by others', () => {
    record(store, [person('b')], noon);
    record(store, [person('a', ['c'])], noon + 1);
    record(store, [person('c', ['a'])], noon + 3);
    record(store, [person('a', ['c', 'b'])], noon + 4);
    record(store, [person('b', ['c'])], noon + 5);
    expect(memberOf('a').circle?.people.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(memberOf('c')).toMatchObject({ level: 3, otherManagers: [{ manager: { id: 'a' } }] });
  });

  it('who is gone and leads others has the nearest above who is there', () => {
    record(store, [
      person('head', ['off']),
      person('off', ['gone'], { status: 'inactive' }),
      person('gone', ['left'], { status: 'deleted' }),
      person('left'),
    ]);
    expect(memberOf('gone').nearestThere).toEqual({ id: 'head', name: 'Person head' });
    expect(memberOf('off').nearestThere).toBeNull();
    const keys = ['gone', 'head'].map((id) => memberOf(id).key);
    expect(organisation.members([...keys, 999]).map(({ id }) => id)).toEqual(['gone', 'head']);
  });
});

describe('a chart', () => {
  it('has the way up, the people below, and who else lists the person', () => {
    record(store, [...company, person('other', ['ann'])], noon);
    record(store, [person('head', ['ann', 'bo', 'zoe'])], noon + 1);
    const chart = organisation.chart('ann');
    const items = readItems(chart?.items ?? new Uint8Array());
    const who = (kind: string) =>
      organisation.members(items.filter((item) => item.kind === kind).map((item) => item.key)).map(({ id }) => id);
    expect(who('card')).toEqual(expect.arrayContaining(['head', 'ann', 'carl', 'named']));
    expect(who('other')).toEqual(['other']);
    expect(chart).toMatchObject({ centre: memberOf('ann').key, cards: 5, isCut: false });
    expect(chart?.snapshot).toBe(organisation.rows().snapshot);
  });

  it('is none of somebody who is not in it', () => {
    record(store, company);
    expect(organisation.chart('nobody')).toBeNull();
  });
});
