import { afterEach, beforeEach, expect, it } from 'vitest';
import { dayMs } from '../../../contract/day.ts';
import { type ItemKind, personExtra, readItems } from '../../../contract/organisation-items.ts';
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
/** A head of two divisions, of three and of two people; one of them is only named. */
const company = [
  person('head', ['ann', 'bo']),
  person('ann', ['carl', 'cleo', 'cora'], { availability: 'AWAY' }),
  person('bo', ['dora', 'named'], { availability: ' available ' }),
  person('carl', [], { status: 'deleted' }),
  person('cleo', [], { status: 'deleted' }),
  person('cora', [], { status: 'inactive' }),
  person('dora'),
];

type Asked = Parameters<typeof organisation.map>[0];
/** What is drawn, with ids for keys: `heading ann 1`, where the last is the colour. */
const drawn = (asked: Asked = {}, { map, seek } = organisation): string[] => {
  const { items } = map(asked);
  const ids = ['head', 'ann', 'bo', 'carl', 'cleo', 'cora', 'dora', 'named', 'new'];
  const idOfKey = new Map(ids.flatMap((id) => [[seek(id)?.member.key ?? -1, id] as const]));
  return readItems(items).map((item) => `${item.kind} ${idOfKey.get(item.key) ?? ''} ${personExtra(item).colour}`);
};
const kinds = (asked: Asked): ItemKind[] => readItems(organisation.map(asked).items).map(({ kind }) => kind);

it('shows everybody in the territory of their manager, coloured by division', () => {
  record(store, company);
  expect(drawn()).toEqual([
    'heading  0',
    'heading head 0',
    'heading ann 1',
    ...['card carl 1', 'card cleo 1', 'card cora 1'],
    'heading bo 2',
    ...['card dora 2', 'card named 2'],
  ]);
});

it('shows what is in the region, at the scale', () => {
  record(store, company);
  const { extent } = organisation.map();
  expect(kinds({ region: { x: extent.w + 1, y: 0, w: 10, h: 10 } })).toEqual([]);
  expect(kinds({ region: { x: 0, y: 0, w: 1, h: 1 } })).toEqual(['heading']);
  expect(kinds({ scale: 0.01 })).toEqual(['block']);
  expect(kinds({ scale: 0.14 }).filter((kind) => kind === 'card')).toEqual([]);
});

it('is coloured by status, by availability and by age', () => {
  record(store, company.slice(0, 3), noon - 3 * dayMs);
  record(store, company.slice(3), noon);
  const of = (colour: 'status' | 'availability' | 'age', id: string) =>
    Number(
      drawn({ colour })
        .find((line) => line.split(' ')[1] === id)
        ?.split(' ')[2],
    );
  // Three of the four of Ann's are not active, two of them are deleted.
  expect(of('status', 'ann')).toBe((Math.ceil((15 * 3) / 4) << 4) | 3);
  expect(['carl', 'cora', 'dora', 'named'].map((id) => of('status', id))).toEqual([3, 2, 0, 7]);
  expect(of('availability', 'dora')).toBe(2);
  expect(of('availability', 'named')).toBe(7);
  expect(of('availability', 'bo') >> 4).toBe(10);
  expect(['carl', 'named'].map((id) => of('age', id))).toEqual([0, 7]);
  expect(of('age', 'ann')).toBe((Math.ceil(15 / 4) << 4) | 1);
});

it('stays what it was until the latest is asked for, and says that it is outdated', () => {
  record(store, company);
  const before = organisation.map();
  expect(before.changes).toBe(0);
  late.time += 1000;
  record(store, [person('bo', ['dora', 'named', 'new'])], noon + 1);
  organisation.rows();
  const then = organisation.map();
  // The one who came.
  expect(then.changes).toBe(1);
  expect(then).toEqual({ ...before, changes: 1 });
  const now = organisation.map({ latest: true });
  expect(now.changes).toBe(0);
  expect(now.snapshot).toBeGreaterThan(before.snapshot);
  expect(drawn()).toContain('card new 2');
});

it('counts who came, went, moved or is otherwise, and is not outdated where nobody did', () => {
  record(store, company);
  organisation.map();
  const later = (people: readonly User[]) => {
    late.time += 60_000;
    record(store, people, noon + late.time);
    return organisation.map().changes;
  };
  expect(later([person('dora'), person('cora', [], { status: 'inactive' })])).toBe(0);
  expect(later([person('dora', [], { status: 'inactive' })])).toBe(1);
  expect(later([person('ann', ['carl', 'cleo']), person('bo', ['dora', 'named', 'cora', 'new'])])).toBe(3);
  expect(organisation.map({ latest: true }).changes).toBe(0);
  expect(later([person('ann', ['carl'])])).toBe(1);
  // Who was only named is gone with the name.
  expect(later([person('bo', ['dora', 'cora', 'new'])])).toBe(2);
});

it('says where somebody is, and that they are not on it', () => {
  record(store, company);
  const { extent, found: territory } = organisation.map({ find: idOf('head') });
  const { found: card } = organisation.map({ find: idOf('dora') });
  expect(card).toMatchObject({ w: 200, h: 40 });
  expect(territory).toMatchObject({ w: extent.w - 16 });
  expect(organisation.map({ find: idOf('nobody') }).found).toBeNull();
  record(store, [person('new')], noon + 1);
  expect(organisation.map({ find: idOf('new') }).found).toBeNull();
});
