/** What is said of a check. */
import { describe, expect, test } from 'vitest';
import { CheckAnswer, CheckHeap } from '../../../contract/check.ts';
import { heapOfAnswer } from '../../../contract/check-heaps.ts';
import type { CheckCounts } from '../../../contract/check-overview.ts';
import { askingWords } from '../../../renderer/check/asking.tsx';
import { factsOf } from '../../../renderer/check/check-facts.tsx';
import {
  answersOf,
  countsWords,
  differenceWords,
  heapCount,
  shownWords,
  sourceWords,
} from '../../../renderer/check/check-words.ts';
import { givenWords, lineWords, reasonWords } from '../../../renderer/check/result-columns.tsx';
import { calendarDaysAgo } from '../../../renderer/time/calendar-days.ts';

const counts = (answers: Partial<CheckCounts['answers']>, more: Partial<CheckCounts> = {}): CheckCounts => ({
  rows: 300,
  answers: {
    ...(Object.fromEntries(CheckAnswer.options.map((one) => [one, 0])) as CheckCounts['answers']),
    ...answers,
  },
  empty: 0,
  repeated: 0,
  ...more,
});

describe('the heaps', () => {
  test('hold every answer once, so that they add up', () => {
    expect(CheckHeap.options.flatMap(answersOf).toSorted()).toEqual(CheckAnswer.options.toSorted());
    const all = counts(Object.fromEntries(CheckAnswer.options.map((one, nth) => [one, nth + 1])));
    const sum = CheckHeap.options.reduce((total, heap) => total + heapCount(all, heap), 0);
    expect(sum).toBe((11 * 12) / 2);
    expect(Object.keys(heapOfAnswer).toSorted()).toEqual(CheckAnswer.options.toSorted());
  });

  test('are told in words, with what is counted apart', () => {
    const some = counts({ deleted: 8, 'not-found': 4, inactive: 4, active: 262, ambiguous: 4, failed: 10 });
    expect(countsWords({ ...some, empty: 3, repeated: 5 })).toBe(
      '300 rows: 12 gone, 4 inactive, 262 fine, 14 to be looked at; 3 empty, 5 repeated',
    );
    expect(countsWords(counts({ active: 1 }, { rows: 1 }))).toBe(
      '1 row: 0 gone, 0 inactive, 1 fine, 0 to be looked at',
    );
  });
});

test.each([
  [{ newlyGone: 3, back: 1, changed: 4 }, '3 newly gone, 1 back'],
  [{ newlyGone: 0, back: 0, changed: 2 }, '2 otherwise changed'],
  [{ newlyGone: 0, back: 0, changed: 0 }, 'nothing changed'],
])('a difference of %o is “%s”', (difference, words) => {
  expect(differenceWords({ since: 0, ...difference })).toBe(words);
});

test('a list without a name is called by where it came from', () => {
  expect(sourceWords({ kind: 'file', name: 'accounts.csv' })).toBe('accounts.csv');
  expect(sourceWords({ kind: 'selection' })).toBe('Selected people');
});

test('what is shown and selected is counted', () => {
  expect(shownWords({ total: 300, selected: 0, of: 300 })).toBe('300 shown');
  expect(shownWords({ total: 14, selected: 0, of: 300 })).toBe('14 of 300 shown');
  expect(shownWords({ total: 14, selected: 3, of: 300 })).toBe('3 selected');
});

test('asking says how far it is, how fast, how long still, and why it waits', () => {
  const asking = { asked: 120, total: 300, ratePerSecond: 25.4, secondsLeft: 7.2, why: null } as const;
  expect(askingWords({ ...asking, status: 'running' })).toBe('120 of 300 asked · 25 a second · 8 s left');
  expect(askingWords({ ...asking, status: 'paused' })).toBe('120 of 300 asked · paused');
  expect(askingWords({ ...asking, status: 'waiting' })).toBe('120 of 300 asked · waits for its turn');
  expect(askingWords({ ...asking, status: 'waiting', why: { kind: 'offline' } })).toBe(
    '120 of 300 asked · waits: the server cannot be reached',
  );
});

test('a part of a line says which', () => {
  expect(lineWords({ line: 1200, part: 0 })).toBe('1,200');
  expect(lineWords({ line: 12, part: 1 })).toBe('12 · 2');
});

