/** Which status is looked for, above the results: each with how many match, or how many of those opened last there are. */
import { type KeyboardEvent, type RefObject, useMemo } from 'react';
import type { MatchCounts } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { handleKeys } from '../keyboard/handle-keys.ts';
import { StatusFilter } from '../status/status-filter.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './search.module.css';
import { recentCounts } from './search-option.ts';

const offered = ['active', 'inactive', 'deleted', 'not-found'] as const satisfies readonly Status[];

type SearchStatusProps = {
  readonly isEmpty: boolean;
  readonly groupRef: RefObject<HTMLDivElement | null>;
  readonly onBack: () => void;
};

/** Null: not known yet. */
export function useCounts(isEmpty: boolean): MatchCounts | null {
  const found = useStore((state) => state.found);
  const recents = useStore((state) => state.recents);
  return useMemo(() => (isEmpty ? recentCounts(recents) : (found?.counts ?? null)), [isEmpty, recents, found]);
}

/** The status that comes after one as the key goes round: all, then each, then all again. */
export function nextStatus(chosen: Status | null, counts: MatchCounts | null): Status | null {
  const isUnknownOffered = chosen === 'unknown' || (counts?.byStatus.unknown ?? 0) > 0;
  const rounds: readonly (Status | null)[] = [null, ...offered, ...(isUnknownOffered ? (['unknown'] as const) : [])];
  return rounds[(rounds.indexOf(chosen) + 1) % rounds.length] ?? null;
}

export function SearchStatus({ isEmpty, groupRef, onBack }: SearchStatusProps) {
  const chosen = useStore((state) => state.findStatus);
  const findOnly = useStore((state) => state.findOnly);
  const counts = useCounts(isEmpty);
  const choose = (press: string) => {
    const buttons = [...(groupRef.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const last = buttons.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at <= 0 ? last : at - 1,
      ArrowRight: at >= last ? 0 : at + 1,
      Home: 0,
      End: last,
    };
    const next = buttons[steps[press] ?? at];
    next?.focus();
    next?.click();
  };
  const onKeyDown = (event: KeyboardEvent) => handleKeys('statuses', event, { choose, back: onBack });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the buttons in it
    <div
      ref={groupRef}
      className={classes.statuses}
      onKeyDown={onKeyDown}
      // The field keeps the focus where the mouse chooses.
      onMouseDown={(event) => event.preventDefault()}
    >
      <StatusFilter
        label="Look for"
        counts={counts?.byStatus ?? null}
        more={counts?.more === true}
        offered={offered}
        isOneStop
        chosen={chosen}
        onChoose={(status) => void findOnly(status)}
      />
    </div>
  );
}
