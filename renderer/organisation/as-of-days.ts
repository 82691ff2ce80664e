/** Days of the past to choose from. A day is meant as it ends here, where Rolodesk runs. Pure but for the time zone. */
import { longDay } from '../time/relative-time.ts';

/** A day as a date field has it: "2026-03-03". */
export type Day = string;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

export function dayOf(at: number): Day {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Its last millisecond, since 1970-01-01T00:00Z; null: there is no such day. */
export function endOf(day: Day): number | null {
  const [, year, month, date] = form.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const end = new Date(year, month - 1, date + 1).getTime() - 1;
  return dayOf(end) === day ? end : null;
}

/** `since`: when the first claim was seen. Both in milliseconds since 1970-01-01T00:00Z. */
export type Known = { readonly since: number; readonly now: number };

/**
 * The moment that is meant by a day, or what is wrong with it. Null: today, which is now.
 */
export function readDay(
  day: Day,
  { since, now }: Known,
): { readonly asOf: number | null } | { readonly wrong: string } {
  const end = endOf(day);
  if (end === null) return { wrong: 'Give the day, the month and the year.' };
  if (end < since) return { wrong: `Rolodesk knows since ${longDay(since)}.` };
  if (day > dayOf(now)) return { wrong: 'That day is yet to come.' };
  return { asOf: day === dayOf(now) ? null : end };
}

export type QuickDay = { readonly name: string; readonly asOf: number };

/** Those of which anything is known. */
export function quickDays({ since, now }: Known): QuickDay[] {
  const today = new Date(now);
  const [year, month, date] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const lastOfMonth = new Date(year, month, 0).getDate();
  const days = [
    ['Yesterday', new Date(year, month, date - 1)],
    ['A week ago', new Date(year, month, date - 7)],
    // The 31st has none in a shorter month, but its last day.
    ['A month ago', new Date(year, month - 1, Math.min(date, lastOfMonth))],
  ] as const;
  return days.flatMap(([name, day]) => {
    const asOf = endOf(dayOf(day.getTime()));
    return asOf === null || asOf < since ? [] : [{ name, asOf }];
  });
}
