// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names what is active in it
/** The rows of a check: a grid of which only what is in view is drawn. It is one stop of Tab; the arrow keys lead to every row. */

import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useId, useState } from 'react';
import type { CheckFilter } from '../../contract/check.ts';
import { anyRow } from '../../contract/check-filter.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import { EmptyTitle } from '../layout/empty.tsx';
import { useRowLimit } from '../layout/row-limit.ts';
import { useGivenFocus } from '../layout/use-given-focus.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { useNow } from '../time/now.ts';
import { resultColumns, resultTracks } from './result-columns.tsx';
import classes from './result-grid.module.css';
import { ResultRow } from './result-row.tsx';
import { type MenuOf, RowMenu } from './row-menu.tsx';
import { checkRows, checks, useCheckRows } from './use-check.ts';
import { useResultClicks } from './use-result-clicks.ts';
import { useResultKeys } from './use-result-keys.ts';

type ResultGridProps = {
  /** Null: on its way. */
  readonly check: CheckOverview | null;
  readonly filter: CheckFilter;
  readonly scroller: RefObject<HTMLDivElement | null>;
};

const headHeight = 36;
const rowHeight = 48;
const overscan = 6;
/** Up to here all rows are drawn: the page can then be searched and printed whole. */
const drawAllUpTo = 40;
/** Lines that keep the place of rows until it is known how many there are. */
const expected = 8;

export function ResultGrid({ check, filter, scroller }: ResultGridProps) {
  const shown = useCheckRows((state) => state.shown);
  const shownFilter = useCheckRows((state) => state.shownFilter);
  const windows = useCheckRows((state) => state.windows);
  const active = useCheckRows((state) => state.active);
  const selected = useCheckRows((state) => state.selected);
  const filterCheck = useStore((state) => state.filterCheck);
  const [menu, setMenu] = useState<MenuOf | null>(null);
  const now = useNow();
  const id = useId();
  const total = shown?.total ?? expected;
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
  useEffect(() => checkRows.getState().lookAt({ first, last }), [first, last]);

  const rowId = (at: number) => `${id}-row-${at}`;
  const openMenu = (at: number) => {
    const row = rowAt(windows, at);
    if (row === undefined || row.answer === null) return false;
    const pointOf = () => pointBelow(document.getElementById(rowId(at)), scroller.current);
    const { candidates, place } = row;
    if (candidates === null || candidates.count <= candidates.first.length) setMenu({ row, candidates, pointOf });
    else {
      // All that are named are there when it opens: nothing in it moves.
      void checks
        .getState()
        .candidates(place)
        .then((more) => setMenu({ row, candidates: more ?? candidates, pointOf }));
    }
    return true;
  };
  const onKeyDown = useResultKeys({
    page: () => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
    reveal: (at) => rows.scrollToIndex(at),
    limit,
    openMenu,
  });
  const { onClick, onContextMenu } = useResultClicks(openMenu);
  useGivenFocus('result', () => scroller.current);

  const isActiveDrawn = active !== null && active >= first && active <= last;

  return (
    <div className={classes.place}>
      <div
        ref={scroller}
        role="grid"
        aria-label="Result"
        aria-multiselectable="true"
        aria-busy={shown === null}
        aria-rowcount={total + 1}
        aria-colcount={resultColumns.length}
        aria-activedescendant={isActiveDrawn ? rowId(active) : undefined}
        tabIndex={0}
        className={classes.grid}
        style={{ '--tracks': resultTracks.tracks, '--least': `${resultTracks.least}px` }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onAuxClick={(event) => event.preventDefault()}
        onContextMenu={onContextMenu}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.headRow}>
            {resultColumns.map(({ key, name }) => (
              <div key={key} role="columnheader" className={classes.heading}>
                {name}
              </div>
            ))}
          </div>
        </div>
        <div role="presentation" className={classes.body} style={{ height: rows.getTotalSize() }}>
          <div
            role="rowgroup"
            className={classes.drawn}
            style={{ transform: `translateY(${(items[0]?.start ?? headHeight) - headHeight}px)` }}
          >
            {items.map(({ index }) => (
              <ResultRow
                key={index}
                id={rowId(index)}
                at={index}
                row={rowAt(windows, index)}
                isActive={index === active}
                isSelected={selected !== null && index >= selected.from && index < selected.to}
                now={now}
              />
            ))}
          </div>
        </div>
      </div>
      {shown?.total === 0 && shownFilter === filter && (
        <div className={classes.none}>
          <EmptyTitle>No row of this check fits</EmptyTitle>
          <Button variant="default" onClick={() => filterCheck(anyRow)}>
            Show all rows
          </Button>
        </div>
      )}
      {check !== null && (
        <RowMenu
          of={menu}
          onClose={() => {
            setMenu(null);
            scroller.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}

/** Where the menu of a row opens: at its start, below it, within what is seen. */
function pointBelow(row: HTMLElement | null, grid: HTMLElement | null): { readonly x: number; readonly y: number } {
  const place = grid?.getBoundingClientRect();
  const box = row?.getBoundingClientRect() ?? place;
  if (place === undefined || box === undefined) return { x: 0, y: 0 };
  return { x: place.left + 200, y: Math.min(Math.max(box.bottom - 6, place.top), place.bottom) };
}
