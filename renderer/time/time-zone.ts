/**
 * What time it is in a person's time zone. An offset knows nothing of daylight saving, so what is computed from one may
 * be an hour off for part of the year.
 */

import { dayMs } from '../../contract/day.ts';
import type { ZoneReading } from '../../contract/reach.ts';
import { locale } from '../words/locale.ts';

/** A time zone in which the time can be told. */
export type KnownZone = Exclude<ZoneReading, { kind: 'abbreviation' }>;

/** The clock there, and how far it is from here. */
export type TimeThere = {
  /** "14:05". */
  readonly clock: string;
  /** Minutes that the clock there is ahead of the one here; negative: behind. */
  readonly aheadMinutes: number;
  /** Calendar days that the date there is ahead of the one here: -1, 0 or 1. */
  readonly aheadDays: number;
};

/** Minutes east of UTC at a moment. */
export function offsetMinutes(zone: KnownZone, at: number): number {
  if (zone.kind === 'offset') return zone.minutes;
  const parts = formatOf(zone.zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((there - Math.floor(at / 1000) * 1000) / 60_000);
}

/** Making one takes a hundred times as long as asking it, and the rows of a table share a few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const before = formats.get(timeZone);
  if (before !== undefined) return before;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

/** `now`: milliseconds since 1970-01-01T00:00Z. */
export function timeThereFromHere(zone: KnownZone, now: number): TimeThere {
  return timeThere(zone, now, -new Date(now).getTimezoneOffset());
}

/** `hereMinutes`: minutes east of UTC of the clock here at that moment. */
export function timeThere(zone: KnownZone, now: number, hereMinutes: number): TimeThere {
  const thereMinutes = offsetMinutes(zone, now);
  const shifted = new Date(now + thereMinutes * 60_000);
  const dayNumber = (minutes: number) => Math.floor((now + minutes * 60_000) / dayMs);
  return {
    clock: `${twoDigits(shifted.getUTCHours())}:${twoDigits(shifted.getUTCMinutes())}`,
    aheadMinutes: thereMinutes - hereMinutes,
    aheadDays: dayNumber(thereMinutes) - dayNumber(hereMinutes),
  };
}

/** "3 h 30 ahead", "45 min behind", "same time as here"; another date is named. */
export function differenceWords({ aheadMinutes, aheadDays }: TimeThere): string {
  if (aheadMinutes === 0) return 'same time as here';
  const size = Math.abs(aheadMinutes);
  const hours = Math.floor(size / 60);
  const minutes = size % 60;
  const amount = hours === 0 ? `${minutes} min` : minutes === 0 ? `${hours} h` : `${hours} h ${twoDigits(minutes)}`;
  const date = aheadDays > 0 ? ', tomorrow' : aheadDays < 0 ? ', yesterday' : '';
  return `${amount} ${aheadMinutes > 0 ? 'ahead' : 'behind'}${date}`;
}

/** What is known of daylight saving where a time is told. */
export function daylightWords(zone: KnownZone): string {
  return zone.kind === 'offset'
    ? `${timeZoneName(zone)} is a fixed offset: it has no daylight saving, so this may be an hour off for part of the year.`
    : `${timeZoneName(zone)}: daylight saving is counted in.`;
}

/** What stands beside a time zone; null: nothing. `zone` null: it is not known. */
export function zoneRemark(zone: ZoneReading | null): string | null {
  if (zone === null) return 'not a time zone that is known';
  if (zone.kind === 'abbreviation') return 'an abbreviation that several time zones share';
  return zone.kind === 'offset' ? 'no daylight saving known' : null;
}

/** Whether the time in it can be told. */
export function isKnownZone(zone: ZoneReading | null): zone is KnownZone {
  return zone !== null && zone.kind !== 'abbreviation';
}

/** "+02:00", "UTC": one spelling, whatever came; of a zone that has a name, the record's own. */
export function timeZoneName(zone: KnownZone): string {
  if (zone.kind === 'named') return zone.name;
  if (zone.minutes === 0) return 'UTC';
  const size = Math.abs(zone.minutes);
  return `${zone.minutes < 0 ? '\u2212' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
