/**
 * The table of people: a grid of which only what is in view is drawn. It is one stop of Tab; inside, the arrow keys
 * lead to every row and, above the first, to the headings.
 */
import { VisuallyHidden } from '@mantine/core';
import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PeopleView, TableColumn } from '../../contract/table.ts';
import { Grid } from '../grid/grid.tsx';
import { headHeight, rowHeight } from '../grid/row-height.ts';
import { useGridRows } from '../grid/use-grid-rows.ts';
import { useGivenFocus } from '../layout/use-given-focus.ts';
import { drawnColumns, sinceColumn } from '../store/gone-filters.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { useNow } from '../time/now.ts';
import { columnTracks } from './column-tracks.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useColumnWidths } from './use-column-widths.ts';
import { useTableClicks } from './use-table-clicks.ts';
import { useTableKeys } from './use-table-keys.ts';

type PeopleTableProps = { readonly view: PeopleView; readonly scroller: RefObject<HTMLDivElement | null> };

/** Columns whose texts say how long ago something was. */
const moments = ['notFound', 'changed', 'fetched'] as const satisfies readonly TableColumn[];
/** Lines that keep the place of people until it is known how many there are. */
const expected = 12;

export function PeopleTable({ view, scroller }: PeopleTableProps) {
  const { shown, shownView, windows, active } = useStore((state) => state.table);
  const chosen = useStore((state) => state.columns);
  const columns = useMemo(() => drawnColumns(chosen, view.filter), [chosen, view.filter]);
  const showTable = useStore((state) => state.showTable);
  const select = useStore((state) => state.select);
  const rowsOnScreen = useStore((state) => state.rowsOnScreen);
  const lookAt = useStore((state) => state.lookAt);
  const [heading, setHeading] = useState<number | null>(null);
  const [isWide, setIsWide] = useState(false);
  const now = useNow();
  const id = useId();
  const isTight = sinceColumn(view.filter) !== null;
  const showsMoments = moments.some((column) => columns.includes(column));
  const total = shown?.total ?? expected;
  const { widths, said, widen, fitColumn, listeners } = useColumnWidths({ grid: scroller, columns, isTight });
  const { tracks, least, kept } = columnTracks(columns, isTight, widths);

  const rows = useGridRows(scroller, total);
  const { first, last, limit, page, reveal } = rows;
  useEffect(() => lookAt({ first, last }), [lookAt, first, last]);
  // Without those drawn ahead; again when other rows have come, since these may lack a picture.
  const { first: firstSeen, last: lastSeen } = rows.seen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other windows hold other people
  useEffect(() => rowsOnScreen({ first: firstSeen, last: lastSeen }), [rowsOnScreen, firstSeen, lastSeen, windows]);
  useEffect(() => () => rowsOnScreen(null), [rowsOnScreen]);

  // Where one comes back, the row that was left may be elsewhere by now.
  const isThere = shownView === view;
  const isRevealed = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (!isThere || isRevealed.current || element === null) return;
    isRevealed.current = true;
    if (active === null) return;
    // Measured, for the scroll position that was just brought back is no news to the rows yet.
    const above = active * rowHeight - element.scrollTop;
    const isInView = above > -rowHeight && above < element.clientHeight - headHeight;
    if (!isInView) reveal(Math.min(active, limit - 1));
  }, [isThere, active, limit, reveal, scroller]);

  // The name stays in sight only where the table is wider than its place: keeping it there costs something.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => setIsWide(element.clientWidth < least));
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller, least]);

  const selected = shown === null || shown.selected === 0 ? 'none' : shown.selected === shown.total ? 'all' : 'some';
  const press = (at: number) => {
    const column = columns[at - 1];
    if (column === undefined) {
      // Only those shown: somebody selected whom the filters hide stays so.
      void select([{ from: 0, to: shown?.total ?? 0, selected: selected !== 'all' }]);
    } else {
      const { by, descending } = view.sort;
      showTable({ sort: { by: column, descending: by === column && !descending } });
    }
  };
  const onKeyDown = useTableKeys({
    page,
    reveal,
    heading,
    headings: columns.length + 1,
    limit,
    toHeading: setHeading,
    press,
    widths: { widen, fitColumn },
  });
  const onClick = useTableClicks(press, setHeading);

  useGivenFocus('table', () => scroller.current);

  const rowId = (place: number) => `${id}-row-${place}`;
  const headingId = (at: number) => `${id}-heading-${at}`;
  const activeIsDrawn = active !== null && active >= first && active <= last;
  useEffect(() => {
    if (heading === null) return;
    document.getElementById(`${id}-heading-${heading}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, heading]);

  return (
    <>
      <Grid
        scroller={scroller}
        aria-label="People"
        rows={rows}
        total={total}
        columns={columns.length + 1}
        active={heading !== null ? headingId(heading) : activeIsDrawn ? rowId(active) : undefined}
        tracks={tracks}
        least={least}
        kept={isWide ? kept : 0}
        head={<TableHead idOf={headingId} columns={columns} sort={view.sort} selected={selected} active={heading} />}
        data-wide={isWide || undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onBlur={() => setHeading(null)}
        {...listeners}
      >
        {rows.items.map(({ index }) => (
          <TableRow
            key={rows.keyAt(index)}
            id={rowId(index)}
            place={index}
            row={rowAt(windows, index)}
            columns={columns}
            isActive={heading === null && index === active}
            now={showsMoments ? now : 0}
          />
        ))}
      </Grid>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
