/** Each kind of problem with what is one, and with what is just none. */
import { expect, it } from 'vitest';
import { problemKinds } from '../../../contract/problem-kinds.ts';
import type { ProblemKind } from '../../../contract/problems.ts';
import { Contradiction } from '../../../contract/user.ts';
import { kindOfContradiction } from '../../../electron/storage/record-problems.ts';
import { emailOf, idOf, noon } from '../storage/stored.ts';
import { about, deleted, openProblemStore, primaryOf, reports } from './problem-store.ts';

const hour = 3_600_000;

/** What is found of a kind: who each row is about. */
function found(people: Parameters<ReturnType<typeof openProblemStore>['say']>[0], kind: ProblemKind) {
  const { say, rows } = openProblemStore();
  say(people);
  return rows(kind).map(about);
}

it('every contradiction is of exactly one kind, and every kind has its place', () => {
  for (const one of Contradiction.options) expect(problemKinds).toContain(kindOfContradiction[one]);
  expect(new Set(problemKinds).size).toBe(problemKinds.length);
});

it('left behind: every manager is gone; one who is there, or merely disabled, is enough', () => {
  const people = {
    top: reports('gone', 'other', 'off'),
    gone: { ...deleted(), ...reports('left', 'kept', 'quit') },
    other: reports('kept'),
    off: { status: 'inactive', isActive: false, ...reports('fine') } as const,
    left: {},
    kept: {},
    fine: {},
    quit: deleted(),
  };
  const { say, rows } = openProblemStore();
  say(people);
  expect(rows('left-behind').map(about)).toEqual(['left']);
  expect(rows('left-behind')[0]).toMatchObject({
    problem: { managers: [{ id: 'gone' }], more: 0, nearest: { id: 'top' } },
    since: noon,
    evidence: { id: 'gone', at: noon },
  });
});

it('left behind: the nearest who is there is above all who are gone, or nobody; one who is not found is gone', () => {
  const { store, say, rows } = openProblemStore();
  say({
    head: { ...deleted(noon - 5 * hour), ...reports('mid') },
    mid: { ...deleted(noon - hour), ...reports('low') },
    low: reports('person'),
    person: {},
  });
  expect(rows('left-behind').map(about)).toEqual(['low']);
  store.recordNotFound(idOf('low'), noon + hour);
  expect(rows('left-behind')).toMatchObject([
    { problem: { person: { id: 'person' }, managers: [{ id: 'low' }], nearest: null }, since: noon + hour },
  ]);
  say({ top: reports('head') });
  expect(rows('left-behind')).toMatchObject([{ problem: { nearest: { id: 'top' } } }]);
});

it('left behind: since the last manager left; not said where one gives no date', () => {
  const { say, rows } = openProblemStore();
  const managers = {
    a: { ...deleted(noon - 2 * hour), ...reports('x') },
    b: { ...deleted(noon - hour), ...reports('x') },
  };
  say({ ...managers, x: {} });
  expect(rows('left-behind')).toMatchObject([{ since: noon - hour, problem: { managers: [{}, {}] } }]);
  say({ b: { ...deleted(null), ...reports('x') } }, noon + hour);
  expect(rows('left-behind')).toMatchObject([{ since: null }]);
});

it('gone managers: with people who are there and whose manager they are', () => {
  const { say, rows } = openProblemStore();
  say({
    top: reports('gone', 'idle'),
    gone: { ...deleted(), ...reports('one', 'two', 'shared', 'quit', 'gone') },
    idle: { ...deleted(), ...reports('quit', 'shared') },
    boss: reports('shared'),
    one: {},
    two: {},
    shared: {},
    quit: deleted(),
  });
  expect(rows('gone-manager')).toMatchObject([{ problem: { person: { id: 'gone' }, living: 2 }, since: noon }]);
});

it.each<[ProblemKind, string, Parameters<typeof found>[0]]>([
  [
    'still-available',
    'a b',
    {
      a: { ...deleted(), availability: 'AVAILABLE' },
      b: { status: 'inactive', isActive: false, availability: 'available' },
      c: { availability: 'AVAILABLE' },
      d: { ...deleted(), availability: 'AWAY' },
    },
  ],
  ['deleted-active', 'a', { a: { ...deleted(), isActive: true }, b: deleted() }],
  ['self-report', 'a', { a: reports('a', 'b'), b: {} }],
  [
    'owned-by-another',
    'a',
    {
      a: { emails: [primaryOf('a@x.example', { owner: 'b' })] },
      b: { emails: [primaryOf('b@x.example', { owner: 'b' })] },
    },
  ],
  [
    'unverified-primary',
    'a',
    {
      a: { emails: [primaryOf('a@x.example', { isVerified: false })] },
      b: { emails: [primaryOf('b@x.example'), emailOf('c@x.example', { isVerified: false })] },
    },
  ],
  [
    'unlisted-primary',
    'a',
    { a: { emails: [primaryOf('a@x.example', { isListed: false })] }, b: { emails: [primaryOf('b@x.example')] } },
  ],
  ['deleted-without-date', 'a', { a: deleted(null), b: deleted() }],
  ['date-without-deletion', 'a', { a: { deletedAt: noon }, b: {} }],
  ['unreadable', 'a', { a: { unread: [{ field: 'isActive', expected: 'true or false', came: '"yes"' }] }, b: {} }],
  ['not-an-id', 'a', { a: { notIds: ['(vacant)'] }, b: {} }],
  ['duplicate-report', 'a', { a: { ...reports('b'), duplicateReports: [idOf('b')] }, b: {} }],
])('%s: what one record says by itself', (kind, expected, people) => {
  expect(found(people, kind).join(' ')).toBe(expected);
});

