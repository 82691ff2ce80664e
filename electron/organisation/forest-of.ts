/** The forest of what was read: who is stored, what is said of everybody, and the claims, as they were at one moment. */
import { marks, noStatus, statusBits } from '../../contract/organisation-marks.ts';
import type { Claims } from '../reporting/claim-graph.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
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
  /** The claims on people, of at least the manager that is named with each; and since when. */
  readonly claimsBegun: (
    pairs: readonly (readonly [report: PersonKey, manager: PersonKey])[],
  ) => Iterable<[report: PersonKey, manager: PersonKey, begunAt: number]>;
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
    begunAt: (people) => begunAt(people, managerOf, claimsBegun),
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

function begunAt(people: Int32Array, managerOf: Int32Array, claimsBegun: ForestSource['claimsBegun']): Float64Array {
  const begun = new Float64Array(people.length);
  if (people.length === 0) return begun;
  const nthOf = new Int32Array(managerOf.length);
  for (const [nth, person] of people.entries()) nthOf[person] = nth;
  const pairs = Array.from(people, (person) => [person, managerOf[person] ?? 0] as const);
  for (const [person, manager, at] of claimsBegun(pairs)) {
    if (managerOf[person] === manager) begun[nthOf[person] ?? 0] = at;
  }
  return begun;
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
