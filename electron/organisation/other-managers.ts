/** Who else lists somebody: those who are not the manager, the one whose claim was seen last first. */
import { mostOtherManagers } from '../../contract/bounds.ts';
import { marks } from '../../contract/organisation-marks.ts';
import type { Claim, Claims } from '../reporting/claim-graph.ts';
import { inOrder } from '../reporting/claim-order.ts';
import { cutFromAt } from './around.ts';
import { type Forest, placeOfKey } from './forest.ts';

/** `more`: how many are not among the first ones. */
export type OtherManagers = { readonly first: readonly Claim[]; readonly more: number };

const none: OtherManagers = { first: [], more: 0 };

/** Of the person at each of these places, in their order. */
export type OtherManagersAt = (forest: Forest, places: readonly number[]) => OtherManagers[];

/** The places of the first other managers of the person at a place. */
export function otherPlaces(othersAt: OtherManagersAt, forest: Forest, place: number): number[] {
  const [others = none] = othersAt(forest, [place]);
  return others.first.map(({ manager }) => placeOfKey(forest, manager)).filter((one) => one !== 0);
}

/** `claimsOf`: those of which a forest was made. What was written since is for the next one. */
export function createOtherManagers(
  claimsOf: (forest: Forest) => Pick<Claims, 'claimsOn'> | undefined,
): OtherManagersAt {
  return (forest, places) => {
    const isContested = (place: number) => ((forest.marks[place] ?? 0) & marks.severalManagers) !== 0;
    const keyAt = (place: number) => forest.keys[place] ?? 0;
    const claims = claimsOf(forest);
    return places.map((place) => {
      if (claims === undefined || !isContested(place)) return none;
      const manager = keyAt(cutFromAt(forest, place) ?? forest.parent[place] ?? 0);
      const others = claims.claimsOn(keyAt(place)).filter((claim) => claim.manager !== manager);
      const first = inOrder(others, { first: null, limit: mostOtherManagers });
      return { first, more: others.length - first.length };
    });
  };
}
