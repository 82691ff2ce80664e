/** The parts of a long list that the page holds, each as one snapshot had it, and which it needs next. Pure. */
import { mostRows } from '../../contract/bounds.ts';

/** Rows `n * windowSize` and on, as a snapshot had them. */
export type RowWindow<Row> = { readonly snapshot: number; readonly rows: readonly Row[] };
export type RowWindows<Row> = ReadonlyMap<number, RowWindow<Row>>;

/** Places in view, both included. */
export type InView = { readonly first: number; readonly last: number };

export const windowSize = 100;
/** Windows on each side of what is in view that are fetched before they are needed. */
const ahead = 2;
/** Windows kept on each side: what was just left is there at once when one turns back. */
const keptAround = 8;

export const windowOf = (place: number): number => Math.floor(place / windowSize);

export function rowAt<Row>(windows: RowWindows<Row>, place: number): Row | undefined {
  return windows.get(windowOf(place))?.rows[place % windowSize];
}

/** What to ask for next; null: nothing is missing. What is in view goes first, all of it in one answer if it fits. */
export function nextAsk(
  windows: RowWindows<unknown>,
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
export function withAnswer<Row>(
  windows: RowWindows<Row>,
  answer: RowWindow<Row> & { readonly offset: number; readonly total: number },
  inView: InView,
): RowWindows<Row> {
  const { snapshot, offset, rows, total } = answer;
  const next = new Map<number, RowWindow<Row>>();
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

/** A place that may lie beyond the end by now. */
export function inside(place: number | null, total: number): number | null {
  return place === null || total === 0 ? null : Math.min(place, total - 1);
}
