/** Whether the search is open, and what it found. Latest wins: an answer to an older text is never shown. */
import type { Call, CallOutput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { SliceOf } from './slice.ts';

/** `text` is what these answer. */
export type Found = CallOutput<'people.find'> & { readonly text: string };

export type SearchSlice = {
  readonly searching: boolean;
  readonly found: Found | null;
  readonly findFailure: Failure | null;
  readonly openSearch: () => void;
  readonly closeSearch: () => void;
  readonly find: (text: string) => Promise<void>;
};

/** More rows than are looked through by eye, and few enough to draw at once. */
const rows = 50;
const longestText = 1000;

export function createSearchSlice(call: Call): SliceOf<SearchSlice> {
  return (set, get) => {
    let last = 0;
    return {
      searching: false,
      found: null,
      findFailure: null,
      openSearch: () => {
        if (get().searching) return;
        set({ searching: true });
        void get().readRecents();
      },
      closeSearch: () => {
        last += 1;
        set({ searching: false, found: null, findFailure: null });
      },
      find: async (text) => {
        last += 1;
        const ask = last;
        if (text.trim() === '') {
          set({ found: null, findFailure: null });
          return;
        }
        const answer = await call('people.find', { text: text.slice(0, longestText), standing: null, limit: rows });
        if (ask !== last) return;
        if (answer.ok) set({ found: { ...answer.value, text }, findFailure: null });
        else set({ findFailure: answer.failure });
      },
    };
  };
}
