/**
 * The filters of those who are gone answer "since when": they show that column, the newest first. What a person chose for
 * the table, its columns and its order, is left alone by that and is there again with any other filter. Pure.
 */

import { columnsInOrder, usualView } from '../../contract/people-view.ts';
import type { PeopleFilter, PeopleSort, PeopleView, TableColumn } from '../../contract/table.ts';
import type { Status } from '../../contract/user.ts';

const sinceColumns: Partial<Record<Status, TableColumn>> = { deleted: 'deleted', 'not-found': 'notFound' };

/** Whether it leaves anybody out. */
export const isFiltered = ({ status, role, team, text, below, countryCode }: PeopleFilter): boolean =>
  [status, role, team, below, countryCode].some((chosen) => chosen !== null) || text !== '';

/** The column that says since when, of a filter that leaves those who are gone; null: it leaves others too. */
export function sinceColumn({ status }: Pick<PeopleFilter, 'status'>): TableColumn | null {
  return status === null ? null : (sinceColumns[status] ?? null);
}

/** The columns that the table has with a filter: those chosen, and the one that the filter is about. */
export function shownColumns(
  chosen: readonly TableColumn[],
  filter: Pick<PeopleFilter, 'status'>,
): readonly TableColumn[] {
  const since = sinceColumn(filter);
  if (since === null || chosen.includes(since)) return chosen;
  return columnsInOrder.filter((column) => column === since || chosen.includes(column));
}

/**
 * Those of them that the table draws: with a filter that says since when, the status of everybody is said by the filter, and takes no
 * room from the other columns.
 */
export function drawnColumns(
  chosen: readonly TableColumn[],
  filter: Pick<PeopleFilter, 'status'>,
): readonly TableColumn[] {
  const shown = shownColumns(chosen, filter);
  return sinceColumn(filter) === null ? shown : shown.filter((column) => column !== 'status');
}

/** A view, and the order to go back to once a filter that brought its own is left. */
export type Ordered = { readonly table: PeopleView; readonly sortBefore?: PeopleSort | undefined };

export const usualOrder: Ordered = { table: usualView };

/** With another filter. An order that was chosen within the filter that is left stays, unless it is by that filter's column. */
export function filtered({ table, sortBefore }: Ordered, change: Partial<PeopleFilter>): Ordered {
  const filter = { ...table.filter, ...change };
  const [left, entered] = [sinceColumn(table.filter), sinceColumn(filter)];
  if (left === entered) return { table: { ...table, filter }, sortBefore };
  const own = left === null || table.sort.by !== left ? table.sort : (sortBefore ?? usualView.sort);
  if (entered === null) return { table: { filter, sort: own }, sortBefore: undefined };
  return { table: { filter, sort: { by: entered, descending: true } }, sortBefore: own };
}
