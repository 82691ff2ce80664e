// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names what is active in it
/** The rows of a check: a grid of which only what is in view is drawn. It is one stop of Tab; the arrow keys lead to every row. */

import { Button } from '@mantine/core';
import { type RefObject, useEffect, useId, useState } from 'react';
import type { CheckFilter } from '../../contract/check.ts';
import { anyRow } from '../../contract/check-filter.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import grid from '../grid/grid.module.css';
import { Grid } from '../grid/grid.tsx';
import { useGridRows } from '../grid/use-grid-rows.ts';
import { EmptyTitle } from '../layout/empty.tsx';
import { useGivenFocus } from '../layout/use-given-focus.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { useNow } from '../time/now.ts';
import { onlyHereColumns, resultColumns, tracksOf } from './result-columns.tsx';
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
  const columns = (shownFilter ?? filter).show === 'only-here' ? onlyHereColumns : resultColumns;
  const { tracks, least } = tracksOf(columns);
  const rows = useGridRows(scroller, total);
  const { first, last, limit, page, reveal } = rows;
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
    page,
    reveal,
    limit,
    openMenu,
  });
  const { onClick, onContextMenu } = useResultClicks(openMenu);
  useGivenFocus('result', () => scroller.current);

  const isActiveDrawn = active !== null && active >= first && active <= last;

  return (
    <div className={grid.place}>
      <Grid
        scroller={scroller}
        aria-label="Result"
        aria-busy={shown === null}
        rows={rows}
        total={total}
        columns={columns.length}
        active={isActiveDrawn ? rowId(active) : undefined}
        tracks={tracks}
        least={least}
        head={
          <div role="row" aria-rowindex={1} className={grid.headRow}>
            {columns.map(({ key, name }) => (
              <div key={key} role="columnheader" className={grid.heading}>
                {name}
              </div>
            ))}
          </div>
        }
        onKeyDown={onKeyDown}
        onClick={onClick}
        onContextMenu={onContextMenu}
      >
        {rows.items.map(({ index }) => (
          <ResultRow
            key={rows.keyAt(index)}
            id={rowId(index)}
            at={index}
            columns={columns}
            row={rowAt(windows, index)}
            isActive={index === active}
            isSelected={selected !== null && index >= selected.from && index < selected.to}
            now={now}
          />
        ))}
      </Grid>
      {shown?.total === 0 && shownFilter === filter && (
        <div className={grid.none}>
          <EmptyTitle>{emptyWords(filter)}</EmptyTitle>
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

function emptyWords({ show, text }: CheckFilter): string {
  return show === 'only-here' && text === '' ? 'Nobody is only here' : 'No row of this check fits';
}
