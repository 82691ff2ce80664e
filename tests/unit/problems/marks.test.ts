/** What is new since one last looked, and what is set aside until something else shows it. */
import { expect, it } from 'vitest';
import { problemKinds } from '../../../contract/problem-kinds.ts';
import type { MeantProblems, ProblemKind } from '../../../contract/problems.ts';
import type { User } from '../../../contract/user.ts';
import { type emailOf, idOf, noon } from '../storage/stored.ts';
import { about, deleted, openProblemStore, openProblems, primaryOf, reports } from './problem-store.ts';

const later = noon + 3_600_000;
const organisation = {
  top: reports('gone', 'boss'),
  boss: {},
  gone: { ...deleted(), ...reports('one', 'two') },
  one: {},
  two: {},
};

it('everything is new until it was looked at, and then whatever comes or is shown by something else', () => {
  const { say, rows, look, count, overview } = openProblemStore();
  say(organisation);
  expect(count('left-behind')).toEqual({ count: 2, fresh: 2, aside: 0 });
  const before = overview().fresh;
  look(['left-behind']);
  expect(count('left-behind')).toEqual({ count: 2, fresh: 0, aside: 0 });
  expect(overview().fresh).toBe(before - 2);
  expect(count('gone-manager').fresh).toBe(1);
  say({ gone: { ...deleted(), ...reports('one', 'two', 'three') }, three: {} }, later);
  expect(rows('left-behind', { filter: { which: 'new' } }).map(about)).toEqual(['three']);
  expect(rows('left-behind').map((row) => [about(row), row.isNew])).toEqual([
    ['one', false],
    ['two', false],
    ['three', true],
  ]);
  // One of them gets a second manager who is gone.
  say({ boss: { ...deleted(), ...reports('one') } }, later);
  expect(
    rows('left-behind', { filter: { which: 'new' } })
      .map(about)
      .sort(),
  ).toEqual(['one', 'three']);
});

it('several managers are information: new ones are marked, and not counted as new in all', () => {
  const { say, overview, count } = openProblemStore();
  say({ a: reports('x'), b: reports('x'), x: {} });
  expect(count('several-managers').fresh).toBe(1);
  const of = (kind: ProblemKind) => overview().kinds.find((one) => one.kind === kind)?.fresh ?? 0;
  const told = problemKinds.filter((kind) => kind !== 'several-managers').reduce((sum, kind) => sum + of(kind), 0);
  expect(overview().fresh).toBe(told);
});

it('is set aside with a note, is taken back, and each can be undone', () => {
  const { say, rows, setAside, count, store, problems } = openProblemStore();
  say(organisation);
  const [one] = rows('left-behind');
  const meant: MeantProblems = { kind: 'left-behind', of: { subjects: [one?.subject ?? 0] } };
  const first = setAside(meant, 'moves in May', later);
  expect(first).toEqual({ count: 1, change: expect.any(Number) });
  expect(count('left-behind')).toEqual({ count: 1, fresh: 1, aside: 1 });
  expect(rows('left-behind').map(about)).toEqual(['two']);
  expect(rows('left-behind', { filter: { which: 'aside' } })).toMatchObject([
    { subject: one?.subject, isNew: false, aside: { note: 'moves in May', at: later } },
  ]);
  // All that a filter leaves: the other one as well, and undone as one.
  const second = setAside({ kind: 'left-behind', of: openProblems }, '', later);
  expect([second.count, count('left-behind').aside]).toEqual([1, 2]);
  expect(store.undoProblems(first.change ?? 0)).toMatchObject({ ok: true, value: null });
  expect(store.undoProblems(second.change ?? 0)).toMatchObject({ ok: true, value: { count: 1 } });
  problems.problemsFresh(true);
  expect(count('left-behind').aside).toBe(1);

  const back = setAside(meant, null);
  expect([back.count, count('left-behind').aside]).toEqual([1, 0]);
  store.undoProblems(back.change ?? 0);
  problems.problemsFresh(true);
  expect(rows('left-behind', { filter: { which: 'aside' } })).toMatchObject([{ aside: { note: 'moves in May' } }]);
  expect(setAside({ kind: 'left-behind', of: openProblems }, null)).toEqual({ count: 0, change: null });
});

it('stands in the local copy with its note, and what was looked at does too', () => {
  const { say, setAside, look, file, store } = openProblemStore();
  say(organisation);
  setAside({ kind: 'gone-manager', of: openProblems }, 'known');
  look(['left-behind']);
  store.close();
  const again = openProblemStore({ file });
  expect(again.count('gone-manager')).toEqual({ count: 0, fresh: 0, aside: 1 });
  expect(again.count('left-behind')).toEqual({ count: 2, fresh: 0, aside: 0 });
});

const bad = { field: 'isActive', expected: 'true or false', came: '"yes"' };
const phone = (number: string) => ({ phones: [{ number, type: null, isPrimary: true }] });
type People = Readonly<Record<string, Partial<User>>>;

