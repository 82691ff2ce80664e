/**
 * What the page of all problems shows. It is laid out by one answer; of later ones the numbers and rows come into their places,
 * and where other kinds have problems it is laid out again only when somebody asks for it: nothing moves by itself.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { ProblemKind, ProblemKindOverview, ProblemsOverview } from '../../contract/problems.ts';

export type OverviewStore = {
  /** What the page is laid out by; null until the first answer since it was opened. */
  readonly drawn: ProblemsOverview | null;
  /** The newest answer. */
  readonly newest: ProblemsOverview | null;
  /** Why the last question was not answered; what was there before stays. */
  readonly failure: Failure | null;
  /** The page is opened. `version`: of which it was told last. */
  readonly enter: (version: number) => void;
  /** Another version was told. */
  readonly follow: (version: number) => void;
  /** Asks again, whatever is held. */
  readonly readAgain: () => void;
  /** Lays the page out by the newest answer. */
  readonly drawNewest: () => void;
  readonly leave: () => void;
  /** Another directory is open. */
  readonly forget: () => void;
};

const nothing = { drawn: null, newest: null, failure: null } satisfies Partial<OverviewStore>;

export function createOverviewStore(call: Call): StoreApi<OverviewStore> {
  return createStore<OverviewStore>()((set, get) => {
    let isOpen = false;
    let isAsking = false;
    let isDue = false;
    /** Grows when all is forgotten. */
    let era = 0;

    const read = async () => {
      isDue = true;
      if (isAsking) return;
      isAsking = true;
      while (isDue && isOpen) {
        isDue = false;
        const asked = era;
        const answer = await call('problems.overview', null);
        if (asked !== era) isDue = true;
        else if (answer.ok) apply(answer.value);
        else set({ failure: answer.failure });
      }
      isAsking = false;
    };
    const apply = (newest: ProblemsOverview) => {
      const { drawn } = get();
      set({ newest, drawn: drawn === null || isLaidOutAlike(drawn, newest) ? newest : drawn, failure: null });
    };

    return {
      ...nothing,
      enter: (version) => {
        isOpen = true;
        const { newest } = get();
        // Nothing is said twice: what is held is what there is.
        set({ drawn: newest?.version === version ? newest : null });
        void read();
      },
      follow: (version) => {
        if (isOpen && version !== get().newest?.version) void read();
      },
      readAgain: () => void read(),
      drawNewest: () => set({ drawn: get().newest }),
      leave: () => {
        isOpen = false;
        void call('problems.leave', null);
      },
      forget: () => {
        era += 1;
        set(nothing);
        if (isOpen) void read();
      },
    };
  });
}

/** Whether the same kinds have as many rows in each. */
export function isLaidOutAlike(one: ProblemsOverview, other: ProblemsOverview): boolean {
  const layout = ({ kinds }: ProblemsOverview) =>
    kinds.map(({ kind, first, aside }) => `${kind} ${first.length} ${aside > 0}`).join();
  return layout(one) === layout(other);
}

export function kindIn(overview: ProblemsOverview | null, kind: ProblemKind): ProblemKindOverview | undefined {
  return overview?.kinds.find((one) => one.kind === kind);
}
