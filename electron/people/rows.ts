/** Rows of the table for people named by their keys, in the order named. */
import type { DatabaseSync } from 'node:sqlite';
import type { TableRow } from '../../contract/table.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, sha256, text, userId } from '../sqlite/typed-query.ts';
import { toLabel } from '../storage/cards.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';
import { createManagers, type Manager } from './managers.ts';
import type { Order } from './order.ts';
import { ownName, servedName, storedColumns } from './stored-columns.ts';

export type PersonRow = Omit<TableRow, 'manager' | 'otherManagers' | 'selected'> & {
  readonly key: PersonKey;
  readonly managers: readonly Manager[];
};

const storedKinds = {
  key: number,
  id: userId,
  name: text,
  username: orNull(text),
  email: orNull(text),
  phone: orNull(text),
  deletedAt: orNull(number),
  notFoundSince: orNull(number),
  availability: orNull(text),
  role: orNull(text),
  roleName: orNull(text),
  ownRoleName: orNull(text),
  team: orNull(text),
  teamName: orNull(text),
  ownTeamName: orNull(text),
  picture: orNull(sha256),
  reportCount: number,
  createdAt: orNull(number),
  updatedAt: orNull(number),
  fetchedAt: number,
};

export const keyIn = (packed: number): PersonKey => packed >> 3;
export const statusIn = (packed: number): number => packed & 7;

export function createRows(database: DatabaseSync, upward: Pick<ClaimsUpward, 'now'>) {
  const managersOf = createManagers(database, upward);
  // CROSS JOIN keeps SQLite from walking the tables in another order than the one asked for.
  const rows = prepareQuery(
    database,
    `SELECT p.key, i.id, p.name, p.username, ${storedColumns.email} AS email, ${storedColumns.phone} AS phone,
      ${storedColumns.deletedAt} AS deletedAt, ${storedColumns.notFoundSince} AS notFoundSince, p.availability,
      p.role, ${servedName('role', 'p.role')} AS roleName, ${ownName('role', 'p.role')} AS ownRoleName,
      p.team, ${servedName('team', 'p.team')} AS teamName, ${ownName('team', 'p.team')} AS ownTeamName, picture.sha256 AS picture, p.report_count AS reportCount,
      ${storedColumns.createdAt} AS createdAt, ${storedColumns.updatedAt} AS updatedAt, p.fetched_at AS fetchedAt
    FROM json_each(?) wanted CROSS JOIN people p ON p.key = wanted.value CROSS JOIN ids i ON i.key = p.key
    LEFT JOIN pictures picture ON picture.url = p.picture_url`,
    storedKinds,
  );

  return (order: Order): PersonRow[] => {
    const keys = Array.from(order, keyIn);
    const managers = managersOf(keys);
    const statuses = new Map(Array.from(order, (packed) => [keyIn(packed), statusIn(packed)]));
    return rows
      .all(JSON.stringify(keys))
      .map(({ role, roleName, ownRoleName, team, teamName, ownTeamName, ...row }) => ({
        ...row,
        status: statusFromNumber(statuses.get(row.key) ?? -1),
        role: toLabel(role, roleName, ownRoleName),
        team: toLabel(team, teamName, ownTeamName),
        managers: managers.get(row.key) ?? [],
      }));
  };
}
