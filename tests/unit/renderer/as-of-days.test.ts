/** Which moment a day of the past means, and which days can be chosen. */
import { describe, expect, test } from 'vitest';
import { dayOf, endOf, quickDays, readDay } from '../../../renderer/organisation/as-of-days.ts';

const at = (year: number, month: number, date: number, hour = 12) => new Date(year, month - 1, date, hour).getTime();

describe('a day', () => {
  test('ends with its last millisecond here', () => {
    expect(endOf('2026-03-03')).toBe(at(2026, 3, 4, 0) - 1);
    expect(dayOf(at(2026, 3, 4, 0) - 1)).toBe('2026-03-03');
    expect(dayOf(at(2026, 3, 4, 0))).toBe('2026-03-04');
  });

  test('that is none, or is not whole, has no end', () => {
    for (const none of ['', '2026-02-30', '2026-13-01', '26-02-01', '2026-2-1', 'yesterday', '0000-00-00'])
      expect([none, endOf(none)]).toEqual([none, null]);
  });
});

describe('a day that was typed', () => {
  const known = { since: at(2026, 3, 3, 20), now: at(2026, 12, 1) };

  test.each([
    ['2026-03-03', { asOf: at(2026, 3, 4, 0) - 1 }],
    ['2026-11-30', { asOf: at(2026, 12, 1, 0) - 1 }],
    // Today is not over: it is now.
    ['2026-12-01', { asOf: null }],
    ['2026-03-02', { wrong: 'Rolodesk knows since 3 March 2026.' }],
    ['1999-01-01', { wrong: 'Rolodesk knows since 3 March 2026.' }],
    ['2026-12-02', { wrong: 'That day is yet to come.' }],
    ['', { wrong: 'Give the day, the month and the year.' }],
  ])('%s', (day, read) => {
    expect(readDay(day, known)).toEqual(read);
  });
});

describe('the days to choose from', () => {
  const days = (since: number, now: number) =>
    quickDays({ since, now }).map(({ name, asOf }) => `${name}: ${dayOf(asOf)}`);

  test('are those of which anything is known', () => {
    const now = at(2026, 12, 1);
    expect(days(at(2026, 12, 1, 8), now)).toEqual([]);
    expect(days(at(2026, 11, 30, 23), now)).toEqual(['Yesterday: 2026-11-30']);
    expect(days(at(2026, 11, 20), now)).toEqual(['Yesterday: 2026-11-30', 'A week ago: 2026-11-24']);
    expect(days(at(2026, 1, 1), now)).toContain('A month ago: 2026-11-01');
  });

  test('have the last day of a shorter month', () => {
    const monthBefore = (now: number) => days(0, now).at(-1);
    expect(monthBefore(at(2026, 3, 31))).toBe('A month ago: 2026-02-28');
    expect(monthBefore(at(2026, 1, 31))).toBe('A month ago: 2025-12-31');
  });
});
