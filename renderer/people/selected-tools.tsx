/** What can be done with those who are selected, and the way to select nobody. One part: what came later than the rest of the line would push it aside. */
import { Button } from '@mantine/core';
import { IconCopy, IconListCheck, IconX } from '@tabler/icons-react';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { AddressButtons } from './address-buttons.tsx';
import { ExportMenu } from './export-menu.tsx';
import classes from './filters.module.css';

/** `people`: how many of those shown are selected; 0: none of them, but others are. */
export function SelectedTools({ people }: { readonly people: number }) {
  const copyPeople = useStore((state) => state.copyPeople);
  const select = useStore((state) => state.select);
  const checkSelected = useStore((state) => state.checkSelected);
  return (
    <>
      {people > 0 && (
        <>
          <Button
            variant="subtle"
            leftSection={<IconCopy size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => void copyPeople('selected')}
          >
            Copy
          </Button>
          <AddressButtons which="selected" people={people} />
          <Button
            variant="subtle"
            aria-label={`Check status of ${count(people)}`}
            className={classes.check ?? ''}
            leftSection={<IconListCheck size={16} stroke={1.7} aria-hidden="true" />}
            onClick={checkSelected}
          >
            <span className={classes.checkWords}>Check status of {count(people)}</span>
          </Button>
          <ExportMenu which="selected" label={`Export ${count(people)} selected as`} name="Export…" />
        </>
      )}
      <Button
        variant="subtle"
        aria-label="Clear"
        className={classes.clearSelected ?? ''}
        leftSection={<IconX size={16} stroke={1.7} aria-hidden="true" />}
        onClick={() => void select([], true)}
      >
        <span className={classes.roomy}>Clear</span>
      </Button>
    </>
  );
}
