/**
 * The claims of a moment of the past, and what the rule makes of them: those that had begun by then and had not ended. When a
 * manager was seen by then, and how many people they listed, follows from the replies and the claims that are kept.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Status } from '../../contract/user.ts';
import type { Claims } from '../reporting/claim-graph.ts';
import { createMainManagers } from '../reporting/main-managers.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { allClaimsOf } from './all-claims.ts';
import { carriedOf } from './carried.ts';
import { createClaimsInMemory } from './claims-in-memory.ts';
import type { UpwardOfAll } from './claims-upward.ts';
import { reportsAtOf } from './compare-replies.ts';
import type { LivingClaims } from './living-claims.ts';
import { numberListsIn } from './number-lists.ts';
import { observationAsOf, seenAsOf } from './people-as-of.ts';

export type ClaimsAsOf = {
  /** `statusOf`: as it was shown then. */
  readonly upward: (at: number, statusOf: (person: PersonKey) => Status) => UpwardOfAll;
  /** Of people and a manager who lists each of them at the moment: since when. */
  readonly begun: (
    at: number,
    pairs: readonly (readonly [report: PersonKey, manager: PersonKey])[],
  ) => Iterable<[report: PersonKey, manager: PersonKey, begunAt: number]>;
};

// `c`: the claim. Every statement is given the moment as its first value.
const living = 'c.first_seen_at <= ?1 AND (c.ended_at IS NULL OR c.ended_at > ?1)';
const byOthers = 'c.manager <> c.report';

/** Milliseconds since 1970-01-01T00:00Z throughout; what came in a moment is part of it. Throws SQLite's errors. */
export function createClaimsAsOf(database: DatabaseSync): ClaimsAsOf {
  const asLists = (sql: string) => {
    const query = prepareQuery(database, sql, [orNull(text)]);
    return (at: number, ...values: string[]) => numberListsIn(query.one(at, ...values)[0]);
  };
  const every = asLists(`
    SELECT group_concat(list, ';') FROM (
      SELECT c.manager || ',' || group_concat(c.report) AS list FROM claims c WHERE ${living} GROUP BY c.manager
    )`);
  const claiming = asLists(`
    SELECT group_concat(wanted.value || ',' || coalesce(o.id, 0) || ',' || (o.carried IS NOT NULL) || ',' ||
      (${seenAsOf('coalesce(p.reports_at, p.fetched_at)', '?1')}) || ',' || (
        SELECT count(*) || ',' || coalesce(min(c.first_seen_at), 0) || ',' || coalesce(max(c.first_seen_at), 0)
        FROM claims c WHERE c.manager = wanted.value AND ${living}
      ), ';')
    FROM json_each(?2) wanted LEFT JOIN observations o ON o.id = ${observationAsOf('wanted.value', '?1')}
    LEFT JOIN people p ON p.key = wanted.value`);
  const begunLater = asLists(`
    SELECT group_concat(c.report || ',' || c.manager || ',' || c.first_seen_at, ';')
    FROM json_each(?2) first CROSS JOIN claims c ON c.manager = first.value ->> 0
    AND c.first_seen_at > first.value ->> 1 AND ${byOthers} AND ${living}`);
  const begun = asLists(`
    SELECT group_concat(c.report || ',' || c.manager || ',' || c.first_seen_at, ';')
    FROM json_each(?2) wanted CROSS JOIN claims c
    ON c.manager = wanted.value ->> 1 AND c.report = wanted.value ->> 0 AND ${living}`);
  const carried = prepareQuery(database, 'SELECT carried FROM observations WHERE id = ?', [orNull(text)]);

  /** The newest reply of then may not speak of direct reports; an older one did. */
  const reportsSeenAt = (observation: number, isCarrying: boolean, seenAt: number): number =>
    (isCarrying ? reportsAtOf(carriedOf(carried.one(observation)[0])) : null) ?? seenAt;

  const tableOf = (
    at: number,
    statusOf: (person: PersonKey) => Status,
  ): Pick<LivingClaims, 'claiming' | 'begunLater'> => ({
    *claiming(managers) {
      for (const [manager, numbers] of claiming(at, JSON.stringify(managers))) {
        const [observation = 0, isCarrying = 0, seenAt = 0, listed = 0, begunAt = 0, lastBegunAt = 0] = numbers;
        const seen = reportsSeenAt(observation, isCarrying === 1, seenAt);
        yield [manager, { status: statusOf(manager), seenAt: seen, listed, begunAt, lastBegunAt }];
      }
    },
    *begunLater(managers) {
      if (managers.length === 0) return;
      for (const [report, [manager = 0, begunAt = 0]] of begunLater(at, JSON.stringify(managers))) {
        yield [report, manager, begunAt];
      }
    },
  });

  return {
    upward: (at, statusOf) => {
      const all = allClaimsOf(withoutRepeats(every(at)));
      const { managersOf, listsOthers, forkAbove, contested } = all;
      const table = tableOf(at, statusOf);
      const claimsOf = (people: readonly PersonKey[]) => createClaimsInMemory(table, { contested: people, managersOf });
      let several: Claims['claimsOn'] | null = null;
      const claims: Claims = {
        managersOf,
        listsOthers,
        forkAbove,
        claimsOn: (person) => {
          if (managersOf(person).length < 2) return claimsOf([person])(person);
          several ??= claimsOf(contested);
          return several(person);
        },
      };
      return { claims, managers: createMainManagers(claims), all };
    },
    *begun(at, pairs) {
      for (const [report, [manager = 0, begunAt = 0]] of begun(at, JSON.stringify(pairs))) {
        yield [report, manager, begunAt];
      }
    },
  };
}

/** When the first claim was seen; null: there is none. */
export function createFirstClaim(database: DatabaseSync): () => number | null {
  const first = prepareQuery(database, 'SELECT min(first_seen_at) FROM claims', [orNull(number)]);
  return () => first.one()[0];
}

/** Two claims of the same two people may overlap, as clocks leave them. */
function* withoutRepeats(
  lists: Iterable<[PersonKey, PersonKey[]]>,
): Generator<[manager: PersonKey, reports: PersonKey[]]> {
  for (const [manager, reports] of lists) {
    yield [manager, [...new Set(reports)]];
  }
}
