/** The one line that the table is narrowed by: text, role, team and status; and the way back to everybody, whose place is kept. */
import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
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

/** Whether what is in an element has no room in it, followed as either becomes wider. */
function useIsCut(element: RefObject<HTMLElement | null>): boolean {
  const [isCut, setIsCut] = useState(false);
  // After each drawing, too: counts grow.
  useLayoutEffect(() => {
    const one = element.current;
    if (one === null) return;
    const measure = () => setIsCut(one.scrollWidth > one.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(one);
    return () => watch.disconnect();
  });
  return isCut;
}

export function TableFilters({ filter }: { readonly filter: PeopleFilter }) {
  const counts = useStore((state) => state.table.shown?.counts ?? null);
  const showTable = useStore((state) => state.showTable);
  const { take, onPaste } = usePastedLine((text) => showTable({ filter: { text } }));
  const field = useRef<HTMLInputElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const isCut = useIsCut(buttons);
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
      <LabelFilter kind="role" filter={filter} onChoose={(role) => showTable({ filter: { role } })} />
      <LabelFilter kind="team" filter={filter} onChoose={(team) => showTable({ filter: { team } })} />
      {/* One of the two is seen: where the buttons have no room, the menu. */}
      <div className={classes.status} data-cut={isCut || undefined}>
        <div ref={buttons} className={classes.statuses}>
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
      </div>
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
