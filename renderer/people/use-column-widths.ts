/** Makes columns wider and narrower: by dragging an edge, to what is in it by a double click, and by keys on a heading. */
import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { ColumnWidths, TableColumn } from '../../contract/table.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { resized } from './column-tracks.ts';
import { tableColumns } from './columns.tsx';

type ColumnWidthsNeeds = {
  readonly grid: RefObject<HTMLElement | null>;
  readonly columns: readonly TableColumn[];
  readonly isTight: boolean;
};

type Drag = { readonly at: number; readonly from: number; readonly onScreen: readonly number[] };

export function useColumnWidths({ grid, columns, isTight }: ColumnWidthsNeeds) {
  const kept = useStore((state) => state.widths);
  const setWidths = useStore((state) => state.setWidths);
  /** While an edge is dragged; null: none is. */
  const [dragged, setDragged] = useState<ColumnWidths | null>(null);
  const [said, setSaid] = useState('');
  const drag = useRef<Drag | null>(null);

  const cellsOf = (column: TableColumn) => [
    ...(grid.current?.querySelectorAll<HTMLElement>(`[data-column="${column}"]`) ?? []),
  ];
  const onScreen = () => columns.map((column) => cellsOf(column)[0]?.getBoundingClientRect().width ?? 0);

  const seen = (before: readonly number[]) => ({ widths: kept, columns, isTight, onScreen: before });

  const make = (at: number, width: number) => {
    const column = columns[at];
    if (column === undefined) return false;
    const widths = resized(seen(onScreen()), at, width);
    setWidths(widths);
    setSaid(`${tableColumns[column].name}: ${count(Number(widths[column]))} pixels wide`);
    return true;
  };

  /** As wide as the widest of what is drawn, measured before the next frame. */
  const fitColumn = (at: number): boolean => {
    const column = columns[at];
    const table = grid.current;
    if (column === undefined || table === null) return false;
    const tracks = table.style.getPropertyValue('--tracks');
    const parts = onScreen().map((width, nth) => (nth === at ? 'max-content' : `${width}px`));
    table.style.setProperty('--tracks', ['40px', ...parts].join(' '));
    const width = Math.max(...cellsOf(column).map((cell) => cell.getBoundingClientRect().width));
    table.style.setProperty('--tracks', tracks);
    return make(at, Math.ceil(width));
  };

  const edgeAt = (target: EventTarget): number | null => {
    const edge = target instanceof Element ? target.closest<HTMLElement>('[data-edge]') : null;
    return edge === null ? null : Number(edge.dataset.edge);
  };
  const to = ({ at, from, onScreen: before }: Drag, x: number) =>
    resized(seen(before), at, (before[at] ?? 0) + x - from);

  return {
    widths: dragged ?? kept,
    /** How wide a column was made, for a screen reader. */
    said,
    widen: (at: number, by: number): boolean => make(at, (onScreen()[at] ?? 0) + by),
    fitColumn,
    listeners: {
      onPointerDown: (event: PointerEvent) => {
        const at = event.button === 0 ? edgeAt(event.target) : null;
        if (at === null) return;
        drag.current = { at, from: event.clientX, onScreen: onScreen() };
        (event.target as Element).setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent) => {
        if (drag.current !== null) setDragged(to(drag.current, event.clientX));
      },
      onPointerUp: (event: PointerEvent) => {
        if (drag.current !== null && event.clientX !== drag.current.from) setWidths(to(drag.current, event.clientX));
        drag.current = null;
        setDragged(null);
      },
      onPointerCancel: () => {
        drag.current = null;
        setDragged(null);
      },
      onDoubleClick: (event: { readonly target: EventTarget }) => {
        const at = edgeAt(event.target);
        if (at !== null) fitColumn(at);
      },
    },
  };
}
