/** Which row is meant by the letters that are typed in the table or in a list. */
import { mostNames } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import type { SliceOf } from './slice.ts';

export type TypedRowsSlice = {
  /** The place in the table whose name begins so; null: nobody's does. `isNext`: whoever the keys act on comes last. */
  readonly typedInTable: (typed: { readonly text: string; readonly isNext: boolean }) => Promise<number | null>;
  /** The first of the names, as far as they are looked through, that begins so. */
  readonly typedAmong: (names: readonly string[], text: string) => Promise<number | null>;
};

export function createTypedRowsSlice(call: Call): SliceOf<TypedRowsSlice> {
  return (_set, get) => ({
    typedInTable: async ({ text, isNext }) => {
      const { shown, active } = get().table;
      if (shown === null || shown.total === 0) return null;
      const from = active === null ? 0 : (active + (isNext ? 1 : 0)) % shown.total;
      const answer = await call('people.typed', { snapshot: shown.snapshot, typed: text, from });
      return answer.ok && get().table.shown?.snapshot === shown.snapshot ? answer.value.place : null;
    },
    typedAmong: async (names, text) => {
      const answer = await call('people.typedAmong', { names: names.slice(0, mostNames), typed: text });
      return answer.ok ? answer.value.first : null;
    },
  });
}
