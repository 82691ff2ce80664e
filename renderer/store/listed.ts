/** What is known of the list that the table is filtered with, and what of a pasted text was too long. */
import type { Call } from '../../contract/calls.ts';
import type { ListedSummary } from '../../contract/pasted.ts';
import type { SliceOf } from './slice.ts';

export type ListedSlice = {
  /** `text` is what it is about. Null: no list is filtered with. */
  readonly listed: { readonly text: string; readonly summary: ListedSummary } | null;
  /** Of the text that was cut last: what is left of it, and how many characters were left out. */
  readonly cut: { readonly text: string; readonly left: number } | null;
  /** Latest wins. */
  readonly readListed: (text: string) => Promise<void>;
  readonly textCut: (text: string, left: number) => void;
};

export function createListedSlice(call: Call): SliceOf<ListedSlice> {
  return (set, get) => {
    let last = 0;
    return {
      listed: null,
      cut: null,
      readListed: async (text) => {
        last += 1;
        const turn = last;
        if (get().listed !== null && get().listed?.text !== text) set({ listed: null });
        const answer = text.trim() === '' ? null : await call('people.listed', { text });
        if (turn !== last) return;
        const summary = answer?.ok === true ? answer.value : null;
        set({ listed: summary === null ? null : { text, summary } });
      },
      textCut: (text, left) => set({ cut: left === 0 ? null : { text, left } }),
    };
  };
}

/** How many characters were left out of this very text. */
export function leftOut(cut: ListedSlice['cut'], text: string): number {
  return cut !== null && cut.text === text ? cut.left : 0;
}
