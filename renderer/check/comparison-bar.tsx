/**
 * The part of the directory that the list is compared with, chosen as the table of people is narrowed, and the three groups that
 * come of it. Every number is how many rows the choice shows.
 */
import { Button } from '@mantine/core';
import { type Ref, useState } from 'react';
import type { CheckFilter, CheckGroup } from '../../contract/check.ts';
import type { CheckComparison } from '../../contract/check-overview.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import { BelowFilter } from '../people/below-filter.tsx';
import { Chip } from '../people/filter-chips.tsx';
import { LabelFilter } from '../people/label-filter.tsx';
import { StatusMenu } from '../people/status-menu.tsx';
import status from '../status/status.module.css';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './check-shown.module.css';
import { groupWords, isGroup } from './check-words.ts';
import { checks } from './use-check.ts';

type ComparisonBarProps = {
  readonly ref: Ref<HTMLFieldSetElement>;
  readonly comparison: CheckComparison;
  readonly show: CheckFilter['show'];
};

const groups: readonly (readonly [CheckGroup, (of: CheckComparison) => number])[] = [
  ['both', ({ both }) => both],
  ['only-list', ({ onlyList }) => onlyList],
  ['only-here', ({ onlyHere }) => onlyHere],
];

export function ComparisonBar({ ref, comparison, show }: ComparisonBarProps) {
  const filterCheck = useStore((state) => state.filterCheck);
  const giveFocus = useStore((state) => state.giveFocus);
  const tellFailure = useStore((state) => state.tellFailure);
  const { below, here } = comparison;
  // What is chosen stands there at once; its people come with the answer.
  const [part, setPart] = useState(comparison.part);
  const [last, setLast] = useState(comparison.part);
  if (JSON.stringify(last) !== JSON.stringify(comparison.part)) {
    setLast(comparison.part);
    setPart(comparison.part);
  }
  const compare = async (wanted: PeopleFilter | null) => {
    const failure = await checks.getState().compare(wanted);
    if (failure === null) return;
    setPart(comparison.part);
    tellFailure(failure);
  };
  const narrow = (change: Partial<PeopleFilter>) => {
    const wanted = { ...part, ...change };
    setPart(wanted);
    void compare(wanted);
  };
  const stop = () => {
    if (isGroup(show)) filterCheck({ show: null, answer: null });
    // The button that was pressed goes.
    giveFocus('result');
    void compare(null);
  };
  const name = below !== null && below.id === part.below?.id ? below.name : '…';
  return (
    <div className={classes.filters}>
      <fieldset ref={ref} className={`${status.filter} ${classes.heaps}`} aria-label="Compared">
        {groups.map(([group, rows]) => (
          <button
            key={group}
            type="button"
            className={status.choice}
            aria-pressed={show === group}
            onClick={() => filterCheck({ show: group, answer: null })}
          >
            {groupWords[group]}
            <span className={classes.number}>{count(rows(comparison))}</span>
          </button>
        ))}
      </fieldset>
      <span className={classes.shown}>with {here === 1 ? '1 person' : `${count(here)} people`}:</span>
      <LabelFilter kind="role" filter={part} onChoose={(role) => narrow({ role })} />
      <LabelFilter kind="team" filter={part} onChoose={(team) => narrow({ team })} />
      <StatusMenu counts={null} chosen={part.status} isAlone onChoose={(chosen) => narrow({ status: chosen })} />
      <BelowFilter below={part.below} onChoose={(chosen) => narrow({ below: chosen })} />
      {part.below !== null && (
        <Chip title={`Below ${name}`} onRemove={() => narrow({ below: null })}>
          {part.below.which === 'all' ? 'Below' : 'Directly below'} <bdi>{name}</bdi>
        </Chip>
      )}
      <Button variant="subtle" className={classes.stripEnd ?? ''} onClick={stop}>
        Stop comparing
      </Button>
    </div>
  );
}
