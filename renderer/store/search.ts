/** Whether the search is open, and what it found. Latest wins: an answer to an older question is never shown. */

import { longestSearchText } from '../../contract/bounds.ts';
import type { Call, CallOutput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { Status } from '../../contract/user.ts';
import type { SliceOf } from './slice.ts';

/**
 * `text` and `status` are what these answer. `rest`: whether more people may match than are here, and where they are to
 * be had: in a further answer, or, where the list would grow too long, in the table of people alone.
 */
export type Found = CallOutput<'people.find'> & {
  readonly text: string;
  readonly status: Status | null;
  readonly rest: 'none' | 'further' | 'table';
};

export type SearchSlice = {
  readonly searching: boolean;
  readonly found: Found | null;
  readonly findFailure: Failure | null;
  /** Only people of this status are looked for, as long as the search is open. */
  readonly findStatus: Status | null;
  readonly openSearch: () => void;
  readonly closeSearch: () => void;
  readonly find: (text: string) => Promise<void>;
  /** Looks for people of another status, with the text that was looked for last. */
  readonly findOnly: (status: Status | null) => Promise<void>;
  /**
   * More people for the same text, once those that came first have been looked through. Who is shown stays in place:
   * the further ones come below.
   */
  readonly findMore: () => Promise<void>;
  /** People were stored: what is counted of those who match follows, at most once a second, and moves no row. */
  readonly recountFound: () => void;
};

/** More rows than are in view, and few enough to come and be drawn with every key. */
const rows = 20;
/** More than are looked through by eye. */
const mostRows = 50;
const recountAfterMs = 1000;

export function createSearchSlice(call: Call): SliceOf<SearchSlice> {
  return (set, get) => {
    let last = 0;
    let asked = '';
    let isAskingMore = false;
    let recounting: ReturnType<typeof setTimeout> | undefined;
    /** Null: the answer came too late, or was a failure, which is shown then. */
    const answerTo = async (text: string, limit: number): Promise<CallOutput<'people.find'> | null> => {
      const turn = last;
      const { findStatus: status } = get();
      const answer = await call('people.find', { text: text.slice(0, longestSearchText), status, limit });
      if (turn !== last) return null;
      if (!answer.ok) set({ findFailure: answer.failure });
      return answer.ok ? answer.value : null;
    };
    const ask = async () => {
      last += 1;
      isAskingMore = false;
      const text = asked;
      const { findStatus: status } = get();
      if (text.trim() === '') {
        set({ found: null, findFailure: null });
        return;
      }
      const answer = await answerTo(text, rows);
      if (answer === null) return;
      // An id to fetch closes the list, and would be pushed down by people who come below.
      const rest = answer.found.length < rows ? 'none' : answer.fetchable === null ? 'further' : 'table';
      set({ found: { ...answer, text, status, rest }, findFailure: null });
    };
    return {
      searching: false,
      found: null,
      findFailure: null,
      findStatus: null,
      openSearch: () => {
        if (get().searching) return;
        set({ searching: true });
        void get().readRecents();
      },
      closeSearch: () => {
        last += 1;
        asked = '';
        set({ searching: false, found: null, findFailure: null, findStatus: null });
      },
      find: (text) => {
        asked = text;
        return ask();
      },
      findOnly: (status) => {
        set({ findStatus: status });
        return ask();
      },
      recountFound: () => {
        if (get().found === null || recounting !== undefined) return;
        recounting = setTimeout(async () => {
          recounting = undefined;
          const before = get().found;
          if (before === null || before.text !== asked || before.status !== get().findStatus) return;
          const limit = Math.max(rows, before.found.length);
          const input = { text: asked.slice(0, longestSearchText), status: before.status, limit };
          const answer = await call('people.find', input);
          if (get().found === before && answer.ok) set({ found: recounted(before, answer.value) });
        }, recountAfterMs);
      },
      findMore: async () => {
        const { found } = get();
        if (found?.text !== asked || found.status !== get().findStatus) return;
        if (found.rest !== 'further' || isAskingMore) return;
        isAskingMore = true;
        const turn = last;
        const answer = await answerTo(asked, mostRows);
        if (turn !== last) return;
        isAskingMore = false;
        if (answer === null) return;
        // A longer answer may have another order, and the rows that are looked at must not move.
        const shown = new Set(found.found.map(({ card }) => card.id));
        const further = answer.found.filter(({ card }) => !shown.has(card.id));
        const rest = answer.found.length < mostRows ? 'none' : 'table';
        const all = [...found.found, ...further].slice(0, rest === 'table' ? mostRows : undefined);
        set({ found: { ...answer, text: found.text, status: found.status, found: all, rest } });
      },
    };
  };
}

/** Who is there by now and came after all others: below them nothing may stand that would be pushed down. */
function recounted(before: Found, answer: CallOutput<'people.find'>): Found {
  const now = new Map(answer.found.map((one) => [one.card.id, one]));
  const stayed = before.found.map((one) => now.get(one.card.id) ?? one);
  const isOpenBelow =
    before.rest === 'none' && before.status === null && (before.fetchable === null || answer.fetchable === null);
  const listed = new Set(before.found.map(({ card }) => card.id));
  const further = isOpenBelow ? answer.found.filter(({ card }) => !listed.has(card.id)) : [];
  const found = [...stayed, ...further];
  const { counts, known, fetchable } = answer;
  const rest = isOpenBelow && answer.found.length >= rows ? 'further' : before.rest;
  return { ...before, found, counts, known, listed: answer.listed, fetchable: before.fetchable && fetchable, rest };
}
