/** Leads to a status check of those who are selected in the table. Loaded once somebody is. */
import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './filters.module.css';

/** `people`: how many are selected. */
export function CheckSelected({ people }: { readonly people: number }) {
  const checkSelected = useStore((state) => state.checkSelected);
  return (
    <Button
      variant="subtle"
      aria-label={`Check status of ${count(people)}`}
      className={classes.check ?? ''}
      leftSection={<IconListCheck size={16} stroke={1.7} aria-hidden="true" />}
      onClick={checkSelected}
    >
      <span className={classes.checkWords}>Check status of {count(people)}</span>
    </Button>
  );
}
