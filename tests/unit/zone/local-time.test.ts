import { describe, expect, it } from 'vitest';
import { localTimeText } from '../../../electron/export/local-time-text.ts';
import { localTimeAt, offsetAt } from '../../../electron/zone/local-time.ts';

const winter = Date.UTC(2026, 0, 15, 23, 30, 12);
const summer = Date.UTC(2026, 6, 15, 23, 30, 12);
const named = (zone: string) => ({ kind: 'named', name: zone, zone }) as const;

describe('what time it is in a zone', () => {
  it('is as far from UTC as the zone is at that moment', () => {
    expect(offsetAt({ kind: 'offset', minutes: -210 }, winter)).toBe(-210);
    expect(offsetAt(named('Europe/Berlin'), winter)).toBe(60);
    expect(offsetAt(named('Europe/Berlin'), summer)).toBe(120);
    expect(offsetAt(named('America/St_Johns'), winter)).toBe(-210);
    expect(offsetAt(named('UTC'), winter)).toBe(0);
    expect(offsetAt({ kind: 'abbreviation' }, winter)).toBeNull();
  });

  it('is written with that, so that it tells the moment', () => {
    const times = [
      named('Asia/Kolkata'),
      named('America/St_Johns'),
      named('UTC'),
      { kind: 'offset', minutes: 60 } as const,
    ];
    const written = times.map((zone) => localTimeAt(zone, winter) ?? '');
    expect(written).toEqual([
      '2026-01-16T05:00:12+05:30',
      '2026-01-15T20:00:12-03:30',
      '2026-01-15T23:30:12+00:00',
      '2026-01-16T00:30:12+01:00',
    ]);
    for (const text of written) expect(Date.parse(text)).toBe(winter);
  });

  it('cannot be told of an abbreviation, nor at a moment that no date can hold', () => {
    expect(localTimeAt({ kind: 'abbreviation' }, winter)).toBeNull();
    expect(localTimeAt(named('Asia/Kolkata'), 9e15)).toBeNull();
    expect(localTimeAt({ kind: 'offset', minutes: 60 }, 8.64e15)).toBeNull();
  });

  it('is said of nobody who is gone, and of nobody whose zone is not known', () => {
    expect(localTimeText('active', '+0530', winter)).toEqual({ verbatim: '2026-01-16T05:00:12+05:30' });
    expect(localTimeText('inactive', 'W. Europe Standard Time', summer)).toEqual({
      verbatim: '2026-07-16T01:30:12+02:00',
    });
    for (const status of ['deleted', 'not-found'] as const)
      expect(localTimeText(status, '+0530', winter)).toEqual({ verbatim: '' });
    for (const zone of [null, 'IST', 'Atlantis'])
      expect(localTimeText('active', zone, winter)).toEqual({ verbatim: '' });
  });
});
