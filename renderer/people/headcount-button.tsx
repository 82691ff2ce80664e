/** How many of the people shown have each team, role, status or country code: a button, and the table behind it. */
import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import type { PeopleFilter } from '../../contract/table.ts';
import { later } from '../boundary/later.tsx';
import classes from './filters.module.css';

const Headcount = later(async () => (await import('./headcount.tsx')).Headcount);

export function HeadcountButton({ filter }: { readonly filter: PeopleFilter }) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={400}
      trapFocus
      returnFocus
      transitionProps={{ duration: 80 }}
    >
      <Tooltip label="Headcount" disabled={opened}>
        <Popover.Target>
          <ActionIcon aria-label="Headcount" className={classes.headcount ?? ''} onClick={() => setOpened(!opened)}>
            <IconChartBar size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label="Headcount">
        <Headcount filter={filter} />
      </Popover.Dropdown>
    </Popover>
  );
}
