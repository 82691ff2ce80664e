/** Where a row's person is by the clock, as the table draws it. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { TableRow } from '../../../contract/table.ts';
import { LocalTimeCell, ZoneCell } from '../../../renderer/people/zone-cells.tsx';
import { cardOf } from '../../renderer-double/people.ts';

// 14:05 of a day in winter. The tests run in UTC.
const now = vi.hoisted(() => Date.UTC(2026, 0, 15, 14, 5));
// The clock ticks in a browser alone.
vi.mock('../../../renderer/time/now.ts', () => ({ useNow: () => now }));
vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(0);

const row = (timeZone: TableRow['timeZone'], more: Partial<TableRow> = {}): TableRow => ({
  ...cardOf(1, { status: 'active' }),
  ...{ phone: null, manager: null, otherManagers: 0, createdAt: null, updatedAt: null, selected: false },
  timeZone,
  ...more,
});
const kolkata = { text: '+0530', zone: { kind: 'offset', minutes: 330 } } as const;
const berlin = {
  text: 'W. Europe Standard Time',
  zone: { kind: 'named', name: 'W. Europe Standard Time', zone: 'Europe/Berlin' },
} as const;

const drawn = (column: 'timeZone' | 'localTime', of: TableRow) => {
  const Cell = column === 'timeZone' ? ZoneCell : LocalTimeCell;
  const markup = renderToStaticMarkup(<Cell row={of} />);
  return { words: markup.replace(/<[^>]*>/g, ''), title: / title="([^"]*)"/.exec(markup)?.[1] ?? null };
};

describe('the local time', () => {
  test('is the clock there and how far it is from here; the tooltip says what is known of daylight saving', () => {
    expect(drawn('localTime', row(kolkata))).toEqual({
      words: '19:35, 5 h 30 ahead',
      title:
        '19:35, 5 h 30 ahead. +05:30 is a fixed offset: it has no daylight saving, so this may be an hour off for part of the year.',
    });
    expect(drawn('localTime', row(berlin))).toEqual({
      words: '15:05, 1 h ahead',
      title: '15:05, 1 h ahead. W. Europe Standard Time: daylight saving is counted in.',
    });
  });

  test.each<[string, TableRow]>([
    ['somebody deleted', row(kolkata, { status: 'deleted' })],
    ['somebody not found', row(kolkata, { status: 'not-found' })],
    ['an abbreviation', row({ text: 'IST', zone: { kind: 'abbreviation' } })],
    ['a zone that is not known', row({ text: 'Atlantis', zone: null })],
    ['somebody without a zone', row(null)],
  ])('is not told of %s', (_, of) => {
    expect(drawn('localTime', of)).toEqual({ words: '', title: null });
  });
});

test.each<[TableRow['timeZone'], string, string | null]>([
  [kolkata, '+05:30', '+05:30: no daylight saving known'],
  [berlin, 'W. Europe Standard Time', 'W. Europe Standard Time'],
  [{ text: 'IST', zone: { kind: 'abbreviation' } }, 'IST', 'IST: an abbreviation that several time zones share'],
  [{ text: 'Atlantis', zone: null }, 'Atlantis', 'Atlantis: not a time zone that is known'],
  [null, '', null],
])('the time zone %j is said as %j', (timeZone, words, title) => {
  expect(drawn('timeZone', row(timeZone))).toEqual({ words, title });
  // The record's own is there of somebody who is gone, too.
  expect(drawn('timeZone', row(timeZone, { status: 'deleted' }))).toEqual({ words, title });
});
