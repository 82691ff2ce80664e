/** The people beside a person: the other direct reports of the manager whose claim was seen last. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { ClaimGraph } from './claim-graph.ts';
import { newestClaimOn } from './lines.ts';

/** At most `limit` who are known, in the order in which they became known; neither the person nor the manager. */
export function peersOf(graph: ClaimGraph, id: UserId, limit: number): PersonCard[] {
  const key = graph.keyOf(id);
  const claim = key === null ? null : newestClaimOn(graph, key);
  if (claim === null) return [];
  const peers: PersonCard[] = [];
  for (const report of graph.reportsOf(claim.manager)) {
    if (peers.length >= limit) break;
    if (report === key || report === claim.manager) continue;
    const card = graph.cardOf(report);
    if (card !== null) peers.push(card);
  }
  return peers;
}
