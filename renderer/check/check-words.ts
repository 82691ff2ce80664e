/** What is said of a check: its answers, heaps, counts and sources. Pure. */

import type { CheckAnswer, CheckGroup, CheckHeap, CheckLine } from '../../contract/check.ts';
import { heapOfAnswer } from '../../contract/check-heaps.ts';
import type { CheckCounts, CheckDifference, CheckSource } from '../../contract/check-overview.ts';
import { count } from '../words/locale.ts';

export const heapWords: { readonly [H in CheckHeap]: string } = {
  gone: 'Gone',
  inactive: 'Inactive',
  fine: 'Fine',
  review: 'To be looked at',
};

export const groupWords: { readonly [G in CheckGroup]: string } = {
  both: 'In both',
  'only-list': 'Only in the list',
  'only-here': 'Only here',
};

export const isGroup = (show: string | null): show is CheckGroup => show !== null && Object.hasOwn(groupWords, show);

export const whyWords: { readonly [W in NonNullable<CheckLine['why']>]: string } = {
  name: 'A name, or other words',
  'another-link': 'A link to something else',
  'another-form': 'Not of the form that ids have here',
  'no-id': 'No id, address, number or username',
  'too-long': 'Longer than can be read',
};

/** The answers of a heap, in the order in which they are offered. */
export function answersOf(heap: CheckHeap): readonly CheckAnswer[] {
  return (Object.keys(heapOfAnswer) as CheckAnswer[]).filter((answer) => heapOfAnswer[answer] === heap);
}

export function heapCount({ answers }: Pick<CheckCounts, 'answers'>, heap: CheckHeap): number {
  return answersOf(heap).reduce((sum, answer) => sum + (answers[answer] ?? 0), 0);
}

/** "300 rows: 12 gone, 4 inactive, 270 fine, 14 to be looked at; 3 empty, 5 repeated". */
export function countsWords(counts: CheckCounts): string {
  const { rows, empty, repeated } = counts;
  const heaps = (Object.keys(heapWords) as CheckHeap[]).map(
    (heap) => `${count(heapCount(counts, heap))} ${heapWords[heap].toLowerCase()}`,
  );
  const apart = [empty > 0 && `${count(empty)} empty`, repeated > 0 && `${count(repeated)} repeated`].filter(Boolean);
  const all = `${rowCount(rows)}: ${heaps.join(', ')}`;
  return apart.length === 0 ? all : `${all}; ${apart.join(', ')}`;
}

export function rowCount(rows: number): string {
  return rows === 1 ? '1 row' : `${count(rows)} rows`;
}

/** What a list without a name is called by. */
export function sourceWords(source: CheckSource): string {
  if (source.kind === 'file') return source.name + (source.sheet === undefined ? '' : sheetWords(source.sheet));
  return {
    pasted: 'Pasted list',
    clipboard: 'List from the clipboard',
    search: 'List from the search',
    selection: 'Selected people',
  }[source.kind];
}

/** Of a workbook: "list.xlsx, sheet July (others: June)". */
function sheetWords({ name, others }: NonNullable<Extract<CheckSource, { kind: 'file' }>['sheet']>): string {
  return `, sheet ${name}${others.length === 0 ? '' : ` (others: ${others.join(', ')})`}`;
}

/** "3 newly gone, 1 back, 2 otherwise changed"; "nothing changed". */
export function differenceWords({ newlyGone, back, changed }: CheckDifference): string {
  const others = Math.max(0, changed - newlyGone - back);
  const parts = [
    newlyGone > 0 && `${count(newlyGone)} newly gone`,
    back > 0 && `${count(back)} back`,
    others > 0 && `${count(others)} otherwise changed`,
  ].filter(Boolean);
  return parts.length === 0 ? 'nothing changed' : parts.join(', ');
}

/** "14 of 300 shown", "3 selected". */
export function shownWords({
  total,
  selected,
  of,
}: {
  readonly total: number;
  readonly selected: number;
  readonly of: number;
}): string {
  if (selected > 0) return `${count(selected)} selected`;
  return total === of ? `${count(total)} shown` : `${count(total)} of ${count(of)} shown`;
}
