/** What the table is narrowed by: status, text, role and team; and the way back to everybody. */
import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { usualView } from '../../contract/people-view.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import { usePastedLine } from '../search/use-pasted-line.ts';
import { StatusFilter } from '../status/status-filter.tsx';
import { isFiltered } from '../store/gone-filters.ts';
import { useStore } from '../store/use-store.ts';
import classes from './filters.module.css';
import { LabelFilter } from './label-filter.tsx';

export function TableFilters({ filter }: { readonly filter: PeopleFilter }) {
  const counts = useStore((state) => state.table.shown?.counts ?? null);
  const showTable = useStore((state) => state.showTable);
  const { take, onPaste } = usePastedLine((text) => showTable({ filter: { text } }));
  return (
    <div className={classes.filters}>
      <StatusFilter counts={counts} chosen={filter.status} onChoose={(status) => showTable({ filter: { status } })} />
      <div className={classes.choices}>
        <TextInput
          aria-label="Filter by text"
          placeholder="Filter"
          className={classes.text ?? ''}
          leftSection={<IconFilter size={15} stroke={1.7} aria-hidden="true" />}
          rightSection={
            filter.text !== '' && (
              <CloseButton size="sm" aria-label="Clear the text" onClick={() => showTable({ filter: { text: '' } })} />
            )
          }
          value={filter.text}
          onChange={(event) => take(event.currentTarget.value)}
          onPaste={onPaste}
        />
        <LabelFilter kind="role" filter={filter} />
        <LabelFilter kind="team" filter={filter} />
        {isFiltered(filter) && (
          <Button variant="subtle" onClick={() => showTable({ filter: usualView.filter })}>
            Clear filters
          </Button>
        )}
      </div>
    </div>
  );
}
