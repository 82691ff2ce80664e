/** The forest of what was read: who is stored, what is said of everybody, and the claims, as they were at one moment. */
import { marks, noStatus, statusBits } from '../../contract/organisation-marks.ts';
import type { Claims } from '../reporting/claim-graph.ts';
import { begunBy, type ClaimsBegun } from '../reporting/cut-circles.ts';
import type { UpwardOfAll } from '../storage/claims-upward.ts';
import type { KnownPeople } from '../storage/people-as-of.ts';
import { buildForest } from './build-forest.ts';
import type { Forest } from './forest.ts';

export type ForestRead = { readonly forest: Forest; readonly claims: Pick<Claims, 'claimsOn' | 'managersOf'> };

export type ForestSource = {
  /** Keys of those who are stored, in the order of their names. */
  readonly byName: Int32Array;
  readonly known: KnownPeople;
  readonly upward: UpwardOfAll;
  readonly claimsBegun: ClaimsBegun;
  /** Whose order is kept; null: everybody is ordered by size. */
  readonly before: Forest | null;
};

export function forestOf({ byName, known, upward, claimsBegun, before }: ForestSource): ForestRead {
  const { all, managers, claims } = upward;
  const length = byName.reduce((most, key) => Math.max(most, key), all.only.length - 1) + 1;
  const managerOf = new Int32Array(length);
  managerOf.set(all.only);
  for (const person of all.contested) managerOf[person] = managers.of(person) ?? 0;
  const forest = buildForest({
    byName,
    managerOf,
    marksOf: marksOf(length, managerOf, { known, all }),
    throughOthersOf: throughOthersOf(length, managerOf, all),
    begunAt: begunBy(managerOf, claimsBegun),
    before,
  });
  return { forest, claims };
}

type Marking = Pick<UpwardOfAll, 'all'> & Pick<ForestSource, 'known'>;

function marksOf(length: number, managerOf: Int32Array, { known, all }: Marking): Uint16Array {
  const of = new Uint16Array(length).fill(noStatus);
  for (const packed of known.statuses) of[packed >> statusBits] = packed & marks.status;
  const isStored = (key: number) => ((of[key] ?? noStatus) & marks.status) !== noStatus;
  const mark = (keys: Iterable<number>, bit: number) => {
    for (const key of keys) of[key] = (of[key] ?? noStatus) | bit;
  };
  const notStored = (keys: Int32Array) => Array.from(keys).filter((key) => !isStored(key));
  mark(notStored(known.notFound), marks.notFound);
  mark(notStored(known.failed), marks.failed);
  for (const [key, manager] of managerOf.entries()) {
    if (manager === 0 || isStored(key) || ((of[key] ?? 0) & marks.notFound) !== 0) continue;
    of[key] = (of[key] ?? noStatus) | marks.notFetched;
  }
  mark(all.listingThemselves, marks.listsThemselves);
  mark(all.contested, marks.severalManagers);
  return of;
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
