/** Which status is looked for, above the results: each with how many match, or how many of those opened last there are. */
import type { KeyboardEvent, RefObject } from 'react';
import { handleKeys } from '../keyboard/handle-keys.ts';
import { StatusFilter } from '../status/status-filter.tsx';
import { useStore } from '../store/use-store.ts';
import { offeredStatuses, useMatchCounts } from './match-counts.ts';
import classes from './search.module.css';

type SearchStatusProps = {
  readonly isEmpty: boolean;
  readonly groupRef: RefObject<HTMLDivElement | null>;
  readonly onBack: () => void;
};

export function SearchStatus({ isEmpty, groupRef, onBack }: SearchStatusProps) {
  const chosen = useStore((state) => state.findStatus);
  const findOnly = useStore((state) => state.findOnly);
  const counts = useMatchCounts(isEmpty);
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
        offered={offeredStatuses}
        digits={4}
        isOneStop
        chosen={chosen}
        onChoose={(status) => void findOnly(status)}
      />
    </div>
  );
}
