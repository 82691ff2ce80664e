import { describe, expect, test } from 'vitest';
import {
  ageWords,
  birthDate,
  clockOffWords,
  clockTime,
  fullTime,
  machineTime,
  relativeTime,
  spanWords,
} from '../../../renderer/time/relative-time.ts';
import { differenceWords, offsetMinutes, timeThere, timeZoneName } from '../../../renderer/time/time-zone.ts';

const winter = Date.UTC(2026, 0, 15, 10, 35);
const summer = Date.UTC(2026, 6, 15, 10, 35);

describe('the time in a zone', () => {
  const berlin = { kind: 'named', name: 'W. Europe Standard Time', zone: 'Europe/Berlin' } as const;

  test('a name has daylight saving, an offset has not', () => {
    const fixed = { kind: 'offset', minutes: 60 } as const;
    expect([offsetMinutes(berlin, winter), offsetMinutes(berlin, summer)]).toEqual([60, 120]);
    expect([offsetMinutes(fixed, winter), offsetMinutes(fixed, summer)]).toEqual([60, 60]);
  });

  test('a name’s offset holds for moments with seconds and for half hours', () => {
    const kathmandu = { kind: 'named', name: 'Asia/Kathmandu', zone: 'Asia/Kathmandu' } as const;
    expect(offsetMinutes(kathmandu, winter + 59_999)).toBe(345);
  });

  test('tells the clock there and how far it is from here', () => {
    const there = timeThere({ kind: 'offset', minutes: 330 }, winter, 120);
    expect(there).toEqual({ clock: '16:05', aheadMinutes: 210, aheadDays: 0 });
    expect(differenceWords(there)).toBe('3 h 30 ahead');
  });

  test.each([
    [0, 0, 'same time as here'],
    [180, 0, '3 h ahead'],
    [-45, 0, '45 min behind'],
    [-605, 0, '10 h 05 behind'],
    [840, 1, '14 h ahead, tomorrow'],
    [-600, -1, '10 h behind, yesterday'],
  ])('says %i minutes and %i days as “%s”', (aheadMinutes, aheadDays, words) => {
    expect(differenceWords({ clock: '00:00', aheadMinutes, aheadDays })).toBe(words);
  });

  test('names another date there', () => {
    const late = Date.UTC(2026, 0, 15, 23, 30);
    expect(timeThere({ kind: 'offset', minutes: 60 }, late, 0)).toMatchObject({ clock: '00:30', aheadDays: 1 });
    expect(timeThere({ kind: 'offset', minutes: -60 }, Date.UTC(2026, 0, 15), 0)).toMatchObject({ aheadDays: -1 });
  });

  test.each([
    [{ kind: 'offset', minutes: 120 }, '+02:00'],
    [{ kind: 'offset', minutes: -210 }, '\u221203:30'],
    [{ kind: 'offset', minutes: 0 }, 'UTC'],
    [berlin, 'W. Europe Standard Time'],
    [{ kind: 'named', name: 'Europe/Kyiv', zone: 'Europe/Kyiv' }, 'Europe/Kyiv'],
  ] as const)('%j is called %s', (zone, name) => {
    expect(timeZoneName(zone)).toBe(name);
  });
});

describe('moments in words', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  const second = 1000;
  const hour = 3600 * second;
  const day = 24 * hour;
  test.each([
    [0, 'just now'],
    [44 * second, 'just now'],
    [50 * second, '1 min ago'],
    [2 * 60 * second, '2 min ago'],
    [59 * 60 * second, '59 min ago'],
    [hour, '1 h ago'],
    [23 * hour, '23 h ago'],
    [day, '1 day ago'],
    [6 * day, '6 days ago'],
    [61 * day, '2 months ago'],
    [400 * day, '1 year ago'],
    [-5 * 60 * second, 'in 5 min'],
    [-3 * hour, 'in 3 h'],
  ])('%i ms in the past is “%s”', (past, words) => {
    expect(relativeTime(now - past, now)).toBe(words);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1])('survives %d, which no calendar holds', (at) => {
    expect(relativeTime(at, now)).toBe('at an unknown time');
    expect(machineTime(at)).toBeUndefined();
    expect(fullTime(at)).toBe(String(at));
    expect(birthDate(at)).toBe('unknown date');
    expect(clockTime(at, now)).toBe('unknown');
  });

  test('a birth date is the same day wherever it is read', () => {
    expect(birthDate(Date.UTC(1988, 4, 3))).toBe('3 May 1988');
  });
});

describe('ages', () => {
  const now = Date.UTC(2026, 0, 15, 10, 35);

  test('tells how far a clock is off, either way', () => {
    const hour = 3_600_000;
    expect([6 * 60_000, -3 * hour, 24 * hour, -400 * 24 * hour].map(clockOffWords)).toEqual([
      '6 min',
      '3 h',
      '24 h',
      '400 days',
    ]);
  });

  test('are as old as they are, and a page whose clock is a little late says "just now"', () => {
    expect(ageWords(now - 3 * 86_400_000, now)).toBe('3 days ago');
    expect(ageWords(now + 15_000, now)).toBe('just now');
  });

  test('of what lies ahead are the moment itself: the clock was changed', () => {
    const words = ageWords(now + 3 * 86_400_000, now);
    expect(words).toMatch(/^18 Jan 2026, \d\d:\d\d \(the clock was changed since\)$/);
    expect(words).not.toMatch(/in 3 days|just now|ago/);
    expect(ageWords(8.64e15 + 1, now)).toBe('at an unknown time (the clock was changed since)');
  });
});

describe('how long something takes', () => {
  test.each([
    [0, '1 s'],
    [4.2, '5 s'],
    [83, '83 s'],
    [100, '2 min'],
    [3541, '1 h'],
    [4800, '1 h 20 min'],
    [360_000, '100 h'],
  ])('%f seconds', (seconds, words) => {
    expect(spanWords(seconds)).toBe(words);
  });
});
