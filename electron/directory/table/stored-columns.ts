/** Where in the database the columns of the table are read from. `p` is the row of `people`. */
import type { LabelKind } from '../../../contract/table.ts';

const fromReading = (path: string) => `(SELECT json_extract(user, '${path}') FROM readings WHERE person = p.key)`;

export const storedColumns = {
  email: 'p.email',
  phone: fromReading('$.phones[0].number'),
  updatedAt: fromReading('$.updatedAt'),
} as const;

/** The name of a role or team, null where there is none. `id`: SQL, with the name of its table. */
export function labelName(kind: LabelKind, id: string): string {
  return `(SELECT l.name FROM labels l WHERE l.kind = '${kind}' AND l.id = ${id})`;
}
