/** What went wrong in the app while nobody waited for an answer, and the log's reference for what fails in the page. */
import type { AppTrouble } from '../../contract/app-trouble.ts';
import type { Call } from '../../contract/calls.ts';
import type { PageFailure } from '../../contract/shown-page.ts';
import type { SliceOf } from './slice.ts';

export type TroubleSlice = {
  /** Those that were not read yet, the last of each kind. */
  readonly appTroubles: readonly AppTrouble[];
  readonly troubleCame: (trouble: AppTrouble) => void;
  readonly troubleRead: (trouble: AppTrouble) => void;
  /** What was read of what is said of a directory: it stays away wherever one goes in between. */
  readonly noticesRead: readonly string[];
  readonly noticeRead: (notice: string) => void;
  /** Resolves to the reference in the log; null: it is not there. */
  readonly logFailure: (failure: PageFailure) => Promise<string | null>;
};

export function createTroubleSlice(call: Call): SliceOf<TroubleSlice> {
  return (set, get) => ({
    appTroubles: [],
    troubleCame: (trouble) => {
      const others = get().appTroubles.filter(({ kind }) => kind !== trouble.kind);
      set({ appTroubles: [...others, trouble] });
    },
    troubleRead: (trouble) => set({ appTroubles: get().appTroubles.filter((one) => one !== trouble) }),
    noticesRead: [],
    noticeRead: (notice) => set({ noticesRead: [...get().noticesRead, notice] }),
    logFailure: async (failure) => {
      const answer = await call('page.failed', failure);
      return answer.ok ? answer.value.reference : null;
    },
  });
}
