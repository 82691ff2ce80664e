// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names what is active in it
/** The problems of one kind: a grid of which only what is in view is drawn. Its rows are one stop of Tab, its headings buttons before them. */

import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ProblemList } from '../../contract/shown-page.ts';
import grid from '../grid/grid.module.css';
import { Grid } from '../grid/grid.tsx';
import { headHeight, rowHeight } from '../grid/row-height.ts';
import { useGridRows } from '../grid/use-grid-rows.ts';
import { useGivenFocus } from '../layout/use-given-focus.ts';
import { rowAt } from '../store/row-windows.ts';
import { useNow } from '../time/now.ts';
import { columnsOf, tracksOf } from './columns.tsx';
import { NoneFit } from './none-fit.tsx';
import { ProblemHead } from './problem-head.tsx';
import { ProblemRow } from './problem-row.tsx';
import { type MenuOf, RowMenu } from './row-menu.tsx';
import { useGridClicks } from './use-grid-clicks.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { problemRows, useProblemRows } from './use-problems.ts';

type ProblemGridProps = { readonly list: ProblemList; readonly scroller: RefObject<HTMLDivElement | null> };

/** Lines that keep the place of rows until it is known how many there are. */
const expected = 8;

export function ProblemGrid({ list, scroller }: ProblemGridProps) {
  const { kind, filter, sort } = list;
  const shown = useProblemRows((state) => state.shown);
  const shownList = useProblemRows((state) => state.shownList);
  const windows = useProblemRows((state) => state.windows);
  const active = useProblemRows((state) => state.active);
  const selected = useProblemRows((state) => state.selected);
  const [menu, setMenu] = useState<MenuOf | null>(null);
  const isAside = filter.which === 'aside';
  const columns = useMemo(() => columnsOf(kind, isAside), [kind, isAside]);
  const { tracks, least } = tracksOf(columns);
  const now = useNow();
  const id = useId();
  const total = shown?.total ?? expected;
  const rows = useGridRows(scroller, total);
  const { first, last, limit, page, reveal } = rows;
  useEffect(() => problemRows.getState().lookAt({ first, last }), [first, last]);

  // Where one comes back, the row that was left may be elsewhere by now.
  const isThere = shownList === list;
  const isRevealed = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (!isThere || isRevealed.current || element === null) return;
    isRevealed.current = true;
    if (active === null) return;
    const above = active * rowHeight - element.scrollTop;
    const isInView = above > -rowHeight && above < element.clientHeight - headHeight;
    if (!isInView) reveal(Math.min(active, limit - 1));
  }, [isThere, active, limit, reveal, scroller]);

  const rowId = (at: number) => `${id}-row-${at}`;
  const openMenu = (at: number) => {
    const row = rowAt(windows, at);
    if (row === undefined) return false;
    setMenu({ row, pointOf: () => pointBelow(document.getElementById(rowId(at)), scroller.current) });
    return true;
  };
  const onKeyDown = useGridKeys({ page, reveal, limit, openMenu });
  const { onClick, onContextMenu } = useGridClicks(openMenu);
  useGivenFocus('problems', () => scroller.current);

  const isActiveDrawn = active !== null && active >= first && active <= last;
  const isSelected = (at: number) => {
    if (selected === 'all') return true;
    const row = rowAt(windows, at);
    return row !== undefined && selected.has(row.subject);
  };
  const some = selected === 'all' ? 'all' : selected.size > 0 ? 'some' : 'none';
  return (
    <div className={grid.place}>
      <Grid
        scroller={scroller}
        aria-label="Problems"
        aria-busy={shown === null}
        rows={rows}
        total={total}
        columns={columns.length + 1}
        active={isActiveDrawn ? rowId(active) : undefined}
        tracks={tracks}
        least={least}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={onContextMenu}
        head={<ProblemHead columns={columns} sort={sort} selected={some} />}
      >
        {rows.items.map(({ index }) => (
          <ProblemRow
            key={rows.keyAt(index)}
            id={rowId(index)}
            at={index}
            row={rowAt(windows, index)}
            columns={columns}
            isActive={index === active}
            isSelected={isSelected(index)}
            now={now}
          />
        ))}
      </Grid>
      {shown?.total === 0 && isThere && <NoneFit filter={filter} />}
      <RowMenu
        of={menu}
        onClose={() => {
          setMenu(null);
          scroller.current?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}

/** Where the menu of a row opens: at its start, below it, within what is seen. */
function pointBelow(row: HTMLElement | null, grid: HTMLElement | null): { readonly x: number; readonly y: number } {
  const place = grid?.getBoundingClientRect();
  const box = row?.getBoundingClientRect() ?? place;
  if (place === undefined || box === undefined) return { x: 0, y: 0 };
  return { x: place.left + 60, y: Math.min(Math.max(box.bottom - 6, place.top), place.bottom) };
}
