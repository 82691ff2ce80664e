/** What the box in the rail says of the sync: two short lines and how far it is. Pure. */

import { dayMs } from '../../contract/day.ts';
import type { SyncState } from '../../contract/sync.ts';
import { isAhead, momentWords, relativeTime, spanWords } from '../time/relative-time.ts';
import { failureWords } from '../words/failure-words.ts';
import { count } from '../words/locale.ts';
import { syncStatusWords, syncTaskWords } from '../words/sync-words.ts';

/** `part`: 0 to 1, for the bar. */
export type SyncLines = { readonly head: string; readonly detail: string; readonly part: number };

const freshFor = dayMs;

/** `now` in milliseconds since 1970; `secondsUntil` the next look, null where none is set. */
export function syncLines(state: SyncState, now: number, secondsUntil: number | null): SyncLines {
  return lines[state.status](state, now, secondsUntil);
}

/** "812 of 1,200". */
export function reached({ fetched, found }: SyncState): string {
  return `${count(fetched)} of ${count(found)}`;
}

type Say = (state: SyncState, now: number, secondsUntil: number | null) => SyncLines;

const lines: { readonly [S in SyncState['status']]: Say } = {
  never: (state) => ({ head: syncStatusWords.never, detail: startingPoints(state), part: partOf(state) }),
  running: (state) => {
    if (state.task === 'refreshing') return refreshing(state);
    if (state.found === 0) return { head: `${syncTaskWords[state.task]}…`, detail: 'Nobody named so far', part: 0 };
    return { head: reached(state), detail: pace(state), part: partOf(state) };
  },
  waiting: (state, _now, secondsUntil) => {
    const part = partOf(state);
    if (state.why?.kind === 'disk-low') return { head: 'Low disk space', detail: 'Less than 500 MB are free', part };
    return {
      head: secondsUntil === null || secondsUntil === 0 ? 'Again in a moment' : `Again in ${spanWords(secondsUntil)}`,
      detail: state.why === null ? syncStatusWords.waiting : failureWords(state.why).title,
      part,
    };
  },
  paused: (state) => ({ head: syncStatusWords.paused, detail: `at ${reached(state)}`, part: partOf(state) }),
  stopped: (state) => ({ head: syncStatusWords.stopped, detail: `at ${reached(state)}`, part: partOf(state) }),
  done: (state, now) => ({ ...freshness(state, now), part: 1 }),
};

function startingPoints({ found }: SyncState): string {
  if (found === 0) return 'Nobody to start from yet';
  return found === 1 ? '1 person to start from' : `${count(found)} people to start from`;
}

function refreshing({ refresh: { perDay, usedToday } }: SyncState): SyncLines {
  return {
    head: `${syncTaskWords.refreshing}…`,
    detail: `${count(usedToday)} of ${count(perDay)} today`,
    part: perDay === 0 ? 1 : Math.min(1, usedToday / perDay),
  };
}

/** A day is as long as anybody would call it fresh; and nothing is made fresh by a clock that was changed. */
function freshness({ completedAt, refresh }: SyncState, now: number): Omit<SyncLines, 'part'> {
  const { perDay, usedToday } = refresh;
  // Nobody refreshed yet is how every day begins, and no failure.
  const ofToday = usedToday === 0 ? 'Kept fresh by itself' : `${count(usedToday)} refreshed today`;
  const detail = perDay === 0 ? 'Not refreshed by itself' : ofToday;
  if (completedAt === null) return { head: syncStatusWords.done, detail };
  if (isAhead(completedAt, now)) return { head: 'The clock was changed', detail: `Synced ${momentWords(completedAt)}` };
  return { head: `${now - completedAt < freshFor ? 'Fresh' : 'Synced'} ${relativeTime(completedAt, now)}`, detail };
}

function pace({ task, ratePerSecond, secondsLeft }: SyncState): string {
  if (ratePerSecond === null) return `${syncTaskWords[task]}…`;
  const rate = ratePerSecond >= 10 ? count(Math.round(ratePerSecond)) : ratePerSecond.toFixed(1);
  return secondsLeft === null ? `${rate}/s` : `${rate}/s · ${spanWords(secondsLeft)} left`;
}

function partOf({ found, fetched, failed, notFound }: SyncState): number {
  return found === 0 ? 0 : Math.min(1, (fetched + failed + notFound) / found);
}
