/** How all direct reports of somebody stand, in one question: they can be a hundred thousand. */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../contract/ids.ts';
import type { Status } from '../../contract/user.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery } from '../sqlite/typed-query.ts';

/** The status of one who is stored; `never-stored`: the server says that there is no such user; null: nothing is known. */
export type Standing = Status | 'never-stored' | null;

export function createReportStandings(database: DatabaseSync) {
  const rows = prepareQuery(
    database,
    `SELECT w.key, i.key, p.status, n.since FROM json_each(?) w CROSS JOIN ids i ON i.id = w.value
    LEFT JOIN people p ON p.key = i.key
    LEFT JOIN not_found n ON n.person = i.key AND n.ended_at IS NULL`,
    [number, number, orNull(number), orNull(number)],
  );
  const rowsOf = (ids: readonly UserId[]) => rows.all(JSON.stringify(ids));
  return {
    /** One for each of the ids, which are spelled as they are stored. */
    standingsOf: (ids: readonly UserId[]): Standing[] => {
      const standings: Standing[] = ids.map(() => null);
      for (const [nth, , status, notFoundSince] of rowsOf(ids)) {
        if (status !== null) standings[nth] = statusFromNumber(status);
        else if (notFoundSince !== null) standings[nth] = 'never-stored';
      }
      return standings;
    },
    keysOfIds: (ids: readonly UserId[]): PersonKey[] => rowsOf(ids).map(([, key]) => key),
  };
}
