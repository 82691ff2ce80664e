/**
 * The ways from a person to the top, one for each manager who claims them. Whatever the data does, there is an end:
 * a line that would come round to somebody already in it stops before.
 */
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard, ReportingLine } from '../../contract/person.ts';
import type { Claim, ClaimGraph, PersonKey } from './claim-graph.ts';

/** Lines shown at most. More claims on one person are a defect of the data that twenty show as well as all. */
export const mostLines = 20;
/** Steps shown at most. No organisation has as many layers. */
export const mostSteps = 100;

/**
 * Lines of a person, the one whose manager's claim was seen last first. Above the claiming manager each step goes to
 * whoever's claim was seen last. Claims on oneself are passed over.
 */
export function linesToTop(graph: ClaimGraph, id: UserId): ReportingLine[] {
  const key = graph.keyOf(id);
  if (key === null) return [];
  return claimsOn(graph, key, mostLines).flatMap((claim) => lineThrough(graph, key, claim) ?? []);
}

/** The newest claim by somebody else; null where nobody known lists the person. */
export function newestClaimOn(graph: ClaimGraph, key: PersonKey): Claim | null {
  return claimsOn(graph, key, 1)[0] ?? null;
}

function claimsOn(graph: ClaimGraph, key: PersonKey, limit: number): Claim[] {
  // One more is asked for, since the person's own claim may be among them.
  return graph
    .managersOf(key, limit + 1)
    .filter(({ manager }) => manager !== key)
    .slice(0, limit);
}

function lineThrough(graph: ClaimGraph, person: PersonKey, claim: Claim): ReportingLine | null {
  const passed = new Set([person]);
  const upward: PersonCard[] = [];
  let end: ReportingLine['end'] = 'top';
  let next: Claim | null = claim;
  while (next !== null) {
    if (passed.has(next.manager)) {
      end = 'loop';
      break;
    }
    if (upward.length >= mostSteps) {
      end = 'cut';
      break;
    }
    passed.add(next.manager);
    const card = graph.cardOf(next.manager);
    if (card !== null) upward.push(card);
    next = newestClaimOn(graph, next.manager);
  }
  return upward.length === 0 ? null : { steps: upward.reverse(), seenAt: claim.seenAt, end };
}
