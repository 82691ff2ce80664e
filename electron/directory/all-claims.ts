/** All claims in memory, from below: four bytes for a person whom one manager lists, more only for who has several. */
import type { PersonKey } from './person-ids.ts';

export type AllClaims = {
  /** Who list a person and are somebody else, each once. */
  readonly managersOf: (person: PersonKey) => readonly PersonKey[];
  /** By person: the manager where there is one, 0 where there is none, `several` where there are more. */
  readonly only: Int32Array;
};

export const several = -1;

const nobody: readonly PersonKey[] = [];
const leastKeys = 1024;

/** `lists`: every manager who lists somebody, with whom. Keys are positive. */
export function allClaimsOf(lists: Iterable<readonly [PersonKey, readonly PersonKey[]]>): AllClaims {
  let only = new Int32Array(leastKeys);
  const more = new Map<PersonKey, PersonKey[]>();
  for (const [manager, reports] of lists) {
    for (const report of reports) {
      if (report === manager) continue;
      if (report >= only.length) {
        const larger = new Int32Array(Math.max(report + 1, only.length * 2));
        larger.set(only);
        only = larger;
      }
      const before = only[report] ?? 0;
      if (before === 0) only[report] = manager;
      else if (before === several) more.get(report)?.push(manager);
      else {
        more.set(report, [before, manager]);
        only[report] = several;
      }
    }
  }
  return {
    managersOf: (person) => {
      const manager = only[person] ?? 0;
      return manager === several ? (more.get(person) ?? nobody) : manager === 0 ? nobody : [manager];
    },
    only,
  };
}
