/** Setting problems aside and taking them back: what was done last, and undoing it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { MeantProblems } from '../../contract/problems.ts';

export type Change = { readonly what: 'aside' | 'back'; readonly count: number; readonly number: number };

export type ChangesStore = {
  /** What can be undone; null: nothing. */
  readonly last: Change | null;
  /** Each gives why it was not done, or null. */
  readonly setAside: (meant: MeantProblems, note: string) => Promise<Failure | null>;
  readonly takeBack: (meant: MeantProblems) => Promise<Failure | null>;
  readonly undo: () => Promise<Failure | null>;
  /** Another list is shown: what was done is not about it. */
  readonly forgetLast: () => void;
};

/** `onChanged`: the problems are others now. */
export function createChangesStore(call: Call, onChanged: () => void): StoreApi<ChangesStore> {
  return createStore<ChangesStore>()((set, get) => {
    const changed = (
      what: Change['what'],
      { count, change }: { readonly count: number; readonly change: number | null },
    ) => {
      set({ last: change === null ? null : { what, count, number: change } });
      onChanged();
      return null;
    };
    return {
      last: null,
      setAside: async (meant, note) => {
        const answer = await call('problems.setAside', { ...meant, note });
        return answer.ok ? changed('aside', answer.value) : answer.failure;
      },
      takeBack: async (meant) => {
        const answer = await call('problems.takeBack', meant);
        return answer.ok ? changed('back', answer.value) : answer.failure;
      },
      undo: async () => {
        const { last } = get();
        if (last === null) return null;
        const answer = await call('problems.undo', { change: last.number });
        set({ last: null });
        onChanged();
        // It was undone already, or something else was done since.
        return answer.ok || answer.failure.kind === 'cancelled' ? null : answer.failure;
      },
      forgetLast: () => set({ last: null }),
    };
  });
}
