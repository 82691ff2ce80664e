// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names what is active in it
/** The line of headings: pressing one sorts by it, pressing it again turns the order round. */
import { VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCheck, IconMinus } from '@tabler/icons-react';
import type { PeopleSort, TableColumn } from '../../contract/table.ts';
import grid from '../grid/grid.module.css';
import { tableColumns } from './columns.tsx';
import classes from './table.module.css';

type TableHeadProps = {
  readonly idOf: (heading: number) => string;
  readonly columns: readonly TableColumn[];
  readonly sort: PeopleSort;
  readonly selected: 'none' | 'some' | 'all';
  /** Which heading the keys act on: 0 is that of the checkboxes. */
  readonly active: number | null;
};

export function TableHead({ idOf, columns, sort, selected, active }: TableHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className={grid.headRow}>
      <div
        id={idOf(0)}
        role="columnheader"
        title={selected === 'all' ? 'Unselect all' : 'Select all'}
        className={classes.checkCell}
        data-heading={0}
        data-active={active === 0 || undefined}
      >
        <VisuallyHidden>{selected === 'all' ? 'Unselect all' : 'Select all'}</VisuallyHidden>
        <span className={classes.check} data-checked={selected !== 'none' || undefined}>
          {selected === 'all' && <IconCheck size={12} stroke={3} aria-hidden="true" />}
          {selected === 'some' && <IconMinus size={12} stroke={3} aria-hidden="true" />}
        </span>
      </div>
      {columns.map((column, index) => {
        const isSorted = sort.by === column;
        const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
        return (
          <div
            key={column}
            id={idOf(index + 1)}
            role="columnheader"
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            className={column === 'name' ? `${grid.heading} ${classes.kept}` : grid.heading}
            data-column={column}
            data-heading={index + 1}
            data-active={active === index + 1 || undefined}
          >
            <span className={grid.headingName} title={tableColumns[column].name}>
              {tableColumns[column].name}
            </span>
            {isSorted && <Arrow size={14} stroke={2} aria-hidden="true" />}
            {/* For the mouse; the keys of the heading do the same, and say how wide it is. */}
            <span className={classes.edge} data-edge={index} title="Drag, or double click to fit" aria-hidden="true" />
          </div>
        );
      })}
    </div>
  );
}
