/** Narrows people to one role or team: a button that says which, and the choice behind it. */
import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { withoutLabel } from '../../contract/people-view.ts';
import type { LabelCount, LabelKind, PeopleFilter } from '../../contract/table.ts';
import { later, whenIdle } from '../boundary/later.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './filters.module.css';
import { labelKinds, wordOf } from './label-words.ts';

const LabelChoices = later(async () => (await import('./label-choices.tsx')).LabelChoices);

type LabelFilterProps = {
  readonly kind: LabelKind;
  readonly filter: PeopleFilter;
  /** Null: any. */
  readonly onChoose: (id: string | null) => void;
};

export function LabelFilter({ kind, filter, onChoose }: LabelFilterProps) {
  const readLabel = useStore((state) => state.readLabel);
  const [opened, setOpened] = useState(false);
  const [named, setNamed] = useState<{ readonly id: string; readonly word: string } | null>(null);
  const chosen = filter[kind];

  useEffect(() => whenIdle(() => void LabelChoices.prefetch()), []);
  // A choice that came back with the page: only its id was kept.
  useEffect(() => {
    if (chosen === null || named?.id === chosen) return;
    let isWanted = true;
    const nameIt = (label: Pick<LabelCount, 'id' | 'name'>) => {
      if (isWanted) setNamed({ id: chosen, word: wordOf(kind, label) });
    };
    const nameless = { id: chosen, name: null };
    if (chosen === withoutLabel) nameIt(nameless);
    else void readLabel({ kind, id: chosen }).then((label) => nameIt(label ?? nameless));
    return () => {
      isWanted = false;
    };
  }, [chosen, named, kind, readLabel]);

  const word = chosen === null ? 'Any' : named?.id === chosen ? named.word : '…';
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={300}
      trapFocus
      returnFocus
      withinPortal={false}
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          justify="space-between"
          className={classes.choice ?? ''}
          data-chosen={chosen !== null || undefined}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes.choiceKind}>{labelKinds[kind]}</span>
          <bdi className={classes.choiceName} title={word}>
            {word}
          </bdi>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={labelKinds[kind]}>
        <LabelChoices
          kind={kind}
          filter={filter}
          onChoose={(label) => {
            setOpened(false);
            setNamed(label === null ? null : { id: label.id, word: wordOf(kind, label) });
            onChoose(label?.id ?? null);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
