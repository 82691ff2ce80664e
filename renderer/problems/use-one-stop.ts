/**
 * The people in a list of a few problems are one stop of Tab: up and down lead from row to row, left and right from one person
 * to the next in the same row.
 */
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';

export function useOneStop(): {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
} {
  const list = useRef<HTMLUListElement>(null);
  /** The row and the person in it that Tab comes to. */
  const stop = useRef({ row: 0, nth: 0 });

  const rows = () => [...(list.current?.children ?? [])].map((row) => [...row.querySelectorAll('a')]);
  const inReach = (): HTMLElement | undefined => {
    const all = rows();
    const { row, nth } = stop.current;
    return all[row]?.[nth] ?? all[row]?.[0] ?? all.find((one) => one.length > 0)?.[0];
  };
  const letIn = () => {
    const at = inReach();
    for (const one of rows().flat()) one.tabIndex = one === at ? 0 : -1;
  };
  // After each drawing: other people may stand in the rows.
  useLayoutEffect(letIn);

  const goTo = (row: number, nth: number) => {
    const all = rows();
    const people = all[Math.min(all.length - 1, Math.max(0, row))];
    people?.[Math.min(people.length - 1, Math.max(0, nth))]?.focus();
  };
  const handlers: KeyHandlers<'kind'> = {
    move: (press) => {
      const { row, nth } = stop.current;
      const last = rows().length - 1;
      const to: Readonly<Record<string, number>> = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: last };
      goTo(to[press] ?? row, nth);
    },
    along: (press) => {
      const { row, nth } = stop.current;
      goTo(row, nth + (press === 'ArrowRight' ? 1 : -1));
    },
  };
  return {
    list,
    onKeyDown: (event) => handleKeys('kind', event, handlers),
    onFocus: () => {
      const at = document.activeElement;
      const all = rows();
      const row = all.findIndex((people) => people.some((one) => one === at));
      if (row < 0) return;
      stop.current = { row, nth: [...(all[row] ?? [])].indexOf(at as HTMLAnchorElement) };
      letIn();
    },
  };
}
