/** How many of each status match what is looked for, and which status comes next. */
import { useMemo } from 'react';
import type { MatchCounts } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { useStore } from '../store/use-store.ts';
import { foundCounts, recentCounts } from './search-option.ts';

/** Statuses that can be looked for whether or not anybody has them. */
export const offeredStatuses = ['active', 'inactive', 'deleted', 'not-found'] as const satisfies readonly Status[];

/** Null: not known yet. */
export function useMatchCounts(isEmpty: boolean): MatchCounts | null {
  const found = useStore((state) => state.found);
  const recents = useStore((state) => state.recents);
  return useMemo(() => (isEmpty ? recentCounts(recents) : found && foundCounts(found)), [isEmpty, recents, found]);
}

/** The status that comes after one as the key goes round: all, then each, then all again. */
export function nextStatus(chosen: Status | null, counts: MatchCounts | null): Status | null {
  const isUnknownOffered = chosen === 'unknown' || (counts?.byStatus.unknown ?? 0) > 0;
  const rounds: readonly (Status | null)[] = [
    null,
    ...offeredStatuses,
    ...(isUnknownOffered ? (['unknown'] as const) : []),
  ];
  return rounds[(rounds.indexOf(chosen) + 1) % rounds.length] ?? null;
}
