// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names what is active in it
/** A row of a check. Drawn again only when something in it differs. */

import { memo } from 'react';
import type { CheckRow } from '../../contract/check.ts';
import classes from '../grid/grid.module.css';
import waiting from '../layout/waiting-line.module.css';
import type { Column } from './result-columns.tsx';

type ResultRowProps = {
  readonly id: string;
  /** Among those shown, from 0. */
  readonly at: number;
  readonly columns: readonly Column[];
  /** Undefined: on its way. */
  readonly row: CheckRow | undefined;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly now: number;
};

export const ResultRow = memo(function ResultRow({ id, at, columns, row, isActive, isSelected, now }: ResultRowProps) {
  return (
    <div
      id={id}
      role="row"
      // The line of headings is the first.
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      className={classes.row}
      data-at={at}
      data-active={isActive || undefined}
    >
      {columns.map(({ key, cell, title }) => (
        <div
          key={key}
          role="gridcell"
          className={classes.cell}
          data-column={key}
          title={row === undefined ? undefined : title(row, now)}
        >
          {row === undefined ? <span className={waiting.line} /> : cell(row, now)}
        </div>
      ))}
    </div>
  );
});
