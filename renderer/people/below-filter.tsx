/** Narrows the table to people below somebody: a button, and the choice behind it. Who was chosen is said by `filter-chips.tsx`. */
import { Button, Popover } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { PeopleFilter } from '../../contract/table.ts';
import { later, whenIdle } from '../boundary/later.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './filters.module.css';

const BelowChoices = later(async () => (await import('./below-choices.tsx')).BelowChoices);

export function BelowFilter({ filter }: { readonly filter: PeopleFilter }) {
  const showTable = useStore((state) => state.showTable);
  const [opened, setOpened] = useState(false);
  useEffect(() => whenIdle(() => void BelowChoices.prefetch()), []);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          className={classes.below ?? ''}
          aria-label="Below…"
          title="Only people below somebody"
          leftSection={<IconSitemap size={16} stroke={1.7} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes.belowWord}>Below…</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label="Below somebody">
        <BelowChoices
          below={filter.below}
          onChoose={(below, isDone) => {
            if (isDone) setOpened(false);
            showTable({ filter: { below } });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
