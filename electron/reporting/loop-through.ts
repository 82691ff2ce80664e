/** The loop in which a person stands, by any claims: each person in it lists the next. */
import type { Claims, PersonKey } from './claim-graph.ts';
import { KeySet } from './key-set.ts';

/**
 * The shortest that begins with the person, each listing the next and the last the first; null where there is none. A
 * claim on oneself is no loop.
 */
export function loopThrough({ managersOf }: Pick<Claims, 'managersOf'>, person: PersonKey): PersonKey[] | null {
  const reached = new KeySet();
  /** Everybody above, and which of those before them they list. */
  const above: PersonKey[] = [person];
  const listing: number[] = [-1];
  for (let nth = 0; nth < above.length; nth += 1) {
    for (const manager of managersOf(above[nth] ?? person)) {
      if (manager === person) return wayDown(above, listing, nth);
      if (!reached.add(manager)) continue;
      above.push(manager);
      listing.push(nth);
    }
  }
  return null;
}

/** From the person, who is the first, over the nth, down to the one the first lists. */
function wayDown(above: readonly PersonKey[], listing: readonly number[], nth: number): PersonKey[] {
  const way = above.slice(0, 1);
  for (let at = nth; at > 0; at = listing[at] ?? 0) way.push(above[at] ?? 0);
  return way;
}
