/** Said in place of rows where nobody fits the filters of the table, with the ways to somebody. Loaded when it is so. */
import { Button } from '@mantine/core';
import { usualView } from '../../contract/people-view.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import grid from '../grid/grid.module.css';
import { EmptyTitle } from '../layout/empty.tsx';
import { type StatusCounts, statusChoices } from '../status/status-choices.ts';
import { isFiltered } from '../store/gone-filters.ts';
import { useStore } from '../store/use-store.ts';
import { hiddenWords } from '../words/match-words.ts';

type NobodyFitsProps = { readonly filter: PeopleFilter; readonly counts: StatusCounts | null };

export function NobodyFits({ filter, counts }: NobodyFitsProps) {
  const showTable = useStore((state) => state.showTable);
  const hidden = filter.status === null ? [] : statusChoices(counts, null).filter((one) => one.status && one.people);
  return (
    <div className={grid.none}>
      <EmptyTitle>Nobody known so far fits these filters</EmptyTitle>
      {/* As in the search: a row counts the people that only the status hides, and shows them when it is pressed. */}
      {hidden.map(
        ({ status, people }) =>
          status !== null && (
            <Button key={status} variant="subtle" onClick={() => showTable({ filter: { status } })}>
              {hiddenWords(status, people ?? 0)}
            </Button>
          ),
      )}
      {isFiltered(filter) && (
        <Button variant="default" onClick={() => showTable({ filter: usualView.filter })}>
          Clear the filters
        </Button>
      )}
    </div>
  );
}
