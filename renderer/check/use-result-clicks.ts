/** What the mouse does in the rows of a check. One listener for all rows. */
import type { MouseEvent } from 'react';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { checkRows } from './use-check.ts';

export function useResultClicks(openMenu: (at: number) => boolean) {
  const openPerson = useStore((state) => state.openPerson);
  const rowOf = (target: EventTarget) => {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined;
    return at === undefined ? null : Number(at);
  };
  return {
    onClick: (event: MouseEvent) => {
      // The address of a name is there to be read: nothing leaves the page.
      event.preventDefault();
      const at = rowOf(event.target);
      if (at === null) return;
      const { activate, extendTo, windows } = checkRows.getState();
      if (event.shiftKey) return extendTo(at);
      activate(at);
      const { target } = event;
      const row = rowAt(windows, at);
      if (target instanceof Element && target.closest('[data-choose]') !== null) openMenu(at);
      else if (row?.person) openPerson(row.person.id);
    },
    onContextMenu: (event: MouseEvent) => {
      const at = rowOf(event.target);
      if (at === null) return;
      event.preventDefault();
      checkRows.getState().activate(at);
      openMenu(at);
    },
  };
}
