/** Stands where a list of problems has none: because of what it is narrowed to, or because there are none. */
import { Button } from '@mantine/core';
import type { ProblemFilter } from '../../contract/problems.ts';
import grid from '../grid/grid.module.css';
import { EmptyTitle } from '../layout/empty.tsx';
import { usualProblems } from '../store/problems.ts';
import { useStore } from '../store/use-store.ts';

const titles: { readonly [W in ProblemFilter['which']]: string } = {
  open: 'No problem of this kind',
  new: 'None is new since you last looked',
  aside: 'None is set aside',
};

export function isNarrowed({ role, team, below, text }: ProblemFilter): boolean {
  return role !== null || team !== null || below !== null || text !== '';
}

export function NoneFit({ filter }: { readonly filter: ProblemFilter }) {
  const showProblems = useStore((state) => state.showProblems);
  const narrowed = isNarrowed(filter);
  return (
    <div className={grid.none}>
      <EmptyTitle>{narrowed ? 'No problem fits' : titles[filter.which]}</EmptyTitle>
      {(narrowed || filter.which !== 'open') && (
        <Button variant="default" onClick={() => showProblems({ filter: usualProblems.filter })}>
          Show all that are open
        </Button>
      )}
    </div>
  );
}
