/**
 * Reads times that come as milliseconds, seconds or ISO 8601, whichever the record as a whole uses. A time that would
 * have to be guessed, or that no user directory can hold, is listed as unread rather than shown wrong.
 */

import { dayMs } from '../../contract/day.ts';
import { isRecord, type JsonRecord, type Notes } from './read-notes.ts';
import { WrittenNumber } from './written-json.ts';

export type TimeUnit = 'milliseconds' | 'seconds';

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2201, 0, 1);
const earliestBirth = Date.UTC(1850, 0, 1);

const numeric = /^[+-]?\d{1,16}(?:\.\d{1,9})?$/;

/** A finite number, from a number or a numeric string; null for anything else. */
const asNumber = (value: unknown): number | null => {
  const number = value instanceof WrittenNumber ? value.value : value;
  if (typeof number === 'number') return Number.isFinite(number) ? number : null;
  if (typeof value !== 'string' || value.length > 40) return null;
  const text = value.trim();
  return numeric.test(text) ? Number(text) : null;
};

/**
 * The unit of a record's numeric times, told by those that record events: `createdAt`, `updatedAt` and `deletedAt` of
 * the user and of the e-mails. From 1990 to 2200 those are between 6e8 and 7.3e9 in seconds and between 6e11 and 7.3e12
 * in milliseconds, so each of them is a vote. Seconds, where more of them are seconds than milliseconds; else
 * milliseconds, the API's own unit. The few that disagree with their record come out as unread. `dob` has no vote:
 * 641520000 is May 1990 in seconds and January 1970 in milliseconds, and only the record's other times tell which.
 */
export const timeUnitOf = (record: JsonRecord): TimeUnit => {
  let lead = 0;
  const vote = (value: unknown) => {
    const number = asNumber(value);
    if (number === null) return;
    if (number >= earliest && number < latest) lead -= 1;
    else if (number >= earliest / 1000 && number < latest / 1000) lead += 1;
  };
  const voteOf = (part: unknown) => {
    if (!isRecord(part)) return;
    vote(part.createdAt);
    vote(part.updatedAt);
    vote(part.deletedAt);
  };
  voteOf(record);
  voteOf(record.primaryEmail);
  if (Array.isArray(record.emails)) for (const email of record.emails) voteOf(email);
  return lead > 0 ? 'seconds' : 'milliseconds';
};

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:[Zz]|UTC|([+-])(\d\d):?(\d\d)?)?)?$/;

type IsoTime = {
  /** The instant. A time without an offset is read as UTC. */
  readonly at: number;
  /** Midnight UTC of the calendar day as written, whatever the offset. */
  readonly day: number;
  readonly isDateOnly: boolean;
};

/** Reads ISO 8601 with `Z`, `+05:30`, `+0530`, `+05` or no offset; null for anything else and for days that do not exist. */
const asIso = (text: string): IsoTime | null => {
  const match = text.length > 60 ? null : iso.exec(text.trim());
  if (match === null) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, date] = [part(1), part(2), part(3)];
  const day = Date.UTC(year, month - 1, date);
  // A day that does not exist lands in another month; a year below 100 in another century.
  if (year < 100 || new Date(day).getUTCMonth() !== month - 1) return null;
  const [hours, minutes, seconds] = [part(4), part(5), part(6)];
  // 60 is a leap second.
  if (hours > 24 || minutes > 59 || seconds > 60 || part(9) > 18 || part(10) > 59) return null;
  const fraction = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (match[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10)) * 60_000;
  const at = day + ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction - offset;
  return { at, day, isDateOnly: match[4] === undefined };
};

const isNotSet = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === 0 ||
  (typeof value === 'string' && /^(?:\s*|\s*0\s*)$/.test(value)) ||
  (value instanceof WrittenNumber && value.value === 0);

/** When something happened, in whole milliseconds since 1970 UTC; null where not set (null, "", 0) or unread. */
export const readTime = (value: unknown, unit: TimeUnit, field: string, notes: Notes): number | null => {
  if (isNotSet(value)) return null;
  const number = asNumber(value);
  const isoTime = number === null && typeof value === 'string' ? asIso(value) : null;
  // v2 writes out a time that was 0.
  if (isoTime?.at === 0) return null;
  const at = number === null ? isoTime?.at : Math.round(unit === 'seconds' ? number * 1000 : number);
  if (at !== undefined && at >= earliest && at < latest) return at;
  notes.cannotRead(field, number === null ? 'a time' : `a time in ${unit}, from 1990 to 2200`, value);
  return null;
};

const offsetText = /^\s*([+-])(\d\d):?(\d\d)\s*$/;

const offsetMsOf = (timezone: unknown): number => {
  if (typeof timezone !== 'string' || timezone.length > 20) return 0;
  const match = offsetText.exec(timezone);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
};

/** The calendar day of an instant: the one it is midnight of, in UTC or else in the user's zone; else the day in UTC. */
const dayOf = (at: number, timezone: unknown): number => {
  const day = Math.floor(at / dayMs) * dayMs;
  if (day === at) return day;
  const local = at + offsetMsOf(timezone);
  return local % dayMs === 0 ? local : day;
};

const basicDate = /^\s*(\d{4})(\d\d)(\d\d)\s*$/;

/**
 * A birth date as midnight UTC; null where not set or unread. Numbers follow the record's unit and may be negative
 * (before 1970). `timezone` is the user's, since a birthday kept as local midnight is on another day in UTC.
 */
export const readBirthDate = (value: unknown, unit: TimeUnit, timezone: unknown, notes: Notes): number | null => {
  if (isNotSet(value)) return null;
  const day = birthDay(value, unit, timezone);
  if (day === 'not-set') return null;
  if (day !== null && day >= earliestBirth && day < latest) return day;
  notes.cannotRead('dob', 'a date from 1850 on', value);
  return null;
};

function birthDay(value: unknown, unit: TimeUnit, timezone: unknown): number | 'not-set' | null {
  if (typeof value === 'string') {
    const basic = basicDate.exec(value);
    const date = asIso(basic === null ? value : `${basic[1]}-${basic[2]}-${basic[3]}`);
    if (date !== null) return date.at === 0 && !date.isDateOnly ? 'not-set' : date.day;
  }
  const number = asNumber(value);
  if (number === null) return null;
  return dayOf(Math.round(unit === 'seconds' ? number * 1000 : number), timezone);
}
