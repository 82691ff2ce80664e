/** All, Active, Inactive, Deleted: each with how many there are. Not found and Unknown only where there is somebody, or where it is asked for. */

import { useRef } from 'react';
import type { Status } from '../../contract/user.ts';
import { count } from '../words/locale.ts';
import classes from './status.module.css';
import { type StatusCounts, statusChoices } from './status-choices.ts';

type StatusFilterProps = {
  /** What the choice is about, for a screen reader. */
  readonly label?: string;
  /** Null: not known yet; their place is kept. */
  readonly counts: StatusCounts | null;
  /** Everybody, where that is more than the counts add up to. */
  readonly all?: number;
  /** Not all are counted. */
  readonly more?: boolean;
  /** Offered with nobody, too. */
  readonly offered?: readonly Status[];
  /** Whether it is one stop of the Tab key: the chosen one. Who asks for that has arrow keys lead to the others. */
  readonly isOneStop?: boolean;
  readonly chosen: Status | null;
  /** So many digits have their place from the start: of counts that grow while they are looked at. */
  readonly digits?: number;
  /** Other filters leave people out: a status that was offered before them stays. */
  readonly isNarrowed?: boolean;
  readonly onChoose: (status: Status | null) => void;
};

export function StatusFilter({
  label = 'Show',
  counts,
  all,
  more = false,
  offered = [],
  isOneStop = false,
  chosen,
  digits = 0,
  isNarrowed = false,
  onChoose,
}: StatusFilterProps) {
  // A number keeps the widest place it had: nothing moves as people are filtered.
  const widest = useRef(new Map<Status | null, string>());
  const widestOf = (status: Status | null, number: string): string => {
    const before = widest.current.get(status) ?? '0'.repeat(digits);
    const longer = number.length > before.length ? number : before;
    widest.current.set(status, longer);
    return longer;
  };
  const isKept = (status: Status | null) =>
    (isNarrowed && widest.current.has(status)) || (status !== null && offered.includes(status));
  return (
    <fieldset className={classes.filter} aria-label={label}>
      {statusChoices(counts, chosen, all, isKept).map(({ status, word, people }) => {
        const number = people === null ? '\u2007\u2007' : `${count(people)}${more ? '+' : ''}`;
        return (
          <button
            key={status ?? 'all'}
            type="button"
            className={classes.choice}
            aria-pressed={status === chosen}
            tabIndex={isOneStop && status !== chosen ? -1 : undefined}
            onClick={() => onChoose(status)}
          >
            {word}
            <span className={classes.choiceCount} data-widest={widestOf(status, number)}>
              {number}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
