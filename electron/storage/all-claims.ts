/** All claims in memory, from below: four bytes for a person with one manager, more only for a person with several. */
import type { Claims } from '../reporting/claim-graph.ts';
import { createForks } from '../reporting/forks.ts';
import { KeySet } from '../reporting/key-set.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';

export type AllClaims = Pick<Claims, 'managersOf' | 'forkAbove' | 'listsOthers'> & {
  /** By person: the manager where there is one, 0 where there is none, less than 0 where there are several. */
  readonly only: Int32Array;
  /** Everybody who has several. */
  readonly contested: readonly PersonKey[];
  /** Everybody who lists themselves. */
  readonly listingThemselves: readonly PersonKey[];
};

const leastKeys = 1024;
const nobody: readonly PersonKey[] = [];

/** `lists`: every manager who lists somebody, with the people listed. Keys are positive. */
export function allClaimsOf(lists: Iterable<readonly [PersonKey, readonly PersonKey[]]>): AllClaims {
  let only = new Int32Array(leastKeys);
  const contested: PersonKey[] = [];
  const listingThemselves: PersonKey[] = [];
  /** By the nth of those who have several. */
  const several: PersonKey[][] = [];
  const listing = new KeySet();
  for (const [manager, reports] of lists) {
    for (const report of reports) {
      if (report === manager) {
        listingThemselves.push(manager);
        continue;
      }
      listing.add(manager);
      if (report >= only.length) {
        const larger = new Int32Array(Math.max(report + 1, only.length * 2));
        larger.set(only);
        only = larger;
      }
      const before = only[report] ?? 0;
      if (before === 0) only[report] = manager;
      else if (before < 0) several[-before - 1]?.push(manager);
      else {
        only[report] = -contested.push(report);
        several.push([before, manager]);
      }
    }
  }
  const managersOf = (person: PersonKey): readonly PersonKey[] => {
    const manager = only[person] ?? 0;
    if (manager > 0) return [manager];
    return manager === 0 ? nobody : (several[-manager - 1] ?? nobody);
  };
  const forks = new Int32Array(only.length);
  return {
    only,
    contested,
    listingThemselves,
    managersOf,
    listsOthers: (person) => listing.has(person),
    forkAbove: createForks(managersOf, {
      // One more than the key, so that 0 is none that was found yet.
      get: (person) => (forks[person] ? forks[person] - 1 : undefined),
      set: (person, fork) => {
        forks[person] = fork + 1;
      },
    }),
  };
}
