/** Texts that ids are to be found in, dropped anywhere on the window: whoever takes such texts just now is given them. */
import type { Failure } from '../../contract/failures.ts';
import { currentVisit } from './history.ts';
import type { SliceOf } from './slice.ts';

/** `name` is the file's; null: it was no file. */
export type GivenText = { readonly text: string; readonly name: string | null };

export type GivenIdsSlice = {
  /** True while people are being added from a list. */
  readonly addingIds: boolean;
  /** What was dropped last and is not taken yet. */
  readonly given: GivenText | null;
  readonly addFromList: (adding: boolean) => void;
  /** Dropped: taken by the two doors where they are shown, checked on the page of checks, else taken by the dialog, which opens for it. */
  readonly giveText: (given: GivenText) => void;
  readonly takeGiven: () => void;
  readonly refuseGiven: (failure: Failure) => void;
};

export function createGivenIdsSlice(): SliceOf<GivenIdsSlice> {
  return (set, get) => ({
    addingIds: false,
    given: null,
    addFromList: (addingIds) => set({ addingIds, given: null }),
    giveText: (given) => {
      const { overview, adding, addingIds, history } = get();
      if (overview === null) return;
      const isToCheck = overview.open !== null && !adding && !addingIds && currentVisit(history).page.view === 'check';
      if (isToCheck) return get().checkThese({ kind: 'pasted', text: given.text });
      set({ given, addingIds: overview.open !== null && !adding });
    },
    takeGiven: () => set({ given: null }),
    refuseGiven: (failure) => get().tellFailure(failure),
  });
}
