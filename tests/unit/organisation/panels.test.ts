/** What is told of two people, and of spans and layers, over what is stored. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { longestMessage, mostEntries, mostPassedOver } from '../../../contract/bounds.ts';
import { calls } from '../../../contract/calls.ts';
import type { User } from '../../../contract/user.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { unwrap } from '../sync/synced.ts';
import { organisationOf } from './organised.ts';

let store: DirectoryStore;
let organisation: ReturnType<typeof organisationOf>;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  organisation = organisationOf(store);
});
afterEach(() => store.close());

const person = (id: string, reports: readonly string[] = [], more: Partial<User> = {}) =>
  userOf(id, { reports: reports.map(idOf), availability: 'AVAILABLE', ...more });
const company = [
  person('head', ['ann', 'bo', 'zoe']),
  person('ann', ['carl', 'named']),
  person('bo', ['dora'], { availability: 'AWAY' }),
  ...['zoe', 'carl', 'dora', 'lone', 'under'].map((id) => person(id)),
  person('second', ['under']),
];
const relation = (a: string, b: string) => {
  const told = unwrap(organisation.work.relation({ a: idOf(a), b: idOf(b) }));
  return calls['organisation.relation'].output.parse(told);
};
const ids = (some: readonly { id: string }[] = []) => some.map(({ id }) => id as string);

describe('two people', () => {
  it('have a common manager, and both ways down', () => {
    record(store, company);
    const { found } = relation('carl', 'dora');
    expect(found?.common?.id).toBe('head');
    expect(found?.toA).toMatchObject({ levels: 2, skipped: 0 });
    expect([ids(found?.toA.steps), ids(found?.toB.steps)]).toEqual([
      ['ann', 'carl'],
      ['bo', 'dora'],
    ]);
    expect(found).toMatchObject({ shorter: null, circles: [], approval: { above: 1, nearest: { status: 'active' } } });
    expect(found?.approval?.nearest?.person.id).toBe('head');
    expect(found?.approval?.nearest?.seenAt).toBe(noon);
  });

  it('where one leads the other have only the managers above that one to approve', () => {
    record(store, company);
    const { found } = relation('named', 'ann');
    expect([found?.common?.id, found?.toA.levels, found?.toB.levels]).toEqual(['ann', 1, 0]);
    expect(found?.approval?.nearest?.person.id).toBe('head');
    expect(found?.toA.steps[0]?.missing).toBe('waiting');
    expect(relation('head', 'carl').found?.approval).toEqual({ above: 0, nearest: null, passed: [], morePassed: 0 });
  });

  it('who are one, have none in common or are not in it, are told so', () => {
    record(store, company);
    expect(relation('ann', 'ann').found).toMatchObject({ toA: { levels: 0 }, toB: { levels: 0 }, shorter: null });
    expect(relation('ann', 'ann').found?.common?.id).toBe('ann');
    const apart = relation('carl', 'under');
    expect(apart.found).toMatchObject({ common: null, toA: { levels: 3 }, toB: { levels: 2 }, approval: { above: 0 } });
    expect(ids(apart.found?.toA.steps)).toEqual(['head', 'ann', 'carl']);
    const missing = relation('nobody', 'ann');
    expect([missing.a, missing.b?.id, missing.found]).toEqual([null, 'ann', null]);
  });

  it('are nearer by a claim of somebody who is not the manager, which is named with when it was seen', () => {
    record(store, [...company, person('matrix', ['carl', 'dora'])], noon);
    record(store, company.slice(0, 3), noon + 1);
    const { found } = relation('carl', 'dora');
    expect(found?.common?.id).toBe('head');
    expect(found?.shorter).toMatchObject({ common: { id: 'matrix' }, toA: { levels: 1 }, toB: { levels: 1 } });
    expect(found?.shorter?.claims).toEqual(
      ['carl', 'dora'].map((id) => ({
        manager: { id: 'matrix', name: 'Person matrix' },
        person: { id, name: `Person ${id}` },
        seenAt: noon,
      })),
    );
  });

  it('of different tops have a manager in common by such a claim alone', () => {
    record(store, [...company, person('matrix', ['carl', 'under'])], noon);
    record(store, [...company.slice(0, 3), person('second', ['under'])], noon + 1);
    expect(relation('carl', 'under').found).toMatchObject({ common: null, shorter: { common: { id: 'matrix' } } });
  });

  it('in a circle are told which, and who of them stands in it', () => {
    record(store, [person('b', ['c'])], noon);
    record(store, [person('a', ['b'])], noon + 1);
    record(store, [person('c', ['a', 'below']), person('below')], noon + 2);
    expect(relation('b', 'a').found?.circles).toMatchObject([{ more: 0, hasA: true, hasB: true }]);
    const [circle] = relation('below', 'b').found?.circles ?? [];
    expect([ids(circle?.people), circle?.hasA, circle?.hasB]).toEqual([['c', 'a', 'b'], false, true]);
  });
});

describe('who could approve for both', () => {
  it('is the nearest who is active and available now; those passed over are told with why', () => {
    record(store, [
      person('head', ['off']),
      person('off', ['gone'], { status: 'inactive' }),
      person('gone', ['away'], { status: 'deleted' }),
      person('away', ['mute'], { availability: 'ON_LEAVE' }),
      person('mute', ['one', 'two'], { availability: null }),
      person('one'),
      person('two'),
    ]);
    const { approval } = relation('one', 'two').found ?? {};
    expect(approval).toMatchObject({ above: 5, morePassed: 0, nearest: { person: { id: 'head' } } });
    expect(approval?.passed.map(({ person: { id }, status, availability }) => [id, status, availability])).toEqual([
      ['mute', 'active', null],
      ['away', 'active', 'ON_LEAVE'],
      ['gone', 'deleted', 'AVAILABLE'],
      ['off', 'inactive', 'AVAILABLE'],
    ]);
    // As it is stored now, though the tree shows an earlier moment.
    record(store, [person('mute', ['one', 'two'], { availability: ' available ' })], noon + 9);
    expect(relation('one', 'two').found?.approval?.nearest).toMatchObject({ person: { id: 'mute' }, seenAt: noon + 9 });
  });

  it('is not told of the past', () => {
    record(store, company);
    organisation.look();
    expect(relation('carl', 'dora').found?.approval).not.toBeNull();
    unwrap(organisation.work.look({ id: null, isOpening: false, asOf: noon }));
    expect(relation('carl', 'dora').found).toMatchObject({ common: { id: 'head' }, approval: null });
  });

  it('is nobody where a line of 2,000 has nobody who could, and a few are named', () => {
    const line = Array.from({ length: 2000 }, (_, nth) =>
      person(`p${nth}`, [`p${nth + 1}`], { availability: 'AWAY', status: nth % 2 === 0 ? 'active' : 'deleted' }),
    );
    record(store, [...line, person('p2000')]);
    const { approval } = relation('p2000', 'p1999').found ?? {};
    expect(approval).toMatchObject({ above: 1999, nearest: null, morePassed: 1999 - mostPassedOver });
    expect(approval?.passed).toHaveLength(mostPassedOver);
  });
});

describe('spans and layers', () => {
  const spans = (id: string | null) => {
    const told = unwrap(organisation.work.spans({ id: id === null ? null : idOf(id) }));
    return calls['organisation.spans'].output.parse(told);
  };

  it('are counted of a branch and of everybody, with who is not fetched and not found', () => {
    record(store, company);
    expect(spans('head')).toMatchObject({
      of: { id: 'head' },
      ...{ people: 7, notFetched: 1, notFound: 0, leaders: 3, led: 6, widest: { id: 'head' } },
      ...{ leadingOne: 1, leadingMany: 0, layersInAll: 3 },
    });
    expect(spans('head')?.layers.map(({ byStatus: { active }, notFetched, leaders }) => [active, notFetched, leaders]))
      // The named one is in the third.
      .toEqual([
        [1, 0, 1],
        [3, 0, 2],
        [2, 1, 0],
      ]);
    store.recordNotFound(idOf('named'), noon);
    organisation = organisationOf(store);
    expect(spans(null)).toMatchObject({ of: null, people: 10, leaders: 4, led: 7, notFetched: 0, notFound: 1 });
    expect(spans('nobody')).toBeNull();
    expect(spans('zoe')).toMatchObject({ people: 1, leaders: 0, led: 0, widest: null, layersInAll: 1 });
  });

  it('name who lead one and who lead more than fifteen, at most five hundred in a message', () => {
    const wide = Array.from({ length: 16 }, (_, nth) => `w${nth}`);
    const few = 501;
    const ones = Array.from({ length: few }, (_, nth) => `o${nth}`);
    record(store, [
      person('head', ['wide', ...ones]),
      person('wide', wide),
      ...ones.map((id) => person(id, [`${id}-under`], { name: '界'.repeat(1500) })),
    ]);
    const leading = (which: 'one' | 'many', offset = 0) =>
      calls['organisation.leading'].output.parse(
        unwrap(organisation.work.leading({ id: idOf('head'), which, offset, limit: mostEntries })),
      );
    expect(leading('many')?.leaders.map(({ id, direct, below }) => [id, direct, below])).toEqual([
      ['head', few + 1, 2 * few + 17],
      ['wide', 16, 16],
    ]);
    const first = leading('one');
    expect([first?.leaders.length, first?.total, leading('one', mostEntries)?.leaders.length]).toEqual([500, few, 1]);
    expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(longestMessage);
    expect(unwrap(organisation.work.leading({ id: idOf('nobody'), which: 'one', offset: 0, limit: 1 }))).toBeNull();
  });

  it('are written as a file of the moment at which it was begun, a part at a time', () => {
    record(store, [
      ...company,
      person('zero', ['007'], { name: '=HYPERLINK("x")' }),
      person('007', [], { name: '007' }),
    ]);
    store.recordReplies([], [{ id: idOf('named'), failure: { kind: 'forbidden' }, at: noon }]);
    const begin = (file: 'leaders' | 'layers') =>
      unwrap(organisation.work.beginSpansFile({ id: null, file })) ?? { number: 0, total: 0 };
    const leaders = begin('leaders');
    record(store, [person('lone', ['dora'])], noon + 1);
    const text = unwrap(organisation.work.spansPart({ number: leaders.number, from: 0 }))?.text ?? '';
    expect(text.split('\r\n')).toEqual([
      '\ufeffName,Status,Layer,Direct reports,Everybody below,Not fetched yet below,Could not be fetched below,Not found below,Manager,Manager id,Id',
      'Person head,active,1,3,6,0,1,0,,,head',
      'Person ann,active,2,2,2,0,1,0,Person head,head,ann',
      'Person bo,active,2,1,1,0,0,0,Person head,head,bo',
      `"'=HYPERLINK(""x"")",active,1,1,1,0,0,0,,,zero`,
      'Person second,active,1,1,1,0,0,0,,,second',
      '',
    ]);
    const layers = begin('layers');
    expect(unwrap(organisation.work.spansPart({ number: layers.number, from: 0 }))).toEqual({
      done: 3,
      text: [
        '\ufeffLayer,People,Leading others,Active,Inactive,Deleted,Not found,Unknown,Only listed,Only listed: not fetched yet,Only listed: could not be fetched,Only listed: not found\r\n',
        '1,4,3,4,0,0,0,0,0,0,0,0\r\n2,5,2,5,0,0,0,0,0,0,0,0\r\n3,2,0,2,0,0,0,0,1,0,1,0\r\n',
      ].join(''),
    });
    unwrap(organisation.work.endSpansFile({ number: leaders.number }));
    expect(unwrap(organisation.work.spansPart({ number: leaders.number, from: 0 }))).toBeNull();
  });
});
