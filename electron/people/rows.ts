/** Rows of the table for people named by their keys, in the order named. */
import type { DatabaseSync } from 'node:sqlite';
import type { TableRow } from '../../contract/table.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, sha256, text, userId } from '../sqlite/typed-query.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';
import { createLabelNames } from './label-names.ts';
import { createManagers, type Manager } from './managers.ts';
import type { Order } from './order.ts';
import { storedColumns } from './stored-columns.ts';

export type PersonRow = Omit<TableRow, 'timeZone' | 'manager' | 'otherManagers' | 'selected'> & {
  readonly key: PersonKey;
  /** As the record writes it. */
  readonly timeZone: string | null;
  readonly managers: readonly Manager[];
};

/** What people share, asked for together. */
export type RowsShared = {
  readonly managersOf: ReturnType<typeof createManagers>;
  readonly rolesOf: ReturnType<typeof createLabelNames>;
  readonly teamsOf: ReturnType<typeof createLabelNames>;
};

export function createRowsShared(database: DatabaseSync, upward: Pick<ClaimsUpward, 'now'>): RowsShared {
  const mark = createWriteMark(database);
  return {
    managersOf: createManagers(database, mark, upward),
    rolesOf: createLabelNames(database, mark, 'role'),
    teamsOf: createLabelNames(database, mark, 'team'),
  };
}

export const keyIn = (packed: number): PersonKey => packed >> 3;
export const statusIn = (packed: number): number => packed & 7;

/** In the order of the query. */
const rowKinds = [
  number, // key
  userId,
  text, // name
  orNull(text), // username
  orNull(text), // email
  orNull(text), // phone
  orNull(number), // deletedAt
  orNull(number), // notFoundSince
  orNull(text), // availability
  orNull(text), // role
  orNull(text), // team
  orNull(sha256), // picture
  number, // reportCount
  orNull(number), // createdAt
  orNull(number), // updatedAt
  number, // fetchedAt
  orNull(text), // timeZone
] as const;
const [roleAt, teamAt] = [9, 10] as const;

export function createRows(database: DatabaseSync, { managersOf, rolesOf, teamsOf }: RowsShared) {
  // CROSS JOIN keeps SQLite from walking the tables in another order than the one asked for.
  const rows = prepareQuery(
    database,
    `SELECT p.key, i.id, p.name, p.username, ${storedColumns.email}, ${storedColumns.phone},
      ${storedColumns.deletedAt}, ${storedColumns.notFoundSince}, p.availability, p.role, p.team, picture.sha256,
      p.report_count, ${storedColumns.createdAt}, ${storedColumns.updatedAt}, p.fetched_at, ${storedColumns.timeZone}
    FROM json_each(?) wanted CROSS JOIN people p ON p.key = wanted.value CROSS JOIN ids i ON i.key = p.key
    LEFT JOIN pictures picture ON picture.url = p.picture_url`,
    rowKinds,
  );

  return (order: Order): PersonRow[] => {
    const keys = Array.from(order, keyIn);
    const statuses = new Map(Array.from(order, (packed) => [keyIn(packed), statusIn(packed)]));
    const found = rows.all(JSON.stringify(keys));
    const managers = managersOf(keys);
    const roleOf = rolesOf(found.map((row) => row[roleAt]));
    const teamOf = teamsOf(found.map((row) => row[teamAt]));
    return found.map((row) => {
      const [key, id, name, username, email, phone, deletedAt, notFoundSince, ...others] = row;
      const [availability, role, team, picture, reportCount, createdAt, updatedAt, fetchedAt, timeZone] = others;
      return {
        key,
        id,
        name,
        username,
        email,
        phone,
        timeZone,
        status: statusFromNumber(statuses.get(key) ?? -1),
        deletedAt,
        notFoundSince,
        availability,
        role: roleOf(role),
        team: teamOf(team),
        picture,
        reportCount,
        createdAt,
        updatedAt,
        fetchedAt,
        managers: managers.get(key) ?? [],
      };
    });
  };
}
