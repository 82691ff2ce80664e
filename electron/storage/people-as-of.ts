/** Who was stored at a moment of the past and with which status, who was not found then, and when replies of then were seen. */
import type { DatabaseSync } from 'node:sqlite';
import { marks, statusBits } from '../../contract/organisation-marks.ts';
import { shownStatus } from '../reading/status.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { recordStatusFromNumber, statusToNumber } from '../sqlite/status-order.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numbersIn } from './number-lists.ts';

export type KnownPeople = {
  /** Of those who are stored: the key, with the code of the status that is shown in the lowest three bits. */
  readonly statuses: Int32Array;
  /** Keys of people the server says do not exist, stored or not. */
  readonly notFound: Int32Array;
  /** Keys of those who could not be fetched. */
  readonly failed: Int32Array;
};

/** In SQL: the newest observation of a person by a moment. Ids grow with time, also where two came in one millisecond. */
export function observationAsOf(person: string, at: string): string {
  return `(SELECT max(early.id) FROM observations early WHERE early.person = ${person} AND early.first_seen_at <= ${at})`;
}

/**
 * In SQL: when a reply last said what observation `o` of person `p` says, by a moment. Of a record that was seen before and
 * after it only these two times are kept: it counts as seen at the moment itself.
 */
export function seenAsOf(newestOfPerson: string, at: string): string {
  return `CASE WHEN o.id = p.observation AND ${newestOfPerson} <= ${at} THEN ${newestOfPerson}
    WHEN o.last_seen_at <= ${at} THEN o.last_seen_at ELSE ${at} END`;
}

/** In SQL: whether the server said at a moment that there is no such user, in a row of `not_found`. */
export function notFoundAsOf(at: string): string {
  return `since <= ${at} AND (ended_at IS NULL OR ended_at > ${at})`;
}

/** `at`: milliseconds since 1970-01-01T00:00Z; what came then is part of it. Throws SQLite's errors. */
export function createPeopleAsOf(database: DatabaseSync): (at: number) => KnownPeople {
  const numbers = (sql: string) => {
    const query = prepareQuery(database, sql, [orNull(text)]);
    return (at: number) => numbersIn(query.one(at)[0] ?? '');
  };
  const recorded = numbers(`
    SELECT group_concat(person * ${1 << statusBits} + status)
    FROM (SELECT person, max(id), status FROM observations WHERE first_seen_at <= ?1 GROUP BY person)`);
  const missing = numbers(`SELECT group_concat(person) FROM not_found WHERE ${notFoundAsOf('?1')}`);
  // Tries before the last one are not kept.
  const failed = numbers('SELECT group_concat(person) FROM fetch_failures WHERE at <= ?1');
  return (at) => {
    const notFound = missing(at);
    const isNotFound = new Set<PersonKey>(notFound);
    const statuses = recorded(at).map((packed) => {
      const [key, code] = [packed >> statusBits, packed & marks.status];
      if (!isNotFound.has(key)) return packed;
      return (key << statusBits) | statusToNumber(shownStatus(recordStatusFromNumber(code), at));
    });
    return { statuses, notFound, failed: failed(at) };
  };
}
