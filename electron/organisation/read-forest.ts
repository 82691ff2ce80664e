/** Reads the forest out of the local copy, with the claims it is made of, all of it as it was at one moment. */
import type { DatabaseSync } from 'node:sqlite';
import { marks, noStatus } from '../../contract/organisation-marks.ts';
import type { Claims } from '../reporting/claim-graph.ts';
import { atOneMoment } from '../sqlite/transaction.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { ClaimsUpward, UpwardOfAll } from '../storage/claims-upward.ts';
import type { LivingClaims } from '../storage/living-claims.ts';
import { numbersIn } from '../storage/number-lists.ts';
import { buildForest } from './build-forest.ts';
import type { Forest } from './forest.ts';

export type ForestNeeds = {
  readonly database: DatabaseSync;
  readonly claims: Pick<LivingClaims, 'claimsBegun'>;
  readonly upward: Pick<ClaimsUpward, 'ofAll'>;
};

export type ForestRead = { readonly forest: Forest; readonly claims: Pick<Claims, 'claimsOn' | 'managersOf'> };

const statusBits = 3;

export function createReadForest({ database, claims, upward }: ForestNeeds): (before: Forest | null) => ForestRead {
  const numbers = (sql: string) => {
    const query = prepareQuery(database, sql, [orNull(text)]);
    return () => numbersIn(query.one()[0] ?? '');
  };
  // Out of the index alone: ordering in the aggregate takes ten times as long. Of one name the smaller key comes first.
  const byName = numbers(
    'SELECT group_concat(key) FROM (SELECT key FROM people INDEXED BY people_by_name ORDER BY sort_name)',
  );
  const statuses = numbers(`SELECT group_concat(key * ${1 << statusBits} + status) FROM people`);
  const notFound = numbers('SELECT group_concat(person) FROM not_found WHERE ended_at IS NULL');
  const failed = numbers('SELECT group_concat(person) FROM fetch_failures');

  const marksOf = (length: number, managerOf: Int32Array, all: UpwardOfAll['all']): Uint16Array => {
    const of = new Uint16Array(length).fill(noStatus);
    for (const packed of statuses()) of[packed >> statusBits] = packed & ((1 << statusBits) - 1);
    const isStored = (key: number) => ((of[key] ?? noStatus) & marks.status) !== noStatus;
    const mark = (keys: Iterable<number>, bit: number) => {
      for (const key of keys) of[key] = (of[key] ?? noStatus) | bit;
    };
    mark(
      Array.from(notFound()).filter((key) => !isStored(key)),
      marks.notFound,
    );
    mark(
      Array.from(failed()).filter((key) => !isStored(key)),
      marks.failed,
    );
    for (const [key, manager] of managerOf.entries()) {
      if (manager === 0 || isStored(key) || ((of[key] ?? 0) & marks.notFound) !== 0) continue;
      of[key] = (of[key] ?? noStatus) | marks.notFetched;
    }
    mark(all.listingThemselves, marks.listsThemselves);
    mark(all.contested, marks.severalManagers);
    return of;
  };

  return (before) =>
    atOneMoment(database, () => {
      const { all, managers, claims: claimsThen } = upward.ofAll();
      const order = byName();
      const length = order.reduce((most, key) => Math.max(most, key), all.only.length - 1) + 1;
      const managerOf = new Int32Array(length);
      managerOf.set(all.only);
      for (const person of all.contested) managerOf[person] = managers.of(person) ?? 0;
      const forest = buildForest({
        byName: order,
        managerOf,
        marksOf: marksOf(length, managerOf, all),
        throughOthersOf: throughOthersOf(length, managerOf, all),
        begunAt: (people) => begunAt(people, managerOf),
        before,
      });
      return { forest, claims: claimsThen };
    });

  function begunAt(people: Int32Array, managerOf: Int32Array): Float64Array {
    const begun = new Float64Array(people.length);
    if (people.length === 0) return begun;
    const nthOf = new Int32Array(managerOf.length);
    for (const [nth, person] of people.entries()) nthOf[person] = nth;
    for (const [person, manager, at] of claims.claimsBegun([...people])) {
      if (managerOf[person] === manager) begun[nthOf[person] ?? 0] = at;
    }
    return begun;
  }
}

/** Only people who have several managers are under another one than some of those who list them. */
function throughOthersOf(length: number, managerOf: Int32Array, all: UpwardOfAll['all']): Int32Array {
  const counts = new Int32Array(length);
  for (const person of all.contested) {
    for (const manager of all.managersOf(person)) {
      if (manager !== managerOf[person]) counts[manager] = (counts[manager] ?? 0) + 1;
    }
  }
  return counts;
}
