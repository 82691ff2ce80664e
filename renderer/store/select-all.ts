/** Selecting everybody in the table, also while only the beginning of it is there. */
import type { SliceOf } from './slice.ts';
import type { Store } from './store.ts';

export type SelectAllSlice = { readonly selectAll: () => Promise<void> };

export function createSelectAllSlice(): SliceOf<SelectAllSlice> {
  return (_set, get, api) => ({
    selectAll: async () => {
      // Of the beginning, which comes first and without counts, nobody can be selected: the rest is on its way.
      const isWhole = ({ table: { shown, failure } }: Store) =>
        failure !== null || (shown !== null && shown.counts !== null);
      if (!isWhole(get())) {
        await new Promise<void>((resolve) => {
          const end = api.subscribe((state) => {
            if (!isWhole(state)) return;
            end();
            resolve();
          });
        });
      }
      const { shown } = get().table;
      if (shown !== null) await get().select([{ from: 0, to: shown.total, selected: true }]);
    },
  });
}
