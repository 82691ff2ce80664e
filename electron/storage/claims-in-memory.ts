/**
 * The claims on people who have several managers, out of memory, with all that the rule compares. All claims of a manager that
 * began with their first are one object, since a million of them would take longer to make than to compare.
 */
import type { Claim } from '../reporting/claim-graph.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { AllClaims } from './all-claims.ts';
import type { LivingClaims } from './living-claims.ts';

export function createClaimsInMemory(
  table: Pick<LivingClaims, 'claiming' | 'begunLater'>,
  { contested, managersOf }: Pick<AllClaims, 'contested' | 'managersOf'>,
): (person: PersonKey) => readonly Claim[] {
  const managers = new Set<PersonKey>();
  for (const person of contested) for (const manager of managersOf(person)) managers.add(manager);
  const first = new Map<PersonKey, Claim>();
  /** By manager, then by person: claims that began after the manager's first. */
  const later = new Map<PersonKey, Map<PersonKey, Claim>>();
  for (const [manager, { lastBegunAt, ...claiming }] of table.claiming([...managers])) {
    first.set(manager, { manager, ...claiming });
    if (lastBegunAt > claiming.begunAt) later.set(manager, new Map());
  }
  const begunFirst = [...later.keys()].map((manager) => [manager, first.get(manager)?.begunAt ?? 0] as const);
  for (const [person, manager, begunAt] of table.begunLater(begunFirst)) {
    const claim = first.get(manager);
    if (claim !== undefined) later.get(manager)?.set(person, { ...claim, begunAt });
  }
  return (person) => {
    const claims: Claim[] = [];
    for (const manager of managersOf(person)) {
      const claim = later.get(manager)?.get(person) ?? first.get(manager);
      if (claim !== undefined) claims.push(claim);
    }
    return claims;
  };
}
