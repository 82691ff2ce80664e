/**
 * The ways from a person to the top, one for each manager who claims them. Whatever the data does, there is an end:
 * a line that comes to the person again, or into a loop further up, stops there.
 */
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard, ReportingLine } from '../../contract/person.ts';
import type { Claim, ClaimGraph, Claims, PersonKey } from './claim-graph.ts';
import { inOrder } from './claim-order.ts';
import type { MainManagers } from './main-managers.ts';

/** Lines shown at most. More claims on one person are a defect of the data that twenty show as well as all. */
export const mostLines = 20;
/** Steps shown at most. No organisation has as many layers. */
export const mostSteps = 100;

export type LinesNeeds = {
  readonly graph: Pick<ClaimGraph, 'keyOf' | 'cardOf'>;
  readonly claims: Claims;
  readonly managers: MainManagers;
};

/** Lines of a person: of their manager first, then of others who claim them, the one whose claim was seen last first. */
export function linesToTop(needs: LinesNeeds, id: UserId): ReportingLine[] {
  const key = needs.graph.keyOf(id);
  if (key === null) return [];
  const claims = inOrder(needs.claims.claimsOn(key), { first: needs.managers.of(key), limit: mostLines });
  return claims.flatMap((claim) => lineThrough(needs, key, claim) ?? []);
}

function lineThrough(
  { graph, managers }: LinesNeeds,
  person: PersonKey,
  { manager, seenAt }: Claim,
): ReportingLine | null {
  const upward: PersonCard[] = [];
  let end: ReportingLine['end'] = 'top';
  for (let next: PersonKey | null = manager; next !== null; next = managers.of(next)) {
    if (next === person) {
      end = 'loop';
      break;
    }
    const loop = managers.loopOf(next);
    const isOwn = loop !== null && loop === managers.loopOf(person);
    if (upward.length >= mostSteps) {
      end = isOwn ? 'loop' : 'cut';
      break;
    }
    const card = graph.cardOf(next);
    if (card !== null) upward.push(card);
    if (loop !== null && !isOwn) {
      end = 'into-loop';
      break;
    }
  }
  return upward.length === 0 ? null : { steps: upward.reverse(), seenAt, end };
}
