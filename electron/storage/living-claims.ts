/**
 * The claims that live, as they are read: by the person they are on, one at a time and many at once, and all of them. What is
 * read of many comes as one text, since a row for each takes several times as long.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Claim } from '../reporting/claim-graph.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numberListsIn } from './number-lists.ts';

/** What the claims of one manager have in common, and when the first and the last of those that live began. */
type Claiming = Omit<Claim, 'manager'> & { readonly lastBegunAt: number };

// A claim was last seen when its manager's last reply came that spoke of direct reports. `p`: the manager in `people`.
const claimingColumns = ['p.key', 'p.status', 'coalesce(p.reports_at, p.fetched_at)', 'p.report_count'];
const claimingText = claimingColumns.join(" || ',' || ");
// `c`: the claim.
const byOthers = 'c.ended_at IS NULL AND c.manager <> c.report';

export type LivingClaims = ReturnType<typeof createLivingClaims>;

export function createLivingClaims(database: DatabaseSync) {
  const asLists = (sql: string) => prepareQuery(database, sql, [orNull(text)]);
  const every = asLists(`
    SELECT group_concat(list, ';') FROM (
      SELECT manager || ',' || group_concat(report) AS list FROM claims WHERE ended_at IS NULL GROUP BY manager
    )`);
  const onOne = prepareQuery(
    database,
    `SELECT ${claimingColumns.join(', ')}, c.first_seen_at
    FROM claims c CROSS JOIN people p ON p.key = c.manager WHERE c.report = ? AND ${byOthers}`,
    [number, number, number, number, number],
  );
  const onMany = asLists(`
    SELECT group_concat(c.report || ',' || c.first_seen_at || ',' || ${claimingText}, ';')
    FROM json_each(?) wanted CROSS JOIN claims c ON c.report = wanted.value AND ${byOthers}
    CROSS JOIN people p ON p.key = c.manager`);
  const begunOnMany = asLists(`
    SELECT group_concat(c.report || ',' || c.manager || ',' || c.first_seen_at, ';')
    FROM json_each(?) wanted CROSS JOIN claims c ON c.report = wanted.value AND ${byOthers}`);
  const claiming = asLists(`
    SELECT group_concat(${claimingText} || ',' || (
      SELECT coalesce(min(c.first_seen_at), 0) || ',' || coalesce(max(c.first_seen_at), 0)
      FROM claims c WHERE c.manager = p.key AND c.ended_at IS NULL
    ), ';')
    FROM json_each(?) wanted CROSS JOIN people p ON p.key = wanted.value`);
  // By manager: that way they lie one after the other, and are read in a seventh of the time.
  const begunLater = asLists(`
    SELECT group_concat(c.report || ',' || c.manager || ',' || c.first_seen_at, ';')
    FROM json_each(?) first CROSS JOIN claims c ON c.manager = first.value ->> 0
    AND c.first_seen_at > first.value ->> 1 AND ${byOthers}`);
  const listsOf = (query: typeof every, ...values: string[]) => numberListsIn(query.one(...values)[0]);

  return {
    /** Every manager who lists somebody, with the people listed; with themselves, where they list themselves. */
    everyList: (): Iterable<[manager: PersonKey, reports: PersonKey[]]> => listsOf(every),
    /** Claims on a person by others. */
    claimsOn: (report: PersonKey): Claim[] =>
      onOne.all(report).map(([manager, status, seenAt, listed, begunAt]) => {
        return { manager, status: statusFromNumber(status), seenAt, begunAt, listed };
      }),
    /** The same of many people, in any order. */
    *claimsOnMany(reports: readonly PersonKey[]): Generator<[report: PersonKey, claim: Claim]> {
      for (const [report, [begunAt = 0, manager = 0, status = -1, seenAt = 0, listed = 0]] of listsOf(
        onMany,
        JSON.stringify(reports),
      )) {
        yield [report, { manager, status: statusFromNumber(status), seenAt, begunAt, listed }];
      }
    },
    /** The claims on these people by others: the manager who makes each, and since when. */
    *claimsBegun(reports: readonly PersonKey[]): Generator<[report: PersonKey, manager: PersonKey, begunAt: number]> {
      for (const [report, [manager = 0, begunAt = 0]] of listsOf(begunOnMany, JSON.stringify(reports))) {
        yield [report, manager, begunAt];
      }
    },
    *claiming(managers: readonly PersonKey[]): Generator<[manager: PersonKey, claiming: Claiming]> {
      for (const [key, [status = -1, seenAt = 0, listed = 0, begunAt = 0, lastBegunAt = 0]] of listsOf(
        claiming,
        JSON.stringify(managers),
      )) {
        yield [key, { status: statusFromNumber(status), seenAt, listed, begunAt, lastBegunAt }];
      }
    },
    /** Of each of these managers, the claims on others that began after a moment. */
    *begunLater(
      managers: readonly (readonly [manager: PersonKey, after: number])[],
    ): Generator<[report: PersonKey, manager: PersonKey, begunAt: number]> {
      if (managers.length === 0) return;
      for (const [report, [manager = 0, begunAt = 0]] of listsOf(begunLater, JSON.stringify(managers))) {
        yield [report, manager, begunAt];
      }
    },
  };
}
