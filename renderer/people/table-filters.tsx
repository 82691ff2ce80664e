/** The one line that the table is narrowed by: text, role, team and status; and the way back to everybody, whose place is kept. */
import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useRef } from 'react';
import { usualView } from '../../contract/people-view.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import type { Status } from '../../contract/user.ts';
import { usePastedLine } from '../search/use-pasted-line.ts';
import { StatusFilter } from '../status/status-filter.tsx';
import { isFiltered } from '../store/gone-filters.ts';
import { useStore } from '../store/use-store.ts';
import classes from './filters.module.css';
import { LabelFilter } from './label-filter.tsx';
import { StatusMenu } from './status-menu.tsx';

export function TableFilters({ filter }: { readonly filter: PeopleFilter }) {
  const counts = useStore((state) => state.table.shown?.counts ?? null);
  const showTable = useStore((state) => state.showTable);
  const { take, onPaste } = usePastedLine((text) => showTable({ filter: { text } }));
  const field = useRef<HTMLInputElement>(null);
  const chooseStatus = (status: Status | null) => showTable({ filter: { status } });
  // The button that was pressed goes: the focus stays in the line.
  const clear = (change: Partial<PeopleFilter>) => {
    showTable({ filter: change });
    field.current?.focus();
  };
  return (
    <div className={classes.filters}>
      <TextInput
        ref={field}
        aria-label="Filter by text"
        placeholder="Filter"
        className={classes.text ?? ''}
        leftSection={<IconFilter size={15} stroke={1.7} aria-hidden="true" />}
        rightSection={
          filter.text !== '' && (
            <CloseButton size="sm" aria-label="Clear the text" onClick={() => clear({ text: '' })} />
          )
        }
        value={filter.text}
        onChange={(event) => take(event.currentTarget.value)}
        onPaste={onPaste}
      />
      <LabelFilter kind="role" filter={filter} />
      <LabelFilter kind="team" filter={filter} />
      {/* One of the two is drawn: which, the width decides. */}
      <div className={classes.statuses}>
        {counts !== null && (
          <StatusFilter
            counts={counts}
            chosen={filter.status}
            digits={3}
            isNarrowed={isFiltered({ ...filter, status: null })}
            onChoose={chooseStatus}
          />
        )}
      </div>
      <StatusMenu counts={counts} chosen={filter.status} onChoose={chooseStatus} />
      <Button
        variant="subtle"
        aria-label="Clear filters"
        className={classes.clear ?? ''}
        data-idle={!isFiltered(filter) || undefined}
        onClick={() => clear(usualView.filter)}
      >
        Clear<span className={classes.clearWhat}>&nbsp;filters</span>
      </Button>
    </div>
  );
}
