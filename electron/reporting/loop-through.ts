/** The loop in which a person stands, by any claims: people of whom each lists the next. */
import type { Claims, PersonKey } from './claim-graph.ts';

/**
 * The shortest that begins with the person, each listing the next and the last the first; null where there is none. A
 * claim on oneself is no loop.
 */
export function loopThrough(claims: Claims, person: PersonKey): PersonKey[] | null {
  const lists = new Map<PersonKey, PersonKey>();
  const above: PersonKey[] = [person];
  for (const report of above) {
    for (const manager of claims.managersOf(report)) {
      if (manager === person) return wayDown(person, report, lists);
      if (lists.has(manager)) continue;
      lists.set(manager, report);
      above.push(manager);
    }
  }
  return null;
}

function wayDown(person: PersonKey, first: PersonKey, lists: ReadonlyMap<PersonKey, PersonKey>): PersonKey[] {
  const way = [person];
  for (let next: PersonKey | undefined = first; next !== undefined && next !== person; next = lists.get(next)) {
    way.push(next);
  }
  return way;
}
