/**
 * The claims on people who have several managers, out of memory, with all that the rule compares. Since when a claim is
 * made is only asked of two that were seen at the same moment: that alone is read when it is asked for.
 */
import type { Claim } from '../reporting/claim-graph.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { AllClaims } from './all-claims.ts';
import type { Claiming, LivingClaims } from './living-claims.ts';

/** Read one by one before those of everybody are read. */
const fewMoments = 500;

type BegunAt = (person: PersonKey, manager: PersonKey) => number;

class ClaimInMemory implements Claim {
  readonly manager: PersonKey;
  readonly #person: PersonKey;
  readonly #claiming: Claiming;
  readonly #begunAt: BegunAt;

  constructor(person: PersonKey, manager: PersonKey, claiming: Claiming, begunAt: BegunAt) {
    this.manager = manager;
    this.#person = person;
    this.#claiming = claiming;
    this.#begunAt = begunAt;
  }
  get status() {
    return this.#claiming.status;
  }
  get seenAt() {
    return this.#claiming.seenAt;
  }
  get listed() {
    return this.#claiming.listed;
  }
  get begunAt() {
    return this.#begunAt(this.#person, this.manager);
  }
}

export function createClaimsInMemory(
  table: Pick<LivingClaims, 'claiming' | 'claimsBegun'>,
  { contested, managersOf }: Pick<AllClaims, 'contested' | 'managersOf'>,
): (person: PersonKey) => readonly Claim[] {
  const claiming = new Map(table.claiming([...new Set(contested.flatMap(managersOf))]));
  const moments = new Map<PersonKey, Map<PersonKey, number>>();
  const read = (people: readonly PersonKey[]) => {
    for (const [person, manager, begunAt] of table.claimsBegun(people)) {
      const before = moments.get(person);
      if (before === undefined) moments.set(person, new Map([[manager, begunAt]]));
      else before.set(manager, begunAt);
    }
  };
  const begunAt: BegunAt = (person, manager) => {
    if (!moments.has(person)) read(moments.size < fewMoments ? [person] : contested);
    return moments.get(person)?.get(manager) ?? 0;
  };
  return (person) =>
    managersOf(person).flatMap((manager) => {
      const known = claiming.get(manager);
      return known === undefined ? [] : new ClaimInMemory(person, manager, known, begunAt);
    });
}