/** Of each kind: what there is, what changes nothing of its evidence, and what does. */
const cases: readonly (readonly [ProblemKind, { before: People; same: People; other: People }])[] = [
  [
    'left-behind',
    {
      before: organisation,
      same: { one: { name: 'One' }, gone: { ...organisation.gone, name: 'G' } },
      other: { extra: { ...deleted(), ...reports('one', 'two') } },
    },
  ],
  [
    'gone-manager',
    {
      before: organisation,
      same: { one: { name: 'One' } },
      other: { gone: { ...deleted(), ...reports('one', 'three') }, three: {} },
    },
  ],
  [
    'still-available',
    {
      before: { a: { ...deleted(), availability: 'AVAILABLE' } },
      same: { a: { ...deleted(), availability: 'AVAILABLE', name: 'A' } },
      other: { a: { status: 'inactive', isActive: false, availability: 'AVAILABLE' } },
    },
  ],
  [
    'cycle',
    {
      before: { a: reports('b'), b: reports('a'), c: {} },
      same: { c: { name: 'C' }, b: { ...reports('a'), name: 'B' } },
      other: { b: reports('c'), c: reports('a') },
    },
  ],
  [
    'several-managers',
    {
      before: { a: reports('x'), b: reports('x'), x: {} },
      same: { x: { name: 'X' }, b: { ...reports('x', 'y') } },
      other: { c: reports('x') },
    },
  ],
  ['too-many-reports', { before: { a: many(520) }, same: { a: many(560) }, other: { a: many(640) } }],
  [
    'shared-email',
    {
      before: { a: mail('s@x.example'), b: mail('s@x.example') },
      same: { a: { ...mail('s@x.example'), name: 'A' } },
      other: { c: mail('S@x.example') },
    },
  ],
  [
    'shared-phone',
    {
      before: { a: phone('+49 30 901820'), b: phone('+49 30 901820') },
      same: { a: phone('+49 30901820') },
      other: { c: phone('+49 30 901820') },
    },
  ],
  [
    'owned-by-another',
    {
      before: { a: mail('s@x.example', { owner: 'b' }) },
      same: { a: { ...mail('s@x.example', { owner: 'b' }), name: 'A' } },
      other: { a: mail('s@x.example', { owner: 'c' }) },
    },
  ],
  [
    'unverified-primary',
    {
      before: { a: mail('s@x.example', { isVerified: false }) },
      same: { a: { ...mail('s@x.example', { isVerified: false }), notIds: ['x y'] } },
      other: { a: mail('t@x.example', { isVerified: false }) },
    },
  ],
  [
    'unreadable',
    {
      before: { a: { unread: [bad] } },
      same: { a: { unread: [bad], notIds: ['x y'] } },
      other: { a: { unread: [{ ...bad, came: '"no"' }] } },
    },
  ],
  [
    'not-an-id',
    {
      before: { a: { notIds: ['x y'] } },
      same: { a: { notIds: ['x y'], unread: [bad] } },
      other: { a: { notIds: ['x y', 'z z'] } },
    },
  ],
];

it.each(cases)('%s: set aside, it comes back when something else shows it, as new, and not before', (kind, people) => {
  const { say, setAside, look, count } = openProblemStore();
  say(people.before);
  look([kind]);
  const { count: all = 0 } = count(kind);
  expect(all).toBeGreaterThan(0);
  setAside({ kind, of: openProblems }, 'known');
  expect(count(kind)).toEqual({ count: 0, fresh: 0, aside: all });
  say(people.same, later);
  expect(count(kind)).toEqual({ count: 0, fresh: 0, aside: all });
  say(people.other, later + 1);
  const now = count(kind);
  expect(now.count).toBeGreaterThan(0);
  expect(now.fresh).toBe(now.count);
});

it('the version grows when a problem comes, goes, is set aside or looked at, and not when something else is written', () => {
  const { say, setAside, look, overview } = openProblemStore();
  say(organisation);
  const versions = [overview().version];
  const grew = () => {
    versions.push(overview().version);
    return (versions.at(-1) ?? 0) > (versions.at(-2) ?? 0);
  };
  say({ one: { name: 'One' } }, later);
  expect(grew()).toBe(false);
  say({ top: reports('gone', 'boss', 'one') }, later);
  expect(grew()).toBe(true);
  setAside({ kind: 'gone-manager', of: openProblems }, 'a');
  expect(grew()).toBe(true);
  setAside({ kind: 'gone-manager', of: { ...openProblems, which: 'aside' } }, 'b', later);
  expect(grew()).toBe(true);
  look(['left-behind']);
  expect(grew()).toBe(true);
  look(['left-behind']);
  expect(grew()).toBe(false);
});

function many(count: number): Partial<User> {
  return { reports: Array.from({ length: count }, (_, nth) => idOf(`r${nth}`)) };
}

function mail(address: string, more: Parameters<typeof emailOf>[1] = {}): Partial<User> {
  return { emails: [primaryOf(address, more)] };
}
