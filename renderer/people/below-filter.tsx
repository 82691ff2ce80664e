/** Narrows people to those below somebody: a button, and the choice behind it. Who was chosen is said elsewhere. */
import { Button, Popover } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Below } from '../../contract/table.ts';
import { later, whenIdle } from '../boundary/later.tsx';
import classes from './filters.module.css';

const BelowChoices = later(async () => (await import('./below-choices.tsx')).BelowChoices);

type BelowFilterProps = { readonly below: Below | null; readonly onChoose: (below: Below) => void };

export function BelowFilter({ below, onChoose }: BelowFilterProps) {
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
          below={below}
          onChoose={(chosen, isDone) => {
            if (isDone) setOpened(false);
            onChoose(chosen);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
