/** Typed letters: whose name begins with them, in whatever spelling, and which place of a view comes next. */
import { beforeEach, describe, expect, it, test } from 'vitest';
import type { PeopleView } from '../../../contract/table.ts';
import { firstBegun } from '../../../electron/people/typed-names.ts';
import { record, userOf } from '../storage/stored.ts';
import { store, tableForEach, viewOf, views, whole } from './tabled.ts';

test.each([
  ['an', ['Bob', 'Ánna', 'Anna'], 1],
  ['ANN', ['Bob', 'Ánna'], 1],
  ['élo', ['Eloise'], 0],
  ['lu', ['Łukasz'], 0],
  ['дм', ['Dmitri', 'Дмитрий'], 1],
  ['田', ['Tanaka', '田中 太郎'], 1],
  ['jean l', ['Jeanne', 'Jean-Luc'], 1],
  ['anna m', ['Annamaria', 'Anna Maria'], 1],
  ['an ', ['Anna', 'An'], 1],
  ['o’b', ['O Brien', "O'Brien"], 1],
  ['smith', ['Anna Smith'], null],
  ['', ['Anna'], null],
  [' ', ['Anna'], null],
])('%j is what the first of %j begins with: %j', (typed, names, first) => {
  expect(firstBegun(names, typed)).toBe(first);
});

describe('in the table', () => {
  tableForEach();
  beforeEach(() => {
    record(store, [
      userOf('u1', { name: 'Ánna Abel' }),
      userOf('u2', { name: 'anna Zorn' }),
      userOf('u3', { name: 'Bob Anna', status: 'inactive', isActive: false }),
      userOf('u4', { name: 'Cem Ak' }),
      userOf('u5', { name: 'Andy Moor' }),
    ]);
  });

  const shown = (view?: PeopleView) => {
    const { snapshot, rows } = whole(view);
    return {
      rows: rows.map(({ name }) => name),
      next: (typed: string, from: number) => views.typed({ snapshot, typed, from }),
    };
  };

  it('is the next from a place on, and round from the last to the first', () => {
    const { rows, next } = shown();
    expect(rows).toEqual(['Andy Moor', 'Ánna Abel', 'anna Zorn', 'Bob Anna', 'Cem Ak']);
    expect([next('an', 0), next('an', 1), next('anna', 0), next('anna', 2), next('anna', 3)]).toEqual([0, 1, 1, 2, 1]);
    expect([next('anna z', 0), next('c', 0), next('x', 0), next('', 0)]).toEqual([2, 4, -1, -1]);
  });

  it('keeps to the order and the filter of the view', () => {
    const backwards = shown(viewOf({}, { by: 'name', descending: true }));
    expect(backwards.rows[0]).toBe('Cem Ak');
    expect(backwards.next('an', 0)).toBe(2);
    const inactive = shown(viewOf({ status: 'inactive' }));
    expect([inactive.next('b', 0), inactive.next('an', 0)]).toEqual([0, -1]);
  });

  it('is nothing in a snapshot that is no longer kept', () => {
    expect(views.typed({ snapshot: 99, typed: 'a', from: 0 })).toBeNull();
  });

  it('is found among many thousand, wherever it stands', () => {
    record(
      store,
      Array.from({ length: 20_000 }, (_, nth) => userOf(`p${nth}`, { name: `Person ${String(nth).padStart(6, '0')}` })),
    );
    const { next } = shown();
    expect(next('person 019999', 3)).toBe(20_004);
    expect(next('an', 10_000)).toBe(0);
  });
});
