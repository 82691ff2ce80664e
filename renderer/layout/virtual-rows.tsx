/** A long list in the page's own scroller, of which only what is in view is drawn. Says to screen readers how long it is. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useScroller } from './scroller.tsx';
import { useTypedRows } from './use-typed-rows.ts';
import classes from './virtual-rows.module.css';

type VirtualRowsProps = {
  readonly label: string;
  readonly count: number;
  /** In pixels; every row is as high. */
  readonly rowHeight: number;
  readonly row: (index: number) => ReactNode;
  /** What letters that are typed are compared with; null: the row has no name, or is on its way. */
  readonly nameAt: (index: number) => string | null;
  /** What tells a row from others wherever it stands: it is then moved where others come before it, not made another. */
  readonly keyAt?: (index: number) => string;
  readonly onView?: (first: number, last: number) => void;
  /** Below this many rows all are drawn: a page can then be searched and printed whole. */
  readonly drawAllUpTo?: number;
};

export function VirtualRows({
  label,
  count,
  rowHeight,
  row,
  nameAt,
  keyAt,
  onView,
  drawAllUpTo = 50,
}: VirtualRowsProps) {
  const scroller = useScroller();
  const place = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);

  // What stands above the list may have grown or shrunk: measured after each drawing, set only when it differs.
  useLayoutEffect(() => {
    if (place.current === null || scroller.current === null) return;
    const above = place.current.getBoundingClientRect().top - scroller.current.getBoundingClientRect().top;
    const next = Math.round(above + scroller.current.scrollTop);
    if (next !== margin) setMargin(next);
  });

  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: count <= drawAllUpTo ? count : 8,
    scrollMargin: margin,
    // Where the page is scrolled to already: it would be scrolled to its top.
    initialOffset: () => scroller.current?.scrollTop ?? 0,
    ...(keyAt === undefined ? {} : { getItemKey: keyAt }),
  });
  // Heights that were taken for others before are forgotten.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where rows become higher or lower, and only then
  useLayoutEffect(() => rows.measure(), [rowHeight]);
  const onKeyDown = useTypedRows({ list: place, count, nameAt, reveal: (index) => rows.scrollToIndex(index) });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onView?.(first, last), [onView, first, last]);

  return (
    <ul
      ref={place}
      tabIndex={-1}
      className={classes.rows}
      aria-label={label}
      style={{ height: rows.getTotalSize() }}
      onKeyDown={onKeyDown}
    >
      {items.map(({ index, key, start }) => (
        <li
          key={key}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ height: rowHeight, transform: `translateY(${start - margin}px)` }}
        >
          {row(index)}
        </li>
      ))}
    </ul>
  );
}
