/** What the palette lists for a text, as what can be run changes. */
import { useMemo } from 'react';
import type { Action } from '../keyboard/action.ts';
import { offeredActions, paletteText } from '../keyboard/palette.ts';
import type { Store } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { actionOptions, type SearchOption } from './search-option.ts';

/** Null: the text asks for people, or the search is closed. */
export function usePalette(
  text: string,
  searching: boolean,
  actionsIn: (state: Store) => readonly Action[],
): readonly SearchOption[] | null {
  const typed = searching ? paletteText(text) : null;
  // Anything in the store may decide what is offered; while nobody asks, nothing of it is looked at.
  const state = useStore((now) => (typed === null ? null : now));
  return useMemo(
    () => (typed === null || state === null ? null : actionOptions(offeredActions(actionsIn(state), state, typed))),
    [typed, state, actionsIn],
  );
}
