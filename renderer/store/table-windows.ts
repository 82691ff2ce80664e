/** The parts of a snapshot that the page holds, and which it needs next. Pure. */

import { mostRows } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PeopleWindow, TableRow } from '../../contract/table.ts';

/** Rows `n * windowSize` and on, as a snapshot had them. */
export type TableWindow = { readonly snapshot: number; readonly rows: readonly TableRow[] };
export type TableWindows = ReadonlyMap<number, TableWindow>;

/** Places in view, both included. */
export type InView = { readonly first: number; readonly last: number };

export const windowSize = 100;
/** No snapshot has this number: a window of it is shown until the one asked for instead is there. */
const outdated = 0;
/** Windows on each side of what is in view that are fetched before they are needed. */
const ahead = 2;
/** Windows kept on each side: what was just left is there at once when one turns back. */
const keptAround = 8;

export const windowOf = (place: number): number => Math.floor(place / windowSize);

export function rowAt(windows: TableWindows, place: number): TableRow | undefined {
  return windows.get(windowOf(place))?.rows[place % windowSize];
}

/** What to ask for next; null: nothing is missing. What is in view goes first, all of it in one answer if it fits. */
export function nextAsk(
  windows: TableWindows,
  { first, last }: InView,
  { snapshot, total }: { readonly snapshot: number; readonly total: number },
): { readonly offset: number; readonly limit: number } | null {
  if (total === 0) return null;
  const end = windowOf(total - 1);
  const from = Math.min(windowOf(first), end);
  const to = Math.min(windowOf(last), end);
  const isMissing = (window: number) => window >= 0 && window <= end && windows.get(window)?.snapshot !== snapshot;
  const seen = Array.from({ length: to - from + 1 }, (_, nth) => from + nth).filter(isMissing);
  if (seen[0] !== undefined) return spanning(seen[0], seen.at(-1) ?? seen[0]);
  for (let distance = 1; distance <= ahead; distance += 1) {
    for (const window of [to + distance, from - distance]) if (isMissing(window)) return spanning(window, window);
  }
  return null;
}

/** What to ask for to have everything in view from one snapshot. */
export function viewAsk({ first, last }: InView): { readonly offset: number; readonly limit: number } {
  return spanning(windowOf(first), windowOf(last));
}

function spanning(from: number, to: number): { readonly offset: number; readonly limit: number } {
  return { offset: from * windowSize, limit: Math.min(mostRows, (to - from + 1) * windowSize) };
}

/** With the rows of an answer, and without what is far from view. Windows of older snapshots stay until replaced. */
export function withAnswer(
  windows: TableWindows,
  answer: Pick<PeopleWindow, 'snapshot' | 'offset' | 'rows' | 'total'>,
  inView: InView,
): TableWindows {
  const { snapshot, offset, rows, total } = answer;
  const next = new Map<number, TableWindow>();
  const end = windowOf(Math.max(0, total - 1));
  for (const [window, kept] of windows) {
    if (window > end || window < windowOf(inView.first) - keptAround || window > windowOf(inView.last) + keptAround)
      continue;
    next.set(window, kept);
  }
  // Also one without rows, or it would be asked for again and again.
  for (let from = 0; from === 0 || from < rows.length; from += windowSize) {
    next.set(windowOf(offset + from), { snapshot, rows: rows.slice(from, from + windowSize) });
  }
  return next;
}

/** Places `[from, to)`. */
export type Places = { readonly from: number; readonly to: number };

/** With the places `[from, to)` selected or not, ahead of the main process's own answer. */
export function withSelected(windows: TableWindows, from: number, to: number, selected: boolean): TableWindows {
  return marked(windows, { from, to }, () => selected);
}

/**
 * With a range that covered `before` and now covers `now`: who is no longer in it is as before, that is selected if
 * among `kept`. Who was not held when it began cannot be told so, which is why windows that it leaves are asked for again.
 */
export function withRange(
  windows: TableWindows,
  { before, now, kept }: { readonly before: Places; readonly now: Places; readonly kept: ReadonlySet<UserId> },
): TableWindows {
  const isIn = (place: number, { from, to }: Places) => place >= from && place < to;
  const left = marked(windows, before, (row, place) => isIn(place, now) || kept.has(row.id));
  const next = new Map<number, TableWindow>();
  for (const [window, { snapshot, rows }] of left) {
    const start = window * windowSize;
    const isLeft = rows.some((_, nth) => isIn(start + nth, before) && !isIn(start + nth, now));
    next.set(window, { snapshot: isLeft ? outdated : snapshot, rows });
  }
  return marked(next, now, () => true);
}

function marked(
  windows: TableWindows,
  { from, to }: Places,
  selectedOf: (row: TableRow, place: number) => boolean,
): TableWindows {
  const next = new Map<number, TableWindow>();
  for (const [window, { snapshot, rows }] of windows) {
    const start = window * windowSize;
    const isTouched = from < start + rows.length && to > start;
    const mark = (row: TableRow, nth: number) => {
      const place = start + nth;
      if (place < from || place >= to) return row;
      const selected = selectedOf(row, place);
      return row.selected === selected ? row : { ...row, selected };
    };
    next.set(window, { snapshot, rows: isTouched ? rows.map(mark) : rows });
  }
  return next;
}

/** Who is selected, of those held. */
export function selectedIn(windows: TableWindows): Set<UserId> {
  const rows = [...windows.values()].flatMap((window) => window.rows);
  return new Set(rows.filter(({ selected }) => selected).map(({ id }) => id));
}

/** From the one place to the other, both included, whichever comes first. */
export function between(one: number, other: number): Places {
  return { from: Math.min(one, other), to: Math.max(one, other) + 1 };
}

/** A place that may lie beyond the end by now. */
export function inside(place: number | null, total: number): number | null {
  return place === null || total === 0 ? null : Math.min(place, total - 1);
}
