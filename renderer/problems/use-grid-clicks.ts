/** What the mouse does in a list of problems. One listener for all rows. */
import type { MouseEvent } from 'react';
import { hasCommand } from '../keyboard/press.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { opensOf } from './problem-people.ts';
import { extend, toggle } from './select-rows.ts';
import { problemRows } from './use-problems.ts';

export function useGridClicks(openMenu: (at: number) => boolean) {
  const openPerson = useStore((state) => state.openPerson);
  const placeOf = (target: EventTarget) => {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined;
    return at === undefined ? null : Number(at);
  };
  return {
    onClick: (event: MouseEvent) => {
      const at = placeOf(event.target);
      if (at === null) return;
      // A person in the row was clicked, who is opened.
      const isOpened = event.defaultPrevented;
      const { activate, windows } = problemRows.getState();
      const target = event.target instanceof Element ? event.target : null;
      if (event.shiftKey) void extend(at);
      else if (hasCommand(event) || target?.closest('[data-check]')) void toggle(at);
      else {
        activate(at);
        const row = rowAt(windows, at);
        const person = row === undefined || isOpened ? null : opensOf(row.problem);
        if (person !== null) openPerson(person);
      }
    },
    onContextMenu: (event: MouseEvent) => {
      const at = placeOf(event.target);
      if (at === null) return;
      event.preventDefault();
      const { activate, selected, selectNone, windows } = problemRows.getState();
      const row = rowAt(windows, at);
      const isSelected = selected === 'all' || (row !== undefined && selected.has(row.subject));
      // What is done from the menu of a selected row is done to all that are selected.
      if (!isSelected) selectNone();
      activate(at);
      openMenu(at);
    },
  };
}
