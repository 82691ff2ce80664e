/** Lists of one kind: narrowed, sorted, and shown in windows. */
import { expect, it } from 'vitest';
import { idOf, noon } from '../storage/stored.ts';
import type { AskedRows } from './problem-store.ts';
import { about, deleted, openProblemStore, primaryOf, reports } from './problem-store.ts';

const hour = 3_600_000;

function opened() {
  const opened = openProblemStore();
  opened.say({
    top: { name: 'Top', ...reports('first', 'second', 'third') },
    first: { name: 'Zoe', team: 't1', role: 'r1', ...deleted(noon - hour), ...reports('a', 'b', 'c') },
    second: { name: 'Émile', team: 't2', ...deleted(noon - 3 * hour), ...reports('d') },
    third: { name: 'Bob', team: 't1', ...deleted(null), ...reports('e', 'f') },
    a: { name: 'Ann', team: 't2' },
    b: { name: 'Ben' },
    c: { name: 'Cem' },
    d: { name: 'Dee', ...reports('g') },
    e: { name: 'Eve' },
    f: { name: 'Fay' },
    g: { name: 'Gus', ...deleted(), ...reports('h') },
    h: { name: 'Hal' },
  });
  const of = (asked: AskedRows) => opened.rows('gone-manager', asked).map(about);
  return { ...opened, of };
}

it('sorts by weight, by name and by since when, in both directions; what has no date comes last', () => {
  const { of } = opened();
  const by = (sort: AskedRows['sort']) => of(sort === undefined ? {} : { sort });
  expect(by({ by: 'weight', descending: true })).toEqual(['first', 'third', 'second', 'g']);
  expect(by({ by: 'weight', descending: false })).toEqual(['second', 'g', 'third', 'first']);
  expect(by({ by: 'name', descending: false })).toEqual(['third', 'second', 'g', 'first']);
  expect(by({ by: 'name', descending: true })).toEqual(['first', 'g', 'second', 'third']);
  expect(by({ by: 'since', descending: true })).toEqual(['g', 'first', 'second', 'third']);
  expect(by({ by: 'since', descending: false })).toEqual(['second', 'first', 'g', 'third']);
});

it('narrows by team, role, a person above, and a text', () => {
  const { of } = opened();
  expect(of({ filter: { team: 't1' } })).toEqual(['first', 'third']);
  expect(of({ filter: { team: '' } })).toEqual(['g']);
  expect(of({ filter: { role: 'r1' } })).toEqual(['first']);
  expect(of({ filter: { below: { id: idOf('second'), which: 'all' } } })).toEqual(['g']);
  expect(of({ filter: { below: { id: idOf('top'), which: 'direct' } } })).toEqual(['first', 'third', 'second']);
  expect(of({ filter: { team: 't1', below: { id: idOf('second'), which: 'all' } } })).toEqual([]);
  expect(of({ filter: { text: 'emi' } })).toEqual(['second']);
  expect(of({ filter: { text: 'emi', team: 't1' } })).toEqual([]);
});

it('of what is about several people, one of them has to fit all of it', () => {
  const { say, rows } = openProblemStore();
  say({
    a: { team: 't1', role: 'r1', emails: [primaryOf('s@x.example')] },
    b: { team: 't2', emails: [primaryOf('s@x.example')] },
  });
  const shared = (filter: AskedRows['filter']) => rows('shared-email', filter === undefined ? {} : { filter }).length;
  expect(shared({ team: 't2' })).toBe(1);
  expect(shared({ team: 't1', role: 'r1' })).toBe(1);
  expect(shared({ team: 't2', role: 'r1' })).toBe(0);
  expect(shared({ text: 'S@X' })).toBe(1);
});

it('who is not stored is found by their id', () => {
  const { store, say, rows } = openProblemStore();
  say({ top: reports('wanted-1', 'other-2') });
  for (const id of ['wanted-1', 'other-2']) store.recordNotFound(idOf(id), noon);
  expect(rows('not-found', { filter: { text: 'Wanted' } }).map(about)).toEqual(['wanted-1']);
  expect(rows('not-found', { filter: { text: 'wanted', team: 't' } })).toEqual([]);
});

it('gives windows, each with how many there are in all', () => {
  const { window } = opened();
  expect(window('left-behind', { offset: 4, limit: 2 })).toMatchObject({ offset: 4, total: 7, rows: [{}, {}] });
  expect(window('left-behind', { offset: 6, limit: 2 }).rows).toHaveLength(1);
  expect(window('left-behind', { offset: 99, limit: 2 })).toMatchObject({ total: 7, rows: [] });
});

it('the overview shows the three heaviest that are open, as the list begins', () => {
  const { rows, setAside, overview } = opened();
  const first = () =>
    overview()
      .kinds.find(({ kind }) => kind === 'gone-manager')
      ?.first.map(about);
  expect(first()).toEqual(rows('gone-manager').map(about).slice(0, 3));
  setAside({ kind: 'gone-manager', of: { subjects: [rows('gone-manager')[0]?.subject ?? 0] } }, '');
  expect(first()).toEqual(['third', 'second', 'g']);
});
