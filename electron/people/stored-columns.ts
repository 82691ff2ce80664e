/** Where in the database the columns of the table are read from. `p` is the row of `people`. */
import type { LabelKind } from '../../contract/table.ts';

// The primary stands in the first line.
const firstLine = (column: string) => `substr(${column}, 1, instr(${column} || char(10), char(10)) - 1)`;

export const storedColumns = {
  email: firstLine('p.emails'),
  phone: firstLine('p.phones'),
  timeZone: 'p.time_zone',
  createdAt: 'p.created_at',
  updatedAt: 'p.updated_at',
  deletedAt: 'p.deleted_at',
  notFoundSince: 'p.not_found_since',
} as const;

/** The country code of the first number, by a function that `defineCountryCode` makes; NULL where it is written without. */
export const countryCode = `country_code(${storedColumns.phone})`;

/** The name that the server gives a role or team, null where it gives none. `id`: SQL, with the name of its table. */
export function servedName(kind: LabelKind, id: string): string {
  return `(SELECT l.name FROM labels l WHERE l.kind = '${kind}' AND l.id = ${id})`;
}

/** The name that it was given on this computer. */
export function ownName(kind: LabelKind, id: string): string {
  return `(SELECT l.name FROM local_labels l WHERE l.kind = '${kind}' AND l.id = ${id})`;
}

/** What it is called; null where it has no name. */
export function labelName(kind: LabelKind, id: string): string {
  return `coalesce(${servedName(kind, id)}, ${ownName(kind, id)})`;
}
