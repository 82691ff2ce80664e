/** Which columns the table of people has, and how it is shown until somebody chooses otherwise. */
import type { PeopleView, TableColumn } from './table.ts';

/** In the order in which they stand in the table. */
export const columnsInOrder = [
  'name',
  'status',
  'deleted',
  'notFound',
  'availability',
  'role',
  'team',
  'manager',
  'reports',
  'email',
  'phone',
  'timeZone',
  'localTime',
  'username',
  'created',
  'changed',
  'fetched',
  'id',
] as const;

/** What fits a window of 1,000 pixels without scrolling sideways. */
export const usualColumns: readonly TableColumn[] = ['name', 'status', 'role', 'team', 'manager', 'email'];

/** Bounds of a column's width that a person chose, in pixels. */
export const columnWidth = { least: 64, most: 800 } as const;

/** Stands for "has none" where a role or team is chosen: users never carry an empty one. */
export const withoutLabel = '';

/** Everybody, by name. */
export const usualView: PeopleView = {
  filter: { status: null, role: null, team: null, text: '', below: null, countryCode: null },
  sort: { by: 'name', descending: false },
};
