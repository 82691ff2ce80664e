/** The line above the table: how many are shown or selected, and what can be done with them. Its place is always kept. */
import { Button } from '@mantine/core';
import { IconCopy, IconX } from '@tabler/icons-react';
import type { PeopleFilter } from '../../contract/table.ts';
import { later } from '../boundary/later.tsx';
import { rowHeight } from '../grid/row-height.ts';
import { useRowLimit } from '../layout/row-limit.ts';
import { isFiltered } from '../store/gone-filters.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './filters.module.css';
import { shownWords } from './shown-words.ts';

const AddressButtons = later(async () => (await import('./address-buttons.tsx')).AddressButtons);
const CheckSelected = later(async () => (await import('./check-selected.tsx')).CheckSelected);
const ExportMenu = later(async () => (await import('./export-menu.tsx')).ExportMenu);
const FilterChips = later(async () => (await import('./filter-chips.tsx')).FilterChips);
const StripTools = later(async () => (await import('./strip-tools.tsx')).StripTools);
const ExportProgress = later(async () => (await import('../layout/export-progress.tsx')).ExportProgress);
/** Says nothing but of a list. */
const ListedNote = later(async () => (await import('./listed-note.tsx')).ListedNote);

export function TableStrip({ filter }: { readonly filter: PeopleFilter }) {
  const shown = useStore((state) => state.table.shown);
  const exporting = useStore((state) => state.exporting);
  const copyPeople = useStore((state) => state.copyPeople);
  const select = useStore((state) => state.select);
  const limit = useRowLimit(rowHeight);
  const selected = shown?.selected ?? 0;
  const total = shown?.total ?? 0;

  return (
    <div className={classes.strip} data-selected={selected > 0 || undefined}>
      <p className={classes.shown} role="status">
        {shown === null ? '\u00a0' : shownWords(shown, limit)}
      </p>
      <ListedNote text={filter.text} />
      {selected > 0 && (
        <>
          <Button
            variant="subtle"
            leftSection={<IconCopy size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => void copyPeople('selected')}
          >
            Copy
          </Button>
          <AddressButtons which="selected" people={selected} />
          <CheckSelected people={selected} />
          <ExportMenu which="selected" label={`Export ${count(selected)} selected as`} name="Export…" />
        </>
      )}
      {selected + (shown?.selectedElsewhere ?? 0) > 0 && (
        <Button
          variant="subtle"
          aria-label="Clear"
          className={classes.clearSelected ?? ''}
          leftSection={<IconX size={16} stroke={1.7} aria-hidden="true" />}
          onClick={() => void select([], true)}
        >
          <span className={classes.roomy}>Clear</span>
        </Button>
      )}
      {/* From the end: the words at the beginning are longer and shorter while people are filtered. */}
      <span className={classes.ofFiltered}>
        <FilterChips filter={filter} />
        {selected === 0 && total > 0 && isFiltered(filter) && <AddressButtons which="all" people={total} />}
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
