/** Whether the search is open, and what it found. Latest wins: an answer to an older question is never shown. */
import type { Call, CallOutput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { Standing } from '../../contract/user.ts';
import type { SliceOf } from './slice.ts';

/** `text` and `standing` are what these answer. */
export type Found = CallOutput<'people.find'> & { readonly text: string; readonly standing: Standing | null };

export type SearchSlice = {
  readonly searching: boolean;
  readonly found: Found | null;
  readonly findFailure: Failure | null;
  /** Only people of this standing are looked for; kept while the app runs. */
  readonly findStanding: Standing | null;
  readonly openSearch: () => void;
  readonly closeSearch: () => void;
  readonly find: (text: string) => Promise<void>;
  /** Looks for people of another standing, with the text that was looked for last. */
  readonly findOnly: (standing: Standing | null) => Promise<void>;
  /** More people for the same text, once those that came first have been looked through. */
  readonly findMore: () => Promise<void>;
};

/** More rows than are in view, and few enough to come and be drawn with every key. */
const rows = 20;
/** More than are looked through by eye. */
const mostRows = 50;
const longestText = 1000;

export function createSearchSlice(call: Call): SliceOf<SearchSlice> {
  return (set, get) => {
    let last = 0;
    let asked = '';
    const ask = async (limit: number) => {
      last += 1;
      const turn = last;
      const text = asked;
      const { findStanding: standing } = get();
      if (text.trim() === '') {
        set({ found: null, findFailure: null });
        return;
      }
      const answer = await call('people.find', { text: text.slice(0, longestText), standing, limit });
      if (turn !== last) return;
      if (answer.ok) set({ found: { ...answer.value, text, standing }, findFailure: null });
      else set({ findFailure: answer.failure });
    };
    return {
      searching: false,
      found: null,
      findFailure: null,
      findStanding: null,
      openSearch: () => {
        if (get().searching) return;
        set({ searching: true });
        void get().readRecents();
      },
      closeSearch: () => {
        last += 1;
        asked = '';
        set({ searching: false, found: null, findFailure: null });
      },
      find: (text) => {
        asked = text;
        return ask(rows);
      },
      findOnly: (standing) => {
        set({ findStanding: standing });
        return ask(rows);
      },
      findMore: async () => {
        const { found } = get();
        if (found?.text === asked && found.found.length === rows) await ask(mostRows);
      },
    };
  };
}
