/**
 * A person's time zone as the API gives it: an offset such as `+0530` or `+05:30`, `Z`, or an IANA name. An offset
 * knows nothing of daylight saving, so what is computed from one may be an hour off for part of the year.
 */
import { locale } from './locale.ts';

export type TimeZone =
  | { readonly kind: 'offset'; readonly minutes: number }
  | { readonly kind: 'named'; readonly name: string };

/** The clock there, and how far it is from here. */
export type TimeThere = {
  /** "14:05". */
  readonly clock: string;
  /** Minutes that the clock there is ahead of the one here; negative: behind. */
  readonly aheadMinutes: number;
  /** Calendar days that the date there is ahead of the one here: -1, 0 or 1. */
  readonly aheadDays: number;
};

/** With a colon, four digits, or hours alone: three digits could be read in two ways. */
const offset = /^(?:utc|gmt)?\s*([+\-\u2212])(?:(\d{1,2}):(\d{2})|(\d{2})(\d{2})|(\d{1,2}))$/i;
const farthestMinutes = 14 * 60;

/** Null for what is no time zone. */
export function parseTimeZone(text: string): TimeZone | null {
  const trimmed = text.trim();
  if (/^z$/i.test(trimmed)) return { kind: 'offset', minutes: 0 };
  const match = offset.exec(trimmed);
  if (match !== null) {
    const [, sign, longHours, longMinutes, fourHours, fourMinutes, bareHours] = match;
    const minutes = Number(longMinutes ?? fourMinutes ?? 0);
    const size = Number(longHours ?? fourHours ?? bareHours) * 60 + minutes;
    if (size > farthestMinutes || minutes > 59) return null;
    return { kind: 'offset', minutes: size === 0 ? 0 : sign === '+' ? size : -size };
  }
  // Intl also takes bare offsets; what is left here has to be a name.
  if (!/^[A-Za-z]/.test(trimmed)) return null;
  try {
    return { kind: 'named', name: new Intl.DateTimeFormat(locale, { timeZone: trimmed }).resolvedOptions().timeZone };
  } catch {
    return null;
  }
}

/** Minutes east of UTC at a moment. */
export function offsetMinutes(zone: TimeZone, at: number): number {
  if (zone.kind === 'offset') return zone.minutes;
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone.name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((there - Math.floor(at / 1000) * 1000) / 60_000);
}

/** `hereMinutes`: minutes east of UTC of the clock here at that moment. */
export function timeThere(zone: TimeZone, now: number, hereMinutes: number): TimeThere {
  const thereMinutes = offsetMinutes(zone, now);
  const shifted = new Date(now + thereMinutes * 60_000);
  const dayNumber = (minutes: number) => Math.floor((now + minutes * 60_000) / 86_400_000);
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

/** "+02:00", "UTC", "Asia/Kolkata": one spelling, whatever came. */
export function timeZoneName(zone: TimeZone): string {
  if (zone.kind === 'named') return zone.name;
  if (zone.minutes === 0) return 'UTC';
  const size = Math.abs(zone.minutes);
  return `${zone.minutes < 0 ? '\u2212' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
