/** The people beside a person: the other direct reports of their manager. */
import type { UserId } from '../../contract/ids.ts';
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

export type Beside = { readonly before: UserId | null; readonly after: UserId | null };

/** Who stands before and after the person in the same order, however many peers there are. */
export function besideOf(
  graph: Pick<ClaimGraph, 'reportsOf' | 'cardOf'>,
  { person, manager }: { readonly person: PersonKey; readonly manager: PersonKey },
): Beside {
  const reports = graph.reportsOf(manager);
  const at = reports.indexOf(person);
  /** Of them all only those next to the person are looked at. */
  const nearest = (step: 1 | -1): UserId | null => {
    for (let place = at + step; at >= 0 && place >= 0 && place < reports.length; place += step) {
      const report = reports[place];
      const card = report === undefined || report === manager ? null : graph.cardOf(report);
      if (card !== null) return card.id;
    }
    return null;
  };
  return { before: nearest(-1), after: nearest(1) };
}
