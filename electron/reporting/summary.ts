/** How many stand below a person, by what is known so far. Everybody counts once, however often they are reached. */
import type { UserId } from '../../contract/ids.ts';
import type { ReportSummary } from '../../contract/person.ts';
import type { ClaimGraph, PersonKey } from './claim-graph.ts';
import { KeySet } from './key-set.ts';

const nobodyBelow: ReportSummary = { direct: 0, total: 0, notFetched: 0, failed: 0, notFound: 0, layers: 0 };

/**
 * Counts level by level, so that somebody who is reached twice stands on the upper level; `layers` is the deepest
 * level reached so. The person does not count, not even where the data lists them below themselves.
 */
export function summaryOf(graph: ClaimGraph, id: UserId): ReportSummary {
  const top = graph.keyOf(id);
  if (top === null) return nobodyBelow;
  const reached = new KeySet();
  reached.add(top);
  let level: PersonKey[] = [top];
  let direct = 0;
  let notFetched = 0;
  let notFound = 0;
  let layers = 0;
  while (level.length > 0) {
    const below: PersonKey[] = [];
    for (const manager of level) {
      for (const report of graph.reportsOf(manager)) {
        if (!reached.add(report)) continue;
        below.push(report);
        if (graph.isKnown(report)) continue;
        if (graph.isNotFound(report)) notFound += 1;
        else notFetched += 1;
      }
    }
    if (below.length > 0) layers += 1;
    if (layers === 1 && direct === 0) direct = below.length;
    level = below;
  }
  const isNotFetched = (key: PersonKey) => reached.has(key) && !graph.isKnown(key) && !graph.isNotFound(key);
  let failed = 0;
  for (const key of notFetched === 0 ? [] : graph.failed()) if (isNotFetched(key)) failed += 1;
  return { direct, total: reached.size - 1, notFetched, failed, notFound, layers };
}
