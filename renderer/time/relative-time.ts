/** Moments as people say them, and in full for the tooltip. Milliseconds since 1970 in, words out. */
import { locale } from '../words/locale.ts';

const short = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
const long = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const wholeDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const birthday = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });

const minute = 60_000;
const hour = 60 * minute;
const days = 24 * hour;
/** The largest moment a date can hold. */
const limit = 8.64e15;

/** "just now", "2 min ago", "3 days ago", "in 5 min". What lies beyond every calendar is "at an unknown time". */
export function relativeTime(at: number, now: number): string {
  if (!isMoment(at)) return 'at an unknown time';
  const past = now - at;
  const distance = Math.abs(past);
  const sign = past >= 0 ? -1 : 1;
  const say = (form: Intl.RelativeTimeFormat, unit: Intl.RelativeTimeFormatUnit, length: number) =>
    form.format(sign * Math.max(1, Math.floor(distance / length)), unit);
  if (distance < 45_000) return 'just now';
  if (distance < hour) return say(short, 'minute', minute);
  if (distance < days) return sign < 0 ? `${Math.floor(distance / hour)} h ago` : `in ${Math.floor(distance / hour)} h`;
  if (distance < 45 * days) return say(long, 'day', days);
  if (distance < 365 * days) return say(long, 'month', 30.44 * days);
  return say(long, 'year', 365.25 * days);
}

/**
 * How old something is that this computer saw at `at`. What it saw cannot lie ahead: its clock was changed since, so
 * nothing can be said but the moment itself.
 */
export function ageWords(at: number, now: number): string {
  return isAhead(at, now) ? `${momentWords(at)} (the clock was changed since)` : relativeTime(at, now);
}

/** True for a moment that this computer cannot have seen yet. The "now" of a page may be a little late. */
export function isAhead(at: number, now: number): boolean {
  return at - now > minute;
}

/** "16 Sep 2021, 14:05". */
export function momentWords(at: number): string {
  return isMoment(at) ? moment.format(at) : 'at an unknown time';
}

/** How long something will take, rounded up: "4 s", "12 min", "1 h 20 min". */
export function spanWords(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds));
  if (whole < 100) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 || hours >= 10 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** How far a clock is off, in whole units: "7 min", "3 h", "2 days". */
export function clockOffWords(ms: number): string {
  const size = Math.abs(ms);
  if (size < hour) return `${Math.round(size / minute)} min`;
  if (size < 2 * days) return `${Math.round(size / hour)} h`;
  return `${Math.round(size / days)} days`;
}

/** "14:05", or where that was another day, "16 Sep 2021". For "offline since …". */
export function clockTime(at: number, now: number): string {
  if (!isMoment(at)) return 'unknown';
  return day.format(at) === day.format(now) ? time.format(at) : day.format(at);
}

/** "16 Sep 2021". */
export function calendarDay(at: number): string {
  return isMoment(at) ? day.format(at) : 'unknown date';
}

/** "16 September 2021". */
export function longDay(at: number): string {
  return isMoment(at) ? wholeDay.format(at) : 'an unknown day';
}

/** A birth date, which is midnight UTC and has no time of day: "3 May 1988". */
export function birthDate(at: number): string {
  return isMoment(at) ? birthday.format(at) : 'unknown date';
}

/** Everything there is to say about a moment, for a tooltip. */
export function fullTime(at: number): string {
  return isMoment(at) ? full.format(at) : String(at);
}

/** For `<time dateTime>`; undefined for what no date can hold. */
export function machineTime(at: number): string | undefined {
  return isMoment(at) ? new Date(at).toISOString() : undefined;
}

function isMoment(at: number): boolean {
  return Number.isFinite(at) && Math.abs(at) <= limit;
}
