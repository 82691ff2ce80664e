/** The line that a list of problems is narrowed by: which of them, role, team, below somebody, and text. */
import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { longestSearchText } from '../../contract/bounds.ts';
import { usualView } from '../../contract/people-view.ts';
import type { ProblemFilter, ProblemKindOverview } from '../../contract/problems.ts';
import type { ProblemList } from '../../contract/shown-page.ts';
import type { Below, BelowNamed } from '../../contract/table.ts';
import { BelowFilter } from '../people/below-filter.tsx';
import { BelowChip } from '../people/filter-chips.tsx';
import { LabelFilter } from '../people/label-filter.tsx';
import status from '../status/status.module.css';
import { usualProblems } from '../store/problems.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './kind-page.module.css';
import { isNarrowed } from './none-fit.tsx';

type KindFilterProps = {
  readonly list: ProblemList;
  /** Undefined: its numbers are not known yet; their place is kept. */
  readonly of: ProblemKindOverview | undefined;
};

export function KindFilter({ list: { filter }, of }: KindFilterProps) {
  const showProblems = useStore((state) => state.showProblems);
  const field = useRef<HTMLInputElement>(null);
  const named = useNamed(filter.below);
  const narrow = (change: Partial<ProblemFilter>) => showProblems({ filter: change });
  // The button that was pressed goes: the focus stays in the line.
  const clear = (change: Partial<ProblemFilter>) => {
    narrow(change);
    field.current?.focus();
  };
  const people = { ...usualView.filter, role: filter.role, team: filter.team };
  const choices: readonly (readonly [ProblemFilter['which'], string, number | undefined])[] = [
    ['open', 'Open', of?.count],
    ['new', 'New', of?.fresh],
    ['aside', 'Set aside', of?.aside],
  ];
  return (
    <div className={classes.filters}>
      <fieldset className={`${status.filter} ${classes.which}`} aria-label="Show">
        {choices.map(([which, words, problems]) => (
          <button
            key={which}
            type="button"
            className={status.choice}
            aria-pressed={filter.which === which}
            onClick={() => narrow({ which })}
          >
            {words}
            <span className={classes.number}>{problems === undefined ? '\u2007' : count(problems)}</span>
          </button>
        ))}
      </fieldset>
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
        maxLength={longestSearchText}
        value={filter.text}
        onChange={(event) => narrow({ text: event.currentTarget.value })}
      />
      <LabelFilter kind="role" filter={people} onChoose={(role) => narrow({ role })} />
      <LabelFilter kind="team" filter={people} onChoose={(team) => narrow({ team })} />
      <BelowFilter below={filter.below} onChoose={(below) => narrow({ below })} />
      {filter.below !== null && (
        <BelowChip below={filter.below} named={named} onRemove={() => clear({ below: null })} />
      )}
      <Button
        variant="subtle"
        className={classes.clear ?? ''}
        data-idle={!isNarrowed(filter) || undefined}
        onClick={() => clear({ ...usualProblems.filter, which: filter.which })}
      >
        Clear filters
      </Button>
    </div>
  );
}

/** What the person is called who stands above the people looked for; null: nobody does, or it is not known yet. */
function useNamed(below: Below | null): BelowNamed | null {
  const findPeople = useStore((state) => state.findPeople);
  const [named, setNamed] = useState<BelowNamed | null>(null);
  const id = below?.id;
  useEffect(() => {
    if (id === undefined) return;
    let isWanted = true;
    void findPeople(id).then((people) => {
      if (isWanted) setNamed({ id, name: people.find((one) => one.id === id)?.name ?? id });
    });
    return () => {
      isWanted = false;
    };
  }, [id, findPeople]);
  return named;
}
