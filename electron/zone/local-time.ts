/** What time it is in a time zone, at a moment in milliseconds since 1970-01-01T00:00Z. */
import type { ZoneReading } from '../../contract/reach.ts';

/** Making one takes a hundred times as long as asking it, and people share a few zones. */
const kept = new Map<string, Intl.DateTimeFormat>();
const mostKept = 1000;

/** Minutes east of UTC; null where the time zone is an abbreviation, and for a moment that no date can hold. */
export function offsetAt(reading: ZoneReading, at: number): number | null {
  if (reading.kind === 'offset') return reading.minutes;
  return reading.kind === 'named' ? zoneOffsetAt(reading.zone, at) : null;
}

/** The same of an IANA name that `Intl` takes. */
export function zoneOffsetAt(zone: string, at: number): number | null {
  if (Number.isNaN(new Date(at).getTime())) return null;
  const shown = formatOf(zone).formatToParts(at);
  const told = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(shown.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  if (told === null) return null;
  const [, sign, hours = '0', rest = '0'] = told;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest));
}

/** The clock there, with how far it is from UTC: "2026-12-01T19:35:12+05:30". Null where that cannot be told. */
export function localTimeAt(reading: ZoneReading, at: number): string | null {
  const minutes = offsetAt(reading, at);
  const there = minutes === null ? null : new Date(at + minutes * 60_000);
  if (minutes === null || there === null || Number.isNaN(there.getTime())) return null;
  const size = Math.abs(minutes);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return there.toISOString().replace(/\.\d{3}Z$/, offset);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const before = kept.get(timeZone);
  if (before !== undefined) return before;
  const made = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  if (kept.size < mostKept) kept.set(timeZone, made);
  return made;
}
