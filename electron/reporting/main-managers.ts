/** Who somebody's manager is, by the one rule for all that shows one: see docs/decisions/manager.md. */
import type { Claims, PersonKey } from './claim-graph.ts';
import { inOrder } from './claim-order.ts';
import { createWaysUp } from './ways-up.ts';

export type MainManagers = {
  /** Null where nobody else lists the person. */
  readonly of: (person: PersonKey) => PersonKey | null;
  /**
   * A number for the loop of people who are each the manager of the next, for those who stand in it; null for everybody
   * else. There is none where claims lead to a top.
   */
  readonly loopOf: (person: PersonKey) => number | null;
};

/** Holds for the claims as they are, and is made again when they change. What was found out is kept. */
export function createMainManagers(claims: Claims): MainManagers {
  const { managerOf, leadsToTop } = createWaysUp(claims);
  const loops = new Map<PersonKey, number | null>();

  const of = (person: PersonKey): PersonKey | null => {
    const managers = claims.managersOf(person);
    if (managers.length < 2) return managers[0] ?? null;
    return managerOf(person) ?? inOrder(claims.claimsOn(person), { first: null, limit: 1 })[0]?.manager ?? null;
  };

  return {
    of,
    loopOf: (person) => {
      if (leadsToTop(person)) return null;
      const passed: PersonKey[] = [];
      let next: PersonKey | null = person;
      while (next !== null && !loops.has(next)) {
        loops.set(next, null);
        passed.push(next);
        next = of(next);
      }
      // A person met twice on this way stands in a loop; on an earlier way the loop was found already.
      const from = next === null ? -1 : passed.indexOf(next);
      if (from !== -1) for (const member of passed.slice(from)) loops.set(member, loops.size);
      return loops.get(person) ?? null;
    },
  };
}
