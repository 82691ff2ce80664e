/**
 * What the frame knows of the problems: how many are new, and how their page is reached. What that page shows of them stands in
 * stores of its own (`problems/overview-store.ts`, `problems/rows-store.ts`), which are loaded with it.
 */

import type { Call } from '../../contract/calls.ts';
import type { ProblemFilter, ProblemKind, ProblemsFresh } from '../../contract/problems.ts';
import type { ProblemList } from '../../contract/shown-page.ts';
import { currentVisit, revise } from './history.ts';
import type { SliceOf } from './slice.ts';

/** What a list of problems shows until somebody chooses otherwise. */
export const usualProblems: Pick<ProblemList, 'filter' | 'sort'> = {
  filter: { which: 'open', role: null, team: null, below: null, text: '' },
  sort: { by: 'weight', descending: true },
};

/** What can be done with the list of problems that is shown, from wherever the focus is. */
export type ProblemDeed = 'set-aside' | 'take-back' | 'save' | 'evidence' | 'select-all' | 'select-none';

export type ProblemsSlice = {
  /** New since they were last looked at, those of every kind; null: not known yet. */
  readonly freshProblems: number | null;
  /** The version that was told last, of which what is shown may be an older one. */
  readonly problemsVersion: number;
  /** Grows when what is held of them has to be read once more, though they are the same: people in them have other names. */
  readonly problemsNamed: number;
  /** Grows when all that is held of them has to be forgotten. */
  readonly problemsEra: number;
  /** Asked for, and not begun by the page yet. */
  readonly problemDeed: ProblemDeed | null;
  /** Asks how many are new, of the directory that was opened. Where they are not counted yet, it is told later. */
  readonly countProblems: () => Promise<void>;
  readonly problemsChanged: (told: ProblemsFresh) => void;
  /** Shows the problems of one kind, in a list of their own. */
  readonly openProblems: (kind: ProblemKind, filter?: Partial<ProblemFilter>) => void;
  /** Narrows or sorts that list otherwise, from its top, without a step in the history. */
  readonly showProblems: (change: {
    readonly filter?: Partial<ProblemFilter>;
    readonly sort?: ProblemList['sort'];
  }) => void;
  readonly doWithProblems: (deed: ProblemDeed | null) => void;
  readonly problemsRenamed: () => void;
  readonly forgetProblems: () => void;
};

export function createProblemsSlice(call: Call): SliceOf<ProblemsSlice> {
  return (set, get) => ({
    freshProblems: null,
    problemsVersion: 0,
    problemsNamed: 0,
    problemsEra: 0,
    problemDeed: null,
    countProblems: async () => {
      const era = get().problemsEra;
      const answer = await call('problems.fresh', null);
      if (answer.ok && answer.value !== null && era === get().problemsEra) get().problemsChanged(answer.value);
    },
    problemsChanged: ({ version, fresh }) => set({ problemsVersion: version, freshProblems: fresh }),
    openProblems: (kind, filter) => {
      const list = { ...usualProblems, kind };
      get().openPage({ view: 'problems', list: { ...list, filter: { ...list.filter, ...filter } } });
    },
    showProblems: ({ filter, sort }) => {
      const { page } = currentVisit(get().history);
      if (page.view !== 'problems' || page.list === undefined) return;
      const { list } = page;
      const next = { ...list, filter: { ...list.filter, ...filter }, sort: sort ?? list.sort };
      set({ history: revise(get().history, { page: { ...page, list: next }, scrollTop: 0 }) });
    },
    doWithProblems: (problemDeed) => set({ problemDeed }),
    problemsRenamed: () => set({ problemsNamed: get().problemsNamed + 1 }),
    forgetProblems: () => set({ freshProblems: null, problemsEra: get().problemsEra + 1 }),
  });
}
