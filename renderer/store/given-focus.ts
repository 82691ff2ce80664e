/** Gives the focus to a part of the page that is drawn elsewhere: the tab that is shown, a table, the field that finds. */
import type { SliceOf } from './slice.ts';

export type FocusPart = 'tab' | 'table' | 'find' | 'panel' | 'result' | 'problems';

export type GivenFocusSlice = {
  /** How often each was given it. */
  readonly givenFocus: { readonly [P in FocusPart]: number };
  readonly giveFocus: (part: FocusPart) => void;
};

export function createGivenFocusSlice(): SliceOf<GivenFocusSlice> {
  return (set, get) => ({
    givenFocus: { tab: 0, table: 0, find: 0, panel: 0, result: 0, problems: 0 },
    giveFocus: (part) => set({ givenFocus: { ...get().givenFocus, [part]: get().givenFocus[part] + 1 } }),
  });
}
