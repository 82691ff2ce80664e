/** Which rows of a grid are drawn: those in view and some around them, or all where they are few. */
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useRowLimit } from '../layout/row-limit.ts';
import { headHeight, rowHeight } from './row-height.ts';
import { useReusedRows } from './use-reused-rows.ts';

/** Drawn above and below: what a flick of the wheel reaches before the next frame. */
const overscan = 6;
/** Up to here all rows are drawn: the page can then be searched and printed whole. */
const drawAllUpTo = 40;

export type GridRows = {
  readonly items: readonly VirtualItem[];
  /** Of the element that shows the row. */
  readonly keyAt: (place: number) => number;
  /** The first and the last that are drawn. */
  readonly first: number;
  readonly last: number;
  /** The first and the last that are seen; the last is before the first where there is none. */
  readonly seen: { readonly first: number; readonly last: number };
  /** So many rows can be drawn. */
  readonly limit: number;
  /** Of all rows, in pixels. */
  readonly height: number;
  /** How many rows a page of the keyboard moves by. */
  readonly page: () => number;
  /** Scrolls until the row is seen. */
  readonly reveal: (place: number) => void;
};

/** `total`: of the rows, drawn or not. */
export function useGridRows(scroller: RefObject<HTMLElement | null>, total: number): GridRows {
  const limit = useRowLimit(rowHeight);
  const rows = useVirtualizer({
    count: Math.min(total, limit),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: total <= drawAllUpTo ? total : overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const shift = useReusedRows(first, last);
  const { startIndex = 0, endIndex = -1 } = rows.range ?? {};
  return {
    items,
    keyAt: (place) => place - shift,
    first,
    last,
    seen: { first: startIndex, last: endIndex },
    limit,
    height: rows.getTotalSize(),
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
    reveal: (place) => rows.scrollToIndex(place),
  };
}
