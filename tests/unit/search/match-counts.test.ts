/** How many match a text, by status, and that a status leaves some of those who match and brings nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mostCounted } from '../../../contract/bounds.ts';
import { emailOf, freshFile, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

let store: DirectoryStore;
const inactive = { status: 'inactive', isActive: false } as const;
const deleted = { status: 'deleted', isDeleted: true } as const;
beforeAll(() => {
  store = storeAt(freshFile()).store;
  const many = (count: number, name: string, more = {}) =>
    Array.from({ length: count }, (_, nth) =>
      userOf(`${name}-${nth}`.toLowerCase(), { name: `${name} No${nth}`, ...more }),
    );
  record(store, [
    ...many(30, 'Mara'),
    ...many(4, 'Marek', inactive),
    ...many(3, 'Marta', deleted),
    ...many(25, 'Sales', { role: 'r-sales' }),
    userOf('anna-1', { name: 'Anna Schmidt' }),
    userOf('anna-2', { name: 'Anna Schmitt', ...deleted }),
    userOf('box-1', {
      name: 'Box One',
      emails: [emailOf('info@one.example')],
      phones: [{ number: '+44 20 7946 0958', type: null, isPrimary: true }],
    }),
    ...many(22, 'Dup', { name: 'Jo Doe' }),
    userOf('doe-gone', { name: 'Jo Doe', ...deleted }),
    userOf('anywhere-gone', { name: 'Jo Quiet', username: 'doe', ...deleted }),
  ]);
  store.nameLabel('role', 'r-sales', 'Mara keeper');
});
afterAll(() => store.close());

const counted = (text: string, status: 'active' | 'inactive' | 'deleted' | null = null, limit = 20) =>
  store.findCounted({ text, status, limit });
const nobody = { active: 0, inactive: 0, deleted: 0, 'not-found': 0, unknown: 0 };

describe('how many match', () => {
  it('is told of those who are not listed too, whatever is looked for', () => {
    const counts = { byStatus: { ...nobody, active: 30, inactive: 4, deleted: 3 }, more: false };
    for (const status of [null, 'active', 'inactive', 'deleted'] as const) {
      expect(counted('mar', status).counts, String(status)).toEqual({
        ...counts,
        // By their role.
        byStatus: { ...counts.byStatus, active: 55 },
      });
    }
    expect(counted('marek').counts.byStatus).toEqual({ ...nobody, inactive: 4 });
  });

  it.each([
    ['an id as it begins', 'mara-1', 11],
    ['an address', 'info@one.example', 1],
    ['a telephone number', '020 7946 0958', 1],
  ])('by %s', (_, text, active) => {
    expect(counted(text).counts.byStatus).toEqual({ ...nobody, active });
  });

  it('agrees with what is listed once all are', () => {
    for (const text of ['mar', 'mara', 'jo doe', 'sales', 'dup', 'mara-']) {
      const some = counted(text);
      const all = counted(text, null, 300);
      expect(some.counts, text).toEqual(all.counts);
      expect(
        Object.values(all.counts.byStatus).reduce((sum, one) => sum + one, 0),
        text,
      ).toBe(all.found.length);
    }
  });

  it('ends at so many, and says that there may be more', () => {
    const file = freshFile();
    const { store: large } = storeAt(file);
    const people = Array.from({ length: mostCounted + 5 }, (_, nth) => userOf(`u${nth}`, { name: `Max No${nth}` }));
    record(large, people);
    const { counts } = large.findCounted({ text: 'max', status: null, limit: 20 });
    expect(counts).toEqual({ byStatus: { ...nobody, active: mostCounted }, more: true });
    expect(large.findCounted({ text: 'max no1000', status: null, limit: 20 }).counts.more).toBe(false);
    large.close();
  });
});

describe('a status', () => {
  it('leaves some of those who match, in their order', () => {
    for (const text of ['mar', 'jo doe', 'anna schmidt']) {
      const all = counted(text, null, 300).found;
      for (const status of ['active', 'inactive', 'deleted'] as const) {
        const left = all.filter(({ card }) => card.status === status).map(({ card }) => card.id);
        const found = counted(text, status, 300).found.map(({ card }) => card.id);
        expect(found, `${text} ${status}`).toEqual(left);
      }
    }
  });

  it('makes no slip of what somebody is called', () => {
    expect(counted('anna schmidt').counts.byStatus).toEqual({ ...nobody, active: 1 });
    expect(counted('anna schmidt', 'deleted').found).toEqual([]);
    // And where nobody is called so, the slip is one with any status.
    expect(counted('anna schmidd', 'deleted').found.map(({ card }) => card.id)).toEqual(
      counted('anna schmidd').found.flatMap(({ card }) => (card.status === 'deleted' ? [card.id] : [])),
    );
  });

  it('lists as many as are counted where somebody is called just so', () => {
    const { counts, found } = counted('jo doe', 'deleted');
    expect(found).toHaveLength(counts.byStatus.deleted);
  });
});
