/** Which row is meant by the letters that are typed in the table or in a list. */
import { mostNames } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import type { SliceOf } from './slice.ts';
import type { Store } from './store.ts';

export type TypedRowsSlice = {
  /** The place in the table whose name begins so; null: nobody's does. `isNext`: the person that the keys act on comes last. */
  readonly typedInTable: (
    typed: { readonly text: string; readonly isNext: boolean },
    tries?: number,
  ) => Promise<number | null>;
  /** The first of the names, as far as they are looked through, that begins so. */
  readonly typedAmong: (names: readonly string[], text: string) => Promise<number | null>;
};

/** New rows come once a second at most. */
const mostTries = 4;

export function createTypedRowsSlice(call: Call): SliceOf<TypedRowsSlice> {
  return (_set, get, api) => {
    /** Another order or filter was chosen, and its rows are on their way: the letter is meant for them. */
    const rowsShown = (): Promise<void> =>
      new Promise((resolve) => {
        const isThere = ({ table }: Store) => table.shownView === table.view || table.failure !== null;
        if (isThere(get())) return resolve();
        const end = api.subscribe((state) => {
          if (!isThere(state)) return;
          end();
          resolve();
        });
      });

    const typedInTable: TypedRowsSlice['typedInTable'] = async (typed, tries = mostTries) => {
      await rowsShown();
      const { shown, active } = get().table;
      if (shown === null || shown.total === 0 || tries === 0) return null;
      const from = active === null ? 0 : (active + (typed.isNext ? 1 : 0)) % shown.total;
      const answer = await call('people.typed', { snapshot: shown.snapshot, typed: typed.text, from });
      // While people come, the place is another one by the time of the answer.
      if (get().table.shown?.snapshot !== shown.snapshot) return typedInTable(typed, tries - 1);
      return answer.ok ? answer.value.place : null;
    };

    return {
      typedInTable,
      typedAmong: async (names, text) => {
        const answer = await call('people.typedAmong', { names: names.slice(0, mostNames), typed: text });
        return answer.ok ? answer.value.first : null;
      },
    };
  };
}
