// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons in it have the focus
/** The line of headings of a list of problems: pressing one sorts by it, pressing it again turns the order round. */
import { IconArrowDown, IconArrowUp, IconCheck, IconMinus } from '@tabler/icons-react';
import type { ProblemSort } from '../../contract/problems.ts';
import grid from '../grid/grid.module.css';
import { useStore } from '../store/use-store.ts';
import classes from './columns.module.css';
import type { Column } from './columns.tsx';
import { problemRows } from './use-problems.ts';

type ProblemHeadProps = {
  readonly columns: readonly Column[];
  readonly sort: ProblemSort;
  readonly selected: 'none' | 'some' | 'all';
};

/** The order that each begins with. */
const isFirstDescending: { readonly [B in ProblemSort['by']]: boolean } = { weight: true, name: false, since: true };

export function ProblemHead({ columns, sort, selected }: ProblemHeadProps) {
  const showProblems = useStore((state) => state.showProblems);
  const press = (by: ProblemSort['by']) =>
    showProblems({ sort: { by, descending: sort.by === by ? !sort.descending : isFirstDescending[by] } });
  const all = selected === 'all' ? 'Select none' : 'Select all';
  return (
    <div role="row" aria-rowindex={1} className={grid.headRow}>
      <div role="columnheader" className={classes.box}>
        <button
          type="button"
          // By Ctrl A as well: the headings that sort are stops enough.
          tabIndex={-1}
          aria-label={all}
          title={all}
          className={classes.checkAll}
          onClick={() => {
            const { selectAll, selectNone } = problemRows.getState();
            if (selected === 'all') selectNone();
            else selectAll();
          }}
        >
          <span className={classes.check} data-checked={selected !== 'none' || undefined}>
            {selected === 'all' && <IconCheck size={12} stroke={3} aria-hidden="true" />}
            {selected === 'some' && <IconMinus size={12} stroke={3} aria-hidden="true" />}
          </span>
        </button>
      </div>
      {columns.map(({ key, name, sort: by }) => {
        const isSorted = by !== null && sort.by === by;
        const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
        return (
          <div
            key={key}
            role="columnheader"
            aria-sort={by === null ? undefined : isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            className={grid.heading}
          >
            {by === null ? (
              <span className={grid.headingName}>{name}</span>
            ) : (
              <button type="button" className={classes.sort} onClick={() => press(by)}>
                <span className={grid.headingName}>{name}</span>
                {isSorted && <Arrow size={14} stroke={2} aria-hidden="true" />}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