test('of a long line that is shown which was found in it', () => {
  const log = '2026-11-30T08:07:07Z INFO session opened user=u-10001 ok';
  expect(givenWords({ given: log, foundAt: log.indexOf('u-10001') })).toBe('…user=u-10001 ok');
  expect(givenWords({ given: 'Ana <ana@x.example>', foundAt: 5 })).toBe('Ana <ana@x.example>');
  const json = `{"a":"${'b'.repeat(40)}","id":"u-1"}`;
  expect(givenWords({ given: json, foundAt: json.indexOf('u-1') })).toBe('…u-1"}');
});

test('a row without anybody says why', () => {
  const row = { answer: 'not-understood', why: 'name', failure: null, candidates: null } as const;
  const reason = (change: object) => reasonWords({ ...row, ...change } as Parameters<typeof reasonWords>[0]);
  expect(reason({})).toBe('A name, or other words');
  expect(reason({ candidates: { count: 12, first: [{ name: 'Ada Lee' }] } })).toBe('12 people are called so');
  expect(reason({ candidates: { count: 1, first: [{ name: 'Ada Lee' }] } })).toBe('Is it \u2068Ada Lee\u2069?');
  const nearest = { count: 2, first: [{ name: 'Ada Lee' }] };
  expect(reason({ candidates: nearest, isNearest: true })).toBe('Nobody is called so. Is it \u2068Ada Lee\u2069?');
  expect(reason({ answer: 'failed', failure: { kind: 'offline' } })).toBe('The server cannot be reached');
  expect(reason({ answer: 'nobody-known' })).toBeUndefined();
});

describe('beside the rows', () => {
  const check = { difference: null, notFetched: 0, notIndexed: 0, counts: counts({ 'nobody-known': 2 }) };
  const open = { peopleCount: 1200, canFetch: true, reachability: { state: 'online', since: 0, lookAgainAt: null } };
  type Given = Parameters<typeof factsOf>;
  const facts = (change: object, openChange: object = {}) =>
    factsOf({ ...check, ...change } as Given[0], { ...open, ...openChange } as Given[1], Date.UTC(2026, 11, 1, 12));

  test('nothing is said where there is nothing to know', () => {
    expect(facts({})).toEqual([]);
    expect(facts({ notFetched: 5, counts: counts({ active: 2 }) })).toEqual([]);
  });

  test('it is said who is not known yet, whose addresses are still read, and what is different', () => {
    const difference = { since: Date.UTC(2026, 10, 3, 12), newlyGone: 3, back: 1, changed: 4 };
    expect(facts({ difference, notFetched: 1, notIndexed: 40 })).toEqual([
      'Since the run of 3 Nov 2026: 3 newly gone, 1 back.',
      '1 person is not fetched yet: an address or number that nobody known has may be theirs.',
      'The addresses and numbers of 40 are still being read.',
    ]);
    expect(facts({ notFetched: 5 }, { peopleCount: 0 })).toEqual(['Nobody is known yet.']);
  });

  test('it is said why the server is not asked', () => {
    const offline = { ...open.reachability, state: 'offline' };
    expect(facts({}, { reachability: offline })).toEqual([
      'Answered from the local copy: the server cannot be reached.',
    ]);
    expect(facts({}, { reachability: offline, canFetch: false })).toEqual([
      'Answered from the local copy: to ask the server, the token is needed.',
    ]);
  });
});

describe('days of the calendar', () => {
  const at = (text: string) => new Date(text).getTime();
  test.each([
    ['2026-12-01T00:01', '2026-12-01T23:59', 'today'],
    ['2026-11-30T23:59', '2026-12-01T00:01', '1 day ago'],
    ['2026-08-27T12:00', '2026-12-01T00:00', '96 days ago'],
    ['2026-12-04T00:00', '2026-12-01T23:59', 'in 3 days'],
  ])('from %s to %s: %s', (then, now, words) => {
    expect(calendarDaysAgo(at(then), at(now))).toBe(words);
  });

  test('say nothing of what no calendar holds', () => {
    expect(calendarDaysAgo(Number.NaN, 0)).toBe('');
    expect(calendarDaysAgo(9e15, 0)).toBe('');
  });
});
