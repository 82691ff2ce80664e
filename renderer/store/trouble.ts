/** What went wrong in the app while nobody waited for an answer, and the log's reference for what fails in the page. */
import type { AppTrouble } from '../../contract/app-trouble.ts';
import type { Call } from '../../contract/calls.ts';
import type { PageFailure } from '../../contract/shown-page.ts';
import type { SliceOf } from './slice.ts';

export type TroubleSlice = {
  /** The last that came; null: none, or it was read. */
  readonly appTrouble: AppTrouble | null;
  readonly troubleCame: (trouble: AppTrouble) => void;
  readonly troubleRead: () => void;
  /** Resolves to the reference in the log; null: it is not there. */
  readonly logFailure: (failure: PageFailure) => Promise<string | null>;
};

export function createTroubleSlice(call: Call): SliceOf<TroubleSlice> {
  return (set) => ({
    appTrouble: null,
    troubleCame: (appTrouble) => set({ appTrouble }),
    troubleRead: () => set({ appTrouble: null }),
    logFailure: async (failure) => {
      const answer = await call('page.failed', failure);
      return answer.ok ? answer.value.reference : null;
    },
  });
}
