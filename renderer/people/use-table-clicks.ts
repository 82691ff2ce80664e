/** What the mouse does in the table. One listener for all rows: none of them needs its own. */
import type { MouseEvent } from 'react';
import { hasCommand } from '../keyboard/press.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';

export function useTableClicks(press: (heading: number) => void, toHeading: (heading: number | null) => void) {
  const windows = useStore((state) => state.table.windows);
  const activate = useStore((state) => state.activate);
  const select = useStore((state) => state.select);
  const extendTo = useStore((state) => state.extendTo);
  const openPerson = useStore((state) => state.openPerson);

  return (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    // The address of a name is there to be read: nothing leaves the page.
    event.preventDefault();
    // The edge of a column is dragged.
    if (target?.closest('[data-edge]')) return;
    const heading = target?.closest<HTMLElement>('[data-heading]')?.dataset.heading;
    if (heading !== undefined) {
      press(Number(heading));
      return;
    }
    const shown = target?.closest<HTMLElement>('[data-place]')?.dataset.place;
    if (shown === undefined) return;
    const place = Number(shown);
    const row = rowAt(windows, place);
    if (row === undefined) return;
    toHeading(null);
    if (event.shiftKey) void extendTo(place);
    else if (hasCommand(event) || target?.closest('[data-check]')) {
      void select([{ from: place, to: place + 1, selected: !row.selected }]);
      activate(place, place);
    } else {
      activate(place);
      openPerson(row.manager !== null && target?.closest('[data-manager]') ? row.manager.id : row.id);
    }
  };
}
