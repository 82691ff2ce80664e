/** How many days of the calendar ago something was, where this computer is. Milliseconds since 1970 in, words out. Pure. */
import { dayMs } from '../../contract/day.ts';
import { count } from '../words/locale.ts';

/** "today", "1 day ago", "96 days ago"; "in 3 days". Empty for what no calendar holds. */
export function calendarDaysAgo(at: number, now: number): string {
  const days = dayNumber(now) - dayNumber(at);
  if (!Number.isFinite(days)) return '';
  if (days === 0) return 'today';
  const words = Math.abs(days) === 1 ? '1 day' : `${count(Math.abs(days))} days`;
  return days > 0 ? `${words} ago` : `in ${words}`;
}

/** Of the local day: one more each midnight, also where the clocks are changed. */
function dayNumber(at: number): number {
  const moment = new Date(at);
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / dayMs;
}
