/** The person that the keys acted on in each view of the table that was left, so that coming back leads to them. */
import type { UserId } from '../../contract/ids.ts';
import type { PeopleView } from '../../contract/table.ts';
import { rowAt } from './row-windows.ts';
import type { Table } from './table.ts';

/** `id`: undefined where their row was not held. */
export type LeftRow = { readonly place: number; readonly id: UserId | undefined };

export function createLeftRows() {
  const rows = new WeakMap<PeopleView, LeftRow>();
  return {
    note: ({ view, shownView, windows, active }: Table): void => {
      if (shownView !== view) return;
      if (active === null) rows.delete(view);
      else rows.set(view, { place: active, id: rowAt(windows, active)?.id });
    },
    of: (view: PeopleView): LeftRow | undefined => rows.get(view),
  };
}
