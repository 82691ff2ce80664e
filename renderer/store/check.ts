/**
 * Lists that are brought to the status check from anywhere, and what the main process says of checks. What its page shows of
 * a check stands in a store of its own (`check/check-store.ts`), which is loaded with that page.
 */

import type { CheckFilter, CheckId } from '../../contract/check.ts';
import { anyRow } from '../../contract/check-filter.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import type { Page } from '../../contract/shown-page.ts';
import type { MeantPeople } from '../../contract/table.ts';
import { currentVisit, revise } from './history.ts';
import type { SliceOf } from './slice.ts';

export type ListToCheck =
  | { readonly kind: 'pasted' | 'search'; readonly text: string }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'clipboard' }
  | { readonly kind: 'selection'; readonly people: MeantPeople };

/** What can be done with the check that is shown, from wherever the focus is. */
export type CheckDeed =
  | 'ask'
  | 'run'
  | 'compare'
  | 'name'
  | 'runs'
  | 'save'
  | 'evidence'
  | 'select-all'
  | 'select-none';

export type ReadSoFar = { readonly read: number; readonly total: number };
/** Null: none was told of since the last began. */
type ReadOf = { readonly list: ReadSoFar | null; readonly evidence: ReadSoFar | null };

export type CheckSlice = {
  /** Brought, and not taken by the page yet. */
  readonly toCheck: ListToCheck | null;
  /** The last that was told of any check. */
  readonly checkTold: CheckOverview | null;
  /** How far what is being read is. */
  readonly readSoFar: ReadOf;
  /** Grows when all of it is forgotten. */
  readonly checkEra: number;
  /** Asked for, and not begun by the page yet. */
  readonly checkDeed: CheckDeed | null;
  /** Dropped on the window: it is asked whether the first is checked, or the ids of all are added. Null: nothing is asked. */
  readonly dropped: readonly File[] | null;
  /** Shows the page of checks, which takes the list. */
  readonly checkThese: (list: ListToCheck) => void;
  /** The same of the people who are selected in the table. */
  readonly checkSelected: () => void;
  readonly takeToCheck: () => void;
  readonly openCheck: (id: CheckId) => void;
  /** Files were dropped, at least one. Gives whether they are taken as they are; otherwise their text is read. */
  readonly takesFiles: (files: readonly File[]) => boolean;
  readonly leaveDropped: () => void;
  readonly doWithCheck: (deed: CheckDeed | null) => void;
  /** Shows other rows of the check, from the top, without a step in the history. */
  readonly filterCheck: (change: Partial<CheckFilter>) => void;
  readonly checkChanged: (overview: CheckOverview) => void;
  readonly checkWasRead: (of: keyof ReadOf, so: ReadSoFar | null) => void;
  /** Another directory is open. */
  readonly forgetChecks: () => void;
};

/** Where a list is given. */
export const listPage: Page = { view: 'check', id: null, filter: anyRow };

const nothing = {
  toCheck: null,
  checkTold: null,
  readSoFar: { list: null, evidence: null },
  checkDeed: null,
  dropped: null,
} as const;

export function createCheckSlice(): SliceOf<CheckSlice> {
  return (set, get) => ({
    ...nothing,
    checkEra: 0,
    checkThese: (toCheck) => {
      set({ toCheck, dropped: null });
      get().openPage(listPage);
    },
    checkSelected: () => {
      const { shown } = get().table;
      if (shown === null) return;
      get().checkThese({ kind: 'selection', people: { snapshot: shown.snapshot, which: 'selected' } });
    },
    takeToCheck: () => set({ toCheck: null }),
    openCheck: (id) => get().openPage({ view: 'check', id, filter: anyRow }),
    takesFiles: (files) => {
      const { overview, adding, addingIds, history } = get();
      if (!overview?.open || adding || addingIds) return false;
      const [file, ...others] = files;
      // One list is checked at a time: which one is said before.
      const isAsked = others.length > 0 || currentVisit(history).page.view !== 'check';
      if (isAsked || file === undefined) set({ dropped: files });
      else get().checkThese({ kind: 'file', file });
      return true;
    },
    leaveDropped: () => set({ dropped: null }),
    doWithCheck: (checkDeed) => set({ checkDeed }),
    filterCheck: (change) => {
      const { page } = currentVisit(get().history);
      if (page.view !== 'check') return;
      set({
        history: revise(get().history, { page: { ...page, filter: { ...page.filter, ...change } }, scrollTop: 0 }),
      });
    },
    checkChanged: (checkTold) => set({ checkTold }),
    checkWasRead: (of, so) => set({ readSoFar: { ...get().readSoFar, [of]: so } }),
    forgetChecks: () => set({ ...nothing, checkEra: get().checkEra + 1 }),
  });
}
