/** How many people the table shows, in words. Pure. */
import type { PeopleWindow } from '../../contract/table.ts';
import { count } from '../time/locale.ts';

/** Chromium draws nothing beyond 33,554,431 pixels, and a row has 48. Whoever comes later is found by a filter. */
export const mostRows = 690_000;

/** "12 selected", "1,200 shown", "34 of 1,200 shown", or of more than there is room for, the first. */
export function shownWords({ selected, total, known }: Pick<PeopleWindow, 'selected' | 'total' | 'known'>): string {
  if (selected > 0) return `${count(selected)} selected`;
  if (total > mostRows) return `First ${count(mostRows)} of ${count(total)} shown: filter to see others`;
  return total === known ? `${count(total)} shown` : `${count(total)} of ${count(known)} shown`;
}
