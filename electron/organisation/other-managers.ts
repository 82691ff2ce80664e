/** Who else lists somebody: those who are not the manager, the one whose claim was seen last first. */
import { mostOtherManagers } from '../../contract/bounds.ts';
import { marks } from '../../contract/organisation-marks.ts';
import type { Claim } from '../reporting/claim-graph.ts';
import { inOrder } from '../reporting/claim-order.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';
import { cutFromAt } from './around.ts';
import type { Forest } from './forest.ts';

/** `more`: how many are not among the first ones. */
export type OtherManagers = { readonly first: readonly Claim[]; readonly more: number };

const none: OtherManagers = { first: [], more: 0 };

/** Of the person at each of these places, in their order. */
export type OtherManagersAt = (forest: Forest, places: readonly number[]) => OtherManagers[];

export function createOtherManagers(upward: Pick<ClaimsUpward, 'now'>): OtherManagersAt {
  return (forest, places) => {
    const isContested = (place: number) => ((forest.marks[place] ?? 0) & marks.severalManagers) !== 0;
    const keyAt = (place: number) => forest.keys[place] ?? 0;
    const contested = places.filter(isContested).map(keyAt);
    if (contested.length === 0) return places.map(() => none);
    const { claims } = upward.now(contested);
    return places.map((place) => {
      if (!isContested(place)) return none;
      const manager = keyAt(cutFromAt(forest, place) ?? forest.parent[place] ?? 0);
      const others = claims.claimsOn(keyAt(place)).filter((claim) => claim.manager !== manager);
      const first = inOrder(others, { first: null, limit: mostOtherManagers });
      return { first, more: others.length - first.length };
    });
  };
}
