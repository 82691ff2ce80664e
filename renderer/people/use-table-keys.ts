/** What the keyboard does in the table: move, select, open, copy, sort. The grid itself has the focus throughout. */
import type { KeyboardEvent } from 'react';
import { isApple } from '../frame/command-key.ts';
import { rowAt } from '../store/table-windows.ts';
import { useStore } from '../store/use-store.ts';
import { moveOf } from './table-moves.ts';

type TableKeysNeeds = {
  /** How many rows are seen at once. */
  readonly page: () => number;
  readonly reveal: (place: number) => void;
  /** Null: the keys act on the rows. */
  readonly heading: number | null;
  readonly headings: number;
  /** So many rows can be drawn. */
  readonly limit: number;
  readonly toHeading: (heading: number | null) => void;
  readonly press: (heading: number) => void;
};

export function useTableKeys({ page, reveal, heading, headings, limit, toHeading, press }: TableKeysNeeds) {
  const table = useStore((state) => state.table);
  const activate = useStore((state) => state.activate);
  const select = useStore((state) => state.select);
  const extendTo = useStore((state) => state.extendTo);
  const copyPeople = useStore((state) => state.copyPeople);
  const openPerson = useStore((state) => state.openPerson);
  const { shown, windows } = table;
  // People who came before them may have moved somebody beyond the last row that can be drawn: nothing is done to them unseen.
  const active = table.active !== null && table.active < limit ? table.active : null;
  const total = shown?.total ?? 0;

  const move = (to: number, extending: boolean) => {
    if (to < 0) {
      toHeading(heading ?? 1);
      return;
    }
    if (extending && active !== null) void extendTo(to);
    else activate(to);
    reveal(to);
  };

  const onHeading = (key: string, at: number): boolean => {
    if (key === 'ArrowDown' || key === 'Escape') {
      toHeading(null);
      if (key === 'ArrowDown') move(0, false);
    } else if (key === 'ArrowLeft') toHeading(Math.max(0, at - 1));
    else if (key === 'ArrowRight') toHeading(Math.min(headings - 1, at + 1));
    else if (key === 'Home') toHeading(0);
    else if (key === 'End') toHeading(headings - 1);
    else if (key === 'Enter' || key === ' ') press(at);
    else return false;
    return true;
  };

  const onRow = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') {
      if (shown === null || shown.selected === 0) return false;
      void select([], true);
      return true;
    }
    const wanted = moveOf(event, { active: table.active, total: Math.min(total, limit), page: page() });
    if (wanted !== null) {
      move(wanted.to, wanted.extends);
      return true;
    }
    const row = active === null ? undefined : rowAt(windows, active);
    if (active === null || row === undefined) return false;
    if (event.key === 'Enter') openPerson(row.id);
    else if (event.key === ' ') {
      void select([{ from: active, to: active + 1, selected: !row.selected }]);
      activate(active, active);
    } else return false;
    return true;
  };

  const onCommand = (key: string): boolean => {
    if (key === 'a') void select([{ from: 0, to: total, selected: true }]);
    else if (key === 'c' && (shown?.selected ?? 0) > 0) void copyPeople('selected');
    else if (key === 'c' && active !== null) void copyPeople({ place: active });
    else return false;
    return true;
  };

  return (event: KeyboardEvent) => {
    if (event.altKey || event.nativeEvent.isComposing) return;
    const command = isApple ? event.metaKey : event.ctrlKey;
    const isDone = command
      ? !event.shiftKey && onCommand(event.key.toLowerCase())
      : !event.ctrlKey && !event.metaKey && (heading === null ? onRow(event) : onHeading(event.key, heading));
    if (isDone) event.preventDefault();
  };
}
