/** What the keyboard does in the table: move, select, open, copy, sort. The grid itself has the focus throughout. */
import type { KeyboardEvent } from 'react';
import { moveOf } from '../grid/row-moves.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useTypeAhead } from '../keyboard/type-ahead.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';

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
  /** Of the columns, from 0; each gives whether there is such a one. */
  readonly widths: {
    readonly widen: (column: number, by: number) => boolean;
    /** Makes it as wide as what is in it. */
    readonly fitColumn: (column: number) => boolean;
  };
};

/** How much wider one press makes a column, in pixels. */
const step = 16;

export function useTableKeys({ page, reveal, heading, headings, limit, toHeading, press, widths }: TableKeysNeeds) {
  const table = useStore((state) => state.table);
  const activate = useStore((state) => state.activate);
  const select = useStore((state) => state.select);
  const extendTo = useStore((state) => state.extendTo);
  const copyPeople = useStore((state) => state.copyPeople);
  const copyAddresses = useStore((state) => state.copyAddresses);
  const say = useStore((state) => state.say);
  const typedInTable = useStore((state) => state.typedInTable);
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

  const meant = () => ((shown?.selected ?? 0) > 0 ? 'selected' : active === null ? null : { place: active });
  const onTable = {
    copy: () => {
      const which = meant();
      return which !== null && copyPeople(which);
    },
    copyAddresses: () => {
      const which = meant();
      return which !== null && copyAddresses(which);
    },
  };
  // The first heading is that of the checkboxes.
  const columnAt = () => (heading ?? 0) - 1;
  const onHeadings: KeyHandlers<'headings'> = {
    move: (press) => {
      const at = heading ?? 0;
      const last = headings - 1;
      const places: Readonly<Record<string, number>> = {
        ArrowLeft: Math.max(0, at - 1),
        ArrowRight: Math.min(last, at + 1),
        Home: 0,
        End: last,
      };
      toHeading(places[press] ?? at);
    },
    press: () => press(heading ?? 0),
    resize: (written) => widths.widen(columnAt(), written === 'Shift+ArrowRight' ? step : -step),
    fit: () => widths.fitColumn(columnAt()),
    toRows: (written) => {
      toHeading(null);
      if (written === 'ArrowDown') move(0, false);
    },
    ...onTable,
  };

  const go = (key: string, shiftKey: boolean): boolean => {
    const wanted = moveOf({ key, shiftKey }, { active: table.active, total: Math.min(total, limit), page: page() });
    if (wanted !== null) move(wanted.to, wanted.extends);
    return wanted !== null;
  };
  const row = active === null ? undefined : rowAt(windows, active);
  const onRows: KeyHandlers<'table'> = {
    move: (written) => go(written, false),
    extend: (written) => go(written.replace('Shift+', ''), true),
    open: () => row !== undefined && openPerson(row.id),
    openManager: () => {
      if (row === undefined) return false;
      if (row.manager === null) say('No manager found');
      else openPerson(row.manager.id);
      return true;
    },
    toggle: () => {
      if (active === null || row === undefined) return false;
      void select([{ from: active, to: active + 1, selected: !row.selected }]);
      return activate(active, active);
    },
    ...onTable,
  };

  const onTyped = useTypeAhead(async (typed) => {
    const place = await typedInTable(typed);
    if (place === null || place >= limit) return;
    toHeading(null);
    move(place, false);
  });

  return (event: KeyboardEvent) => {
    if (onTyped(event)) return;
    if (heading === null) handleKeys('table', event, onRows);
    else handleKeys('headings', event, onHeadings);
  };
}
