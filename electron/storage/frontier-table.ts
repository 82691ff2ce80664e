/**
 * Who is still to be fetched. There is no list of them that could get out of step: they follow from who was named, who is
 * stored and who failed. Keys are given in the order of naming, so that walking by key goes level by level.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../contract/ids.ts';
import { userPath } from '../api/request.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusToNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, userId } from '../sqlite/typed-query.ts';
import type { MissingCounts } from './missing-counts.ts';

/** `last`: after whom to look on; people named later have larger keys. */
export type Pending = { readonly ids: readonly UserId[]; readonly last: PersonKey };

export type Progress = {
  /** Everybody who was named. */
  readonly found: number;
  readonly fetched: number;
  /** Neither stored nor to be had. */
  readonly failed: number;
  readonly notFound: number;
};

/**
 * A failure that may pass is given up after so many tries of the sync, each of which is one request. Of a server that fails
 * one request in ten, a hundred thousand people then lose one; a server that never gives a few is asked little more for it.
 */
const mostTries = 5;

export function createFrontierTable(database: DatabaseSync, missing: MissingCounts) {
  const named = (sql: string) => prepareQuery(database, sql, { key: number, id: userId });
  const onlyIds = (sql: string) => prepareQuery(database, sql, [userId]);
  const pending = named(`
    SELECT i.key, i.id FROM ids i LEFT JOIN people p ON p.key = i.key
    WHERE i.key > ? AND (p.key IS NULL OR p.is_whole = 0)
      AND NOT EXISTS (SELECT 1 FROM not_found n WHERE n.person = i.key AND n.ended_at IS NULL AND n.last_at > 0)
      AND NOT EXISTS (SELECT 1 FROM fetch_failures f WHERE f.person = i.key)
    ORDER BY i.key LIMIT ?`);
  const passing = named(`
    SELECT i.key, i.id FROM fetch_failures f JOIN ids i ON i.key = f.person
    WHERE f.person > ? AND f.passes = 1 AND f.tries < ${mostTries} ORDER BY f.person LIMIT ?`);
  // Whoever failed or was not found within a day has had their turn, whatever else is known of them.
  const notTriedLately = (key: string) => `
    NOT EXISTS (
      SELECT 1 FROM not_found n WHERE n.person = ${key} AND n.ended_at IS NULL AND n.last_at BETWEEN ?1 AND ?2)
    AND NOT EXISTS (SELECT 1 FROM fetch_failures f WHERE f.person = ${key} AND f.at BETWEEN ?1 AND ?2)`;
  // A time in the future was stored before the clock was set back: it makes nothing fresh, and its person comes first.
  const oldest = (table: string, key: string, at: string, condition: string) =>
    prepareQuery(
      database,
      `
    SELECT i.id, o.at FROM (
      SELECT ${key} AS key, 0 AS at FROM ${table} WHERE ${at} > ?2 AND ${condition} UNION ALL
      SELECT * FROM (SELECT ${key} AS key, ${at} AS at FROM ${table} WHERE ${at} < ?1 AND ${condition} ORDER BY ${at})
    ) o JOIN ids i ON i.key = o.key
    WHERE ${notTriedLately('o.key')} LIMIT ?3`,
      { id: userId, at: number },
    );
  const isUnknown = 'NOT EXISTS (SELECT 1 FROM people p WHERE p.key = person)';
  const isNamed = `(
    EXISTS (SELECT 1 FROM claims c WHERE c.report = person AND c.ended_at IS NULL)
    OR person IN (SELECT i.key FROM start_ids s JOIN ids i ON i.id = s.id))`;
  const missingLongest = (who: string) => [
    oldest('fetch_failures', 'person', 'at', `${isUnknown} AND ${who}`),
    oldest('not_found', 'person', 'last_at', `ended_at IS NULL AND ${isUnknown} AND ${who}`),
  ];
  const stale = [oldest('people', 'key', 'fetched_at', 'true'), ...missingLongest(isNamed)];
  const staleUnnamed = missingLongest(`NOT ${isNamed}`);
  const oldestOf = (some: readonly ReturnType<typeof oldest>[], before: number, now: number, limit: number): UserId[] =>
    some
      .flatMap((each) => each.all(before, now, limit))
      .sort((one, other) => one.at - other.at)
      .map(({ id }) => id);
  const staleAmong = onlyIds(`
    SELECT i.id FROM json_each(?4) w JOIN ids i ON i.id = w.value JOIN people p ON p.key = i.key
    WHERE (p.fetched_at < ?1 OR p.fetched_at > ?2) AND ${notTriedLately('i.key')} LIMIT ?3`);
  const lastGiven = onlyIds(`
    SELECT i.id FROM people p JOIN ids i ON i.key = p.key JOIN observations o ON o.id = p.observation
    WHERE instr(o.url, ?) > 0
      AND NOT EXISTS (SELECT 1 FROM not_found n WHERE n.person = p.key AND n.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM fetch_failures f WHERE f.person = p.key)
    ORDER BY p.fetched_at DESC LIMIT 1`);
  const witnesses = onlyIds(`
    SELECT i.id FROM (
      SELECT p.key, p.status, p.fetched_at FROM people p
      WHERE NOT EXISTS (SELECT 1 FROM not_found n WHERE n.person = p.key AND n.ended_at IS NULL)
      ORDER BY p.fetched_at DESC LIMIT ?) w JOIN ids i ON i.key = w.key
    ORDER BY (w.status = ${statusToNumber('deleted')})
      + EXISTS (SELECT 1 FROM fetch_failures f WHERE f.person = w.key), w.fetched_at DESC`);
  const found = prepareQuery(database, 'SELECT max(key) FROM ids', [orNull(number)]);
  const fetched = prepareQuery(database, 'SELECT total(people) FROM status_counts', [number]);

  const some = (query: typeof pending, after: PersonKey, limit: number): Pending => {
    const rows = query.all(after, limit);
    return { ids: rows.map(({ id }) => id), last: rows.at(-1)?.key ?? after };
  };

  return {
    /** People named after a key, neither stored whole, nor failed, nor known not to exist (0: to be asked for again). */
    pending: (after: PersonKey, limit: number): Pending => some(pending, after, limit),
    /** People whose failure may have passed. */
    passing: (after: PersonKey, limit: number): Pending => some(passing, after, limit),
    /**
     * Those of `first` fetched before `before`, then whoever was tried longest ago: to keep them fresh, or because they
     * could not be had. Ids that nobody names, as a list that is checked may hold thousands of, come behind all others.
     * `now` tells times that cannot be.
     */
    stale: (before: number, now: number, first: readonly UserId[], limit: number): UserId[] => {
      const among = staleAmong.all(before, now, limit, JSON.stringify(first)).map(([id]) => id);
      const some = new Set([...among, ...oldestOf(stale, before, now, limit)]);
      const unnamed = some.size < limit ? oldestOf(staleUnnamed, before, now, limit) : [];
      return [...some, ...unnamed].slice(0, limit);
    },
    /** Who was fetched last of all who were asked for singly and were given; null: nobody. */
    lastGiven: (): UserId | null => lastGiven.get(userPath)?.[0] ?? null,
    /**
     * Those fetched last, who are likely to be given again: people who were deleted, or could not be fetched lately, come
     * behind the others.
     */
    witnesses: (limit: number): UserId[] => witnesses.all(limit).map(([id]) => id),
    progress: (): Progress => ({
      found: found.one()[0] ?? 0,
      fetched: fetched.one()[0],
      failed: missing.of('failed'),
      notFound: missing.of('not-found'),
    }),
  };
}
