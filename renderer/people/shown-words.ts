/** How many people are known and how many of them the table shows, in words. Pure. */
import type { PeopleWindow } from '../../contract/table.ts';
import { count } from '../words/locale.ts';

/**
 * "1,200 shown", "34 of 1,200 shown", "12 selected", "3 selected, 2 more not shown"; where there is room for `limit` rows and more people than that, also
 * that these are the first of them.
 */
export function shownWords(
  {
    selected,
    selectedElsewhere,
    total,
    known,
  }: Pick<PeopleWindow, 'selected' | 'selectedElsewhere' | 'total' | 'known'>,
  limit: number,
): string {
  if (selected > 0) {
    return `${count(selected)} selected${selectedElsewhere === 0 ? '' : `, ${count(selectedElsewhere)} more not shown`}`;
  }
  const left = selectedElsewhere === 0 ? '' : `, ${count(selectedElsewhere)} selected not among them`;
  if (total > limit) return `The first ${count(limit)} of ${count(total)} shown: filter to see the others`;
  return `${count(total)}${total === known ? '' : ` of ${count(known)}`} shown${left}`;
}

/** "1,200 people"; "1,064 known so far" as long as further ones are named that were not fetched. */
export function knownWords(known: number, isWhole: boolean): string {
  if (!isWhole) return `${count(known)} known so far`;
  return known === 1 ? '1 person' : `${count(known)} people`;
}
