/** Who is in the spotlight, and the counts of it: of the tree, of the chart and of the map. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Item, personExtra, readItems } from '../../../contract/organisation-items.ts';
import { matchMark } from '../../../contract/organisation-marks.ts';
import type { Spotlight } from '../../../contract/organisation-spotlight.ts';
import { withoutLabel } from '../../../contract/people-view.ts';
import type { User } from '../../../contract/user.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { type Late, organisationOf } from './organised.ts';

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
/** A head of two divisions; one person is only named. */
const company = [
  person('head', ['ann', 'bo']),
  person('ann', ['carl', 'cleo', 'cora'], { role: 'dev' }),
  person('bo', ['dora', 'named'], { role: 'Dev' }),
  person('carl', [], { role: 'dev', status: 'deleted' }),
  person('cleo', [], { role: 'dev ', team: 'x', name: 'Émile Cleo' }),
  person('cora', [], { role: 'dev', team: 'x', status: 'deleted' }),
  person('dora', [], { team: 'X', status: 'deleted' }),
];
const ids = ['head', 'ann', 'bo', 'carl', 'cleo', 'cora', 'dora', 'named'];
const role = (value: string): Spotlight => ({ by: 'role', value });
const team = (value: string): Spotlight => ({ by: 'team', value });
const text = (value: string): Spotlight => ({ by: 'text', value });

/** Ids of those who match, in the order of the tree, and "head 3 of 6" of those who lead. */
const rowsIn = (spotlight: Spotlight) => {
  organisation.open('head', 'below');
  const { rows, matches } = organisation.rows(0, 200, [], spotlight);
  const spots = rows.flatMap((row) => (row.kind === 'member' ? [{ id: row.member.id as string, ...row.spot }] : []));
  return {
    matches: spots.filter(({ isMatch }) => isMatch).map(({ id }) => id),
    shares: spots.filter(({ of = 0 }) => of > 0).map(({ id, count, of }) => `${id} ${count} of ${of}`),
    all: matches && `${matches.count} of ${matches.of}`,
  };
};
const idOfKey = (key: number) => ids.find((id) => organisation.seek(id)?.member.key === key) ?? '';
const isMarked = (item: Item) => (personExtra(item).marks & matchMark) !== 0;

describe('in the spotlight is', () => {
  it('who has exactly that role or team, case and space included, as the filter of the table has it', () => {
    record(store, company);
    expect(rowsIn(role('dev'))).toEqual({
      matches: ['ann', 'carl', 'cora'],
      // Who is only named is not among those who can match.
      shares: ['head 3 of 6', 'ann 2 of 3', 'bo 0 of 1'],
      all: '3 of 7',
    });
    expect(rowsIn(role('Dev')).matches).toEqual(['bo']);
    expect(rowsIn(role('dev ')).matches).toEqual(['cleo']);
    expect(rowsIn(team('x')).matches).toEqual(['cleo', 'cora']);
    expect(rowsIn(role(withoutLabel)).matches).toEqual(['head', 'dora']);
    expect(rowsIn(role('nobody')).all).toBe('0 of 7');
  });

  it('who matches a text as in the filter of the table', () => {
    record(store, company);
    expect(rowsIn(text('emil')).matches).toEqual(['cleo']);
    expect(rowsIn(text(`${idOf('ann')}, ${idOf('dora')}`)).matches).toEqual(['ann', 'dora']);
    expect(rowsIn(text('nobody at all')).matches).toEqual([]);
    expect(rowsIn(text('  ')).matches).toEqual([]);
  });

  it('nobody who was stored since the tree was read, so that no count is larger than what it is of', () => {
    record(store, company);
    organisation.rows();
    record(store, [person('named', [], { role: 'dev' })], noon + 1);
    expect(rowsIn(role('dev')).shares).toContain('bo 0 of 1');
    late.time += 1000;
    expect(rowsIn(role('dev')).shares).toContain('bo 1 of 2');
  });
});

describe('the matches', () => {
  it('are walked in the order of the tree, round at both ends', () => {
    record(store, company);
    const from = (id: string | null, isBack = false) => organisation.match(role('dev'), id, isBack);
    expect([null, 'ann', 'carl', 'cora', 'bo'].map((id) => from(id)?.id)).toEqual([
      'ann',
      'carl',
      'cora',
      'ann',
      'ann',
    ]);
    expect(['ann', 'cora', 'bo', null].map((id) => from(id, true)?.id)).toEqual(['cora', 'carl', 'cora', 'cora']);
    expect(from('carl')).toEqual({ id: 'cora', nth: 3, of: 3 });
    expect(organisation.match(role('nobody'), 'ann', false)).toBeNull();
    expect(organisation.match(team('X'), 'dora', false)).toEqual({ id: 'dora', nth: 1, of: 1 });
  });
});

