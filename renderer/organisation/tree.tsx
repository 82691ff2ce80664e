// biome-ignore-all lint/a11y/useSemanticElements: rows one after the other, each with its level: of a tree a window at a time is drawn
/**
 * The tree of everybody by manager, of which only what is in view is drawn, and the active row, wherever that is. It is one
 * stop of Tab; the keys act on the active row.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useRowLimit } from '../layout/row-limit.ts';
import { rowAt } from '../store/row-windows.ts';
import { rowHeight } from './row-height.ts';
import classes from './tree.module.css';
import { TreeRow } from './tree-row.tsx';
import { organisation, useOrganisation } from './use-organisation.ts';
import { type TreeActs, useTreeClicks } from './use-tree-clicks.ts';
import { useTreeKeys } from './use-tree-keys.ts';

type TreeProps = { readonly scroller: RefObject<HTMLDivElement | null>; readonly acts: TreeActs };

/** Drawn above and below: what a flick of the wheel reaches before the next frame. */
const overscan = 8;
/** Lines that keep the place of people until it is known how many there are. */
const expected = 14;

export function Tree({ scroller, acts }: TreeProps) {
  const shown = useOrganisation((state) => state.shown);
  const windows = useOrganisation((state) => state.windows);
  const active = useOrganisation((state) => state.active);
  const lookAt = useOrganisation((state) => state.lookAt);
  const id = useId();
  const limit = useRowLimit(rowHeight);
  const total = shown?.total ?? expected;
  const rows = useVirtualizer({
    count: Math.min(total, limit),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  useEffect(() => lookAt({ first: startIndex, last: endIndex }), [lookAt, startIndex, endIndex]);
  useMoves(scroller);

  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  const onKeyDown = useTreeKeys({ acts, page, limit });
  const listeners = useTreeClicks(acts);
  const rowId = (place: number) => `${id}-${place}`;
  const isShown = shown !== null && active !== null && active.row < Math.min(total, limit);
  const apart = isShown && (active.row < first || active.row > last) ? active : null;
  const drawnApart = apart !== null && (
    <TreeRow
      key="apart"
      id={rowId(apart.row)}
      place={apart.row}
      row={apart.data}
      isActive
      top={apart.row * rowHeight}
    />
  );
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="People by manager"
      aria-busy={shown === null}
      aria-activedescendant={isShown ? rowId(active.row) : undefined}
      tabIndex={0}
      className={classes.tree}
      onKeyDown={onKeyDown}
      {...listeners}
    >
      <div role="presentation" className={classes.body} style={{ height: rows.getTotalSize() }}>
        {apart !== null && apart.row < first && drawnApart}
        <div
          role="presentation"
          className={classes.rows}
          style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
        >
          {items.map(({ index }) => (
            <TreeRow
              key={index}
              id={rowId(index)}
              place={index}
              row={shown === null ? undefined : rowAt(windows, index)}
              isActive={isShown && index === active.row}
            />
          ))}
        </div>
        {apart !== null && apart.row > last && drawnApart}
      </div>
    </div>
  );
}

/** Keeps what is looked at in its place while rows come and go above it, and brings rows into view. */
function useMoves(scroller: RefObject<HTMLDivElement | null>): void {
  const moved = useOrganisation((state) => state.moved);
  const reveal = useOrganisation((state) => state.reveal);
  const before = useRef(moved);
  /** Null: nothing yet. What is drawn first begins at the active row. */
  const revealed = useRef<number | null>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop += (moved - before.current) * rowHeight;
    before.current = moved;
  }, [scroller, moved]);

  // What is said about the active person, or a smaller window, takes no row from under the eyes.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let height = element.clientHeight;
    const watch = new ResizeObserver(() => {
      const top = (organisation.getState().active?.row ?? -1) * rowHeight - element.scrollTop;
      const wasSeen = top >= 0 && top <= height - rowHeight;
      height = element.clientHeight;
      if (wasSeen && top > height - rowHeight) element.scrollTop += top - height + rowHeight;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || revealed.current === reveal.nth) return;
    const { active } = organisation.getState();
    const { row, at } = revealed.current === null && active !== null ? { row: active.row, at: 'middle' } : reveal;
    revealed.current = reveal.nth;
    const [top, height] = [row * rowHeight, element.clientHeight];
    if (typeof at === 'number') element.scrollTop = top - at;
    const above = top - element.scrollTop;
    if (above >= 0 && above <= height - rowHeight) return;
    if (at === 'near') element.scrollTop = above < 0 ? top : top - height + rowHeight;
    else element.scrollTop = top - (height - rowHeight) / 2;
  }, [scroller, reveal]);
}
