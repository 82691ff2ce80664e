/** Reads the forest out of the local copy, with the claims it is made of, all of it as it was at one moment. */
import type { DatabaseSync } from 'node:sqlite';
import { statusBits } from '../../contract/organisation-marks.ts';
import { atOneMoment } from '../sqlite/transaction.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';
import type { LivingClaims } from '../storage/living-claims.ts';
import { numbersIn } from '../storage/number-lists.ts';
import type { Forest } from './forest.ts';
import { type ForestRead, forestOf } from './forest-of.ts';

export type ForestNeeds = {
  readonly database: DatabaseSync;
  readonly claims: Pick<LivingClaims, 'claimsBegun'>;
  readonly upward: Pick<ClaimsUpward, 'ofAll'>;
};

export function createReadForest({ database, claims, upward }: ForestNeeds): (before: Forest | null) => ForestRead {
  const numbers = (sql: string) => {
    const query = prepareQuery(database, sql, [orNull(text)]);
    return () => numbersIn(query.one()[0] ?? '');
  };
  const byName = createNamesInOrder(database);
  const statuses = numbers(`SELECT group_concat(key * ${1 << statusBits} + status) FROM people`);
  const notFound = numbers('SELECT group_concat(person) FROM not_found WHERE ended_at IS NULL');
  const failed = numbers('SELECT group_concat(person) FROM fetch_failures');

  return (before) =>
    atOneMoment(database, () =>
      forestOf({
        byName: byName(),
        known: { statuses: statuses(), notFound: notFound(), failed: failed() },
        upward: upward.ofAll(),
        claimsBegun: (pairs) => claims.claimsBegun(pairs.map(([report]) => report)),
        before,
      }),
    );
}

/** Keys of those who are stored, in the order of their names; of one name the smaller key first. */
export function createNamesInOrder(database: DatabaseSync): () => Int32Array {
  // Out of the index alone: ordering in the aggregate takes ten times as long.
  const keys = prepareQuery(
    database,
    'SELECT group_concat(key) FROM (SELECT key FROM people INDEXED BY people_by_name ORDER BY sort_name)',
    [orNull(text)],
  );
  return () => numbersIn(keys.one()[0] ?? '');
}
