/** What is selected in the parts of the table that the page holds, ahead of the main process's own answer. Pure. */
import type { UserId } from '../../contract/ids.ts';
import type { TableRow } from '../../contract/table.ts';
import { type RowWindow, type RowWindows, windowSize } from './row-windows.ts';

export type TableWindows = RowWindows<TableRow>;

/** No snapshot has this number: a window of it is shown until the one asked for instead is there. */
const outdated = 0;

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
  const next = new Map<number, RowWindow<TableRow>>();
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
  const next = new Map<number, RowWindow<TableRow>>();
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
