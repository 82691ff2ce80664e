/** The line above the table: how many are shown or selected, and what can be done with them. Its place is always kept. */
import { useEffect } from 'react';
import type { PeopleFilter } from '../../contract/table.ts';
import { later, whenIdle } from '../boundary/later.tsx';
import { rowHeight } from '../grid/row-height.ts';
import { useRowLimit } from '../layout/row-limit.ts';
import { isFiltered } from '../store/gone-filters.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './filters.module.css';
import { shownWords } from './shown-words.ts';

const AddressButtons = later(async () => (await import('./address-buttons.tsx')).AddressButtons);
const ExportMenu = later(async () => (await import('./export-menu.tsx')).ExportMenu);
const FilterChips = later(async () => (await import('./filter-chips.tsx')).FilterChips);
const SelectedTools = later(async () => (await import('./selected-tools.tsx')).SelectedTools);
const StripTools = later(async () => (await import('./strip-tools.tsx')).StripTools);
const ExportProgress = later(async () => (await import('../layout/export-progress.tsx')).ExportProgress);
/** Says nothing but of a list. */
const ListedNote = later(async () => (await import('./listed-note.tsx')).ListedNote);

export function TableStrip({ filter }: { readonly filter: PeopleFilter }) {
  const shown = useStore((state) => state.table.shown);
  const exporting = useStore((state) => state.exporting);
  const limit = useRowLimit(rowHeight);
  useEffect(() => whenIdle(() => void SelectedTools.prefetch()), []);
  const selected = shown?.selected ?? 0;
  const total = shown?.total ?? 0;
  const words = shown === null ? undefined : shownWords(shown, limit);

  return (
    <div className={classes.strip} data-selected={selected > 0 || undefined}>
      <p className={classes.shown} role="status" title={words}>
        {words ?? '\u00a0'}
      </p>
      <ListedNote text={filter.text} />
      {selected + (shown?.selectedElsewhere ?? 0) > 0 && <SelectedTools people={selected} />}
      {/* From the end: the words at the beginning are longer and shorter while people are filtered. */}
      <span className={classes.ofFiltered}>
        {/* Before the filters that are named: it is drawn once people are counted, and moves none of them. */}
        {selected === 0 && total > 0 && isFiltered(filter) && <AddressButtons which="all" people={total} />}
        <FilterChips filter={filter} />
      </span>
      <span className={classes.stripEnd}>
        <StripTools filter={filter}>
          {exporting === null ? (
            selected === 0 && (
              <span className={classes.exportPlace}>
                {total > 0 && <ExportMenu which="all" label={`Export all ${count(total)} as`} name="Export" />}
              </span>
            )
          ) : (
            <ExportProgress name="Export" className={classes.exporting} />
          )}
        </StripTools>
      </span>
    </div>
  );
}
