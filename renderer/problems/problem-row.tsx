// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names what is active in it
/** A row of a list of problems. Drawn again only when something in it differs. */
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import type { ProblemRow as Row } from '../../contract/problems.ts';
import grid from '../grid/grid.module.css';
import waiting from '../layout/waiting-line.module.css';
import classes from './columns.module.css';
import type { Column } from './columns.tsx';

type ProblemRowProps = {
  readonly id: string;
  /** Among those shown, from 0. */
  readonly at: number;
  /** Undefined: on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly Column[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly now: number;
};

export const ProblemRow = memo(function ProblemRow(props: ProblemRowProps) {
  const { id, at, row, columns, isActive, isSelected, now } = props;
  return (
    <div
      id={id}
      role="row"
      // The line of headings is the first.
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      className={grid.row}
      data-at={at}
      data-active={isActive || undefined}
    >
      <div role="gridcell" className={classes.box} data-check="">
        <span className={classes.check} data-checked={isSelected || undefined}>
          {isSelected && <IconCheck size={12} stroke={3} aria-hidden="true" />}
        </span>
      </div>
      {columns.map(({ key, cell, title }) => (
        <div
          key={key}
          role="gridcell"
          className={grid.cell}
          data-column={key}
          title={row === undefined ? undefined : title?.(row)}
        >
          {row === undefined ? <span className={waiting.line} /> : cell(row, now)}
        </div>
      ))}
    </div>
  );
});