describe('a chart', () => {
  it('marks those who match', () => {
    record(store, company);
    const items = readItems(organisation.chart('ann', {}, role('dev'))?.items ?? new Uint8Array());
    const marked = items.filter((item) => item.kind === 'card' && isMarked(item)).map(({ key }) => idOfKey(key));
    expect(marked.sort()).toEqual(['ann', 'carl', 'cora']);
    expect(readItems(organisation.chart('ann')?.items ?? new Uint8Array()).some(isMarked)).toBe(false);
  });
});

describe('the map', () => {
  const looked = (asked: Parameters<typeof organisation.map>[0]) => {
    const { items, shares } = organisation.map(asked);
    const headings = readItems(items).filter(({ kind }) => kind === 'heading');
    const numbers = new Int32Array(shares?.headings.slice().buffer ?? new ArrayBuffer());
    return {
      items: readItems(items),
      headings: headings.map(({ key }, nth) => `${idOfKey(key)} ${numbers[2 * nth]} of ${numbers[2 * nth + 1]}`),
      most: shares?.most.map(({ key, count, of }) => `${idOfKey(key)} ${count} of ${of}`),
      shares,
    };
  };

  it('says of each heading how many match, names the divisions with the most, and marks who matches', () => {
    record(store, company);
    const { headings, most, shares, items } = looked({ spotlight: role('dev') });
    expect(headings).toEqual([' 3 of 7', 'head 3 of 6', 'ann 2 of 3', 'bo 0 of 1']);
    expect(most).toEqual(['ann 2 of 3']);
    expect(shares).toMatchObject({ whole: { count: 3, of: 7 } });
    expect(items.filter(isMarked).map(({ key }) => idOfKey(key))).toEqual(['ann', 'carl', 'cora']);
    const colours = new Map(items.map((item) => [`${item.kind} ${idOfKey(item.key)}`, personExtra(item).colour]));
    // Half of all, two thirds, nobody.
    expect(['heading head', 'heading ann', 'heading bo'].map((one) => colours.get(one))).toEqual([0x41, 0x51, 0]);
    expect(['card carl', 'card cleo', 'card named'].map((one) => colours.get(one))).toEqual([1, 0, 0]);
  });

  it('counts who leads with their people where these are drawn as one', () => {
    record(store, company);
    const blocks = looked({ spotlight: team('x'), scale: 0.01 }).items;
    expect(blocks.map((item) => [item.kind, personExtra(item).colour])).toEqual([['block', 0x41]]);
    const at = (scale: number) =>
      looked({ spotlight: role('dev'), scale }).items.find(
        ({ key, kind }) => kind === 'block' && idOfKey(key) === 'ann',
      );
    // Two of three below her, and herself.
    const block = [0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1].map(at).find((one) => one !== undefined);
    expect(block && personExtra(block).colour).toBe(0x51);
  });

  it('by status counts who is deleted, by availability and age who is not as usual, and by division nobody', () => {
    record(store, company);
    const status = looked({ colour: 'status' });
    expect(status.headings).toEqual([' 3 of 7', 'head 3 of 6', 'ann 2 of 3', 'bo 1 of 1']);
    expect(status.most).toEqual(['ann 2 of 3', 'bo 1 of 1']);
    expect(status.shares?.codes).toEqual([4, 0, 0, 3, 0, 0, 0, 1]);
    expect(looked({ colour: 'availability' }).shares?.whole).toEqual({ count: 0, of: 7 });
    expect(looked({ colour: 'age' }).shares?.whole).toEqual({ count: 0, of: 7 });
    expect(looked({ colour: 'division' }).shares).toBeNull();
  });

  it('finds new matches where nobody has moved', () => {
    record(store, company);
    expect(looked({ spotlight: role('dev') }).shares?.whole.count).toBe(3);
    late.time += 60_000;
    record(store, [person('cleo', [], { role: 'dev', name: 'Émile Cleo' })], noon + late.time);
    organisation.map({ spotlight: role('dev') });
    expect(looked({ spotlight: role('dev') }).shares?.whole.count).toBe(4);
  });
});