it('too many reports: 501, and not 500', () => {
  const many = (count: number) => ({ reports: Array.from({ length: count }, (_, nth) => idOf(`r${nth}`)) });
  expect(found({ a: many(501), b: many(500) }, 'too-many-reports')).toEqual(['a']);
});

it('not found: who is listed, or was given to start from; somebody who is listed no more has left in good order', () => {
  const { store, say, rows } = openProblemStore();
  say({ top: reports('named', 'known'), known: {}, left: {} });
  for (const id of ['named', 'known', 'left', 'given', 'asked']) store.recordNotFound(idOf(id), noon);
  expect(rows('not-found').map(about).sort()).toEqual(['known', 'named']);
  store.addStartIds([idOf('given')]);
  expect(rows('not-found').map(about).sort()).toEqual(['given', 'known', 'named']);
  expect(rows('not-found').find((row) => about(row) === 'named')).toMatchObject({
    problem: { person: null, since: noon, listedBy: [{ id: 'top' }], more: 0 },
    since: noon,
    evidence: { id: 'top' },
  });
});

it('circles: each once, in the order of the claims; people above or below one are in none', () => {
  const people = {
    above: reports('a'),
    a: reports('b'),
    b: reports('c'),
    c: reports('a', 'below'),
    below: {},
    self: reports('self', 'x'),
    x: reports('y'),
    y: reports('x'),
  };
  expect(found(people, 'cycle')).toEqual(['a b c', 'x y']);
  expect(found({ top: reports('a', 'b'), a: reports('c'), b: reports('c'), c: {} }, 'cycle')).toEqual([]);
});

it('several tops: who is there, leads, and is listed by nobody, where there is another; with how many are below', () => {
  const one = { top: reports('a'), a: reports('b'), b: {}, alone: {}, gone: { ...deleted(), ...reports('c') }, c: {} };
  expect(found(one, 'several-tops')).toEqual([]);
  const { say, rows } = openProblemStore();
  say({ ...one, second: reports('d'), d: {} });
  expect(rows('several-tops')).toMatchObject([
    { problem: { person: { id: 'top' }, below: 2 } },
    { problem: { person: { id: 'second' }, below: 1 } },
  ]);
});

it('alone: listed by nobody and leading nobody, themselves not counted; not where nobody lists anybody', () => {
  const people = { top: reports('a'), a: {}, alone: {}, own: reports('own'), quit: deleted() };
  expect(found(people, 'alone')).toEqual(['alone', 'own']);
  expect(found({ alone: {}, other: {} }, 'alone')).toEqual([]);
});

it('several managers: two, and not one who is listed by themselves too', () => {
  const people = { a: reports('x', 'a'), b: reports('x', 'a'), x: {} };
  expect(found(people, 'several-managers')).toEqual(['x']);
});

it('shared addresses: in any case, also as a further one; of one person twice is none', () => {
  const people = {
    a: { emails: [primaryOf('Ann@x.example')] },
    b: { emails: [primaryOf('b@x.example'), emailOf('ann@X.example')] },
    c: { emails: [primaryOf('c@x.example'), emailOf('C@x.example')] },
  };
  const { say, rows } = openProblemStore();
  say(people);
  expect(rows('shared-email')).toMatchObject([
    { problem: { text: 'Ann@x.example', people: [{ id: 'a' }, { id: 'b' }] } },
  ]);
  expect(rows('shared-email')).toHaveLength(1);
});

it('shared numbers: however they are parted; another extension of one switchboard is another number', () => {
  const phone = (number: string) => ({ phones: [{ number, type: null, isPrimary: true }] });
  const people = {
    a: phone('+49 30 901820'),
    b: phone('+49 (30) 90-1820'),
    c: phone('+49 30 555000 ext. 1'),
    d: phone('+49 30 555000 ext. 2'),
    e: phone('+1 30 901820'),
    f: phone('030 777888'),
    g: phone('030-777 888'),
  };
  expect(found(people, 'shared-phone')).toEqual(['a b', 'f g']);
});

it('the server’s list: entries that are nobody, people who stand there twice, and a list that is not whole', () => {
  const { store, say, rows } = openProblemStore();
  say({ a: {} });
  const { listOddities, sync, ids } = store.tables;
  listOddities.begin();
  listOddities.add(4, { why: 'no-id', text: '"x y"' }, null);
  for (const nth of [7, 9]) listOddities.add(nth, { why: 'twice', text: '' }, ids.find(idOf('a')));
  sync.save({ ...sync.load(), listPart: { listed: 3, total: 5 } });
  expect(rows('bad-entry')).toMatchObject([{ problem: { entry: 5, why: 'no-id', text: '"x y"' }, evidence: null }]);
  expect(rows('listed-twice')).toMatchObject([{ problem: { person: { id: 'a' }, times: 3 } }]);
  expect(rows('list-part')).toMatchObject([{ problem: { listed: 3, total: 5 }, subject: 0 }]);
});

it('who could not be fetched, with why and when, be they stored or not', () => {
  const { store, say, rows } = openProblemStore();
  say({ a: reports('b') });
  const { failures, ids } = store.tables;
  for (const id of ['a', 'b']) failures.put(ids.give(idOf(id)), { kind: 'forbidden' }, noon, false);
  expect(rows('failed')).toMatchObject([
    { problem: { id: 'a', person: { id: 'a' }, failure: { kind: 'forbidden' }, at: noon, listedBy: [] }, since: noon },
    { problem: { id: 'b', person: null, listedBy: [{ id: 'a' }] } },
  ]);
});
