// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names what is active in it
/** A row of the table. Drawn again only when something in it differs: dozens of them stand in each frame of a scroll. */
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { TableRow as Row, TableColumn } from '../../contract/table.ts';
import grid from '../grid/grid.module.css';
import waiting from '../layout/waiting-line.module.css';
import { tableColumns } from './columns.tsx';
import classes from './table.module.css';

type TableRowProps = {
  readonly id: string;
  readonly place: number;
  /** Undefined: on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly TableColumn[];
  readonly isActive: boolean;
  readonly now: number;
};

export const TableRow = memo(function TableRow({ id, place, row, columns, isActive, now }: TableRowProps) {
  return (
    <div
      id={id}
      role="row"
      // The line of headings is the first.
      aria-rowindex={place + 2}
      aria-selected={row?.selected ?? false}
      aria-busy={row === undefined || undefined}
      className={grid.row}
      data-place={place}
      data-active={isActive || undefined}
    >
      <div role="gridcell" className={classes.checkCell} data-check="">
        <span className={classes.check} data-checked={row?.selected || undefined}>
          {row?.selected && <IconCheck size={12} stroke={3} aria-hidden="true" />}
        </span>
      </div>
      {columns.map((column) => (
        <Cell key={column} column={column} row={row} now={now} />
      ))}
    </div>
  );
});

type CellProps = Pick<TableRowProps, 'row' | 'now'> & { readonly column: TableColumn };

function Cell({ column, row, now }: CellProps) {
  const parts = tableColumns[column];
  const cell = column === 'name' ? `${grid.cell} ${classes.kept}` : grid.cell;
  if (row === undefined) {
    return (
      <div role="gridcell" className={cell} data-column={column}>
        <span className={waiting.line} />
      </div>
    );
  }
  if ('cell' in parts) {
    return (
      <div role="gridcell" className={cell} data-column={column}>
        {parts.cell(row)}
      </div>
    );
  }
  const text = parts.text(row, now);
  return (
    <div
      role="gridcell"
      className={classes.textCell}
      data-column={column}
      title={parts.title?.(row) ?? (typeof text === 'string' ? text : undefined)}
    >
      {text}
    </div>
  );
}
