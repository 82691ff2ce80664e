/** The people beside a person: the other direct reports of their manager. */
import type { PersonCard } from '../../contract/person.ts';
import type { ClaimGraph, PersonKey } from './claim-graph.ts';

/** At most `limit` who are known, in the order in which they became known; neither the person nor the manager. */
export function peersOf(
  graph: Pick<ClaimGraph, 'reportsOf' | 'cardOf'>,
  { person, manager }: { readonly person: PersonKey; readonly manager: PersonKey },
  limit: number,
): PersonCard[] {
  const peers: PersonCard[] = [];
  for (const report of graph.reportsOf(manager)) {
    if (peers.length >= limit) break;
    if (report === person || report === manager) continue;
    const card = graph.cardOf(report);
    if (card !== null) peers.push(card);
  }
  return peers;
}
