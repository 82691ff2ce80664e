/** What is known of how somebody's status changed, as one list of events, the newest first. Pure. */
import type { NotFoundSpan, StatusObservation } from '../../contract/person.ts';

/**
 * `record`: the record said this from then on. `not-found`: the server said that there is no such user. `found-again`: it
 * had them again, with a record that is as it was before, if that was seen.
 */
export type StatusEvent =
  | { readonly what: 'record'; readonly at: number; readonly record: StatusObservation }
  | { readonly what: 'not-found'; readonly at: number }
  | { readonly what: 'found-again'; readonly at: number; readonly record: StatusObservation | null };

/** Both lists are as the page has them, the newest first. */
export function statusEvents(
  observations: readonly StatusObservation[],
  spans: readonly NotFoundSpan[],
): readonly StatusEvent[] {
  const events: StatusEvent[] = observations.map((record) => ({ what: 'record', at: record.at, record }));
  for (const { since, until } of spans) {
    events.push({ what: 'not-found', at: since });
    // A record that is new at that very moment says the same, and more.
    if (until === null || observations.some(({ at }) => at === until)) continue;
    events.push({ what: 'found-again', at: until, record: observations.find(({ at }) => at < until) ?? null });
  }
  // Within one moment what the record says came first: then it was asked for again.
  const place = { 'not-found': 0, 'found-again': 1, record: 2 } as const;
  return events.sort((one, other) => other.at - one.at || place[one.what] - place[other.what]);
}
