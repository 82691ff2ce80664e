/** All, Active, Inactive, Deleted: each with how many there are. Not found and Unknown only where there is somebody. */

import { statusWords } from '../../contract/status-words.ts';
import type { Status } from '../../contract/user.ts';
import { count } from '../words/locale.ts';
import classes from './status.module.css';

type Counts = Partial<Record<Status, number>>;
type StatusFilterProps = {
  /** Null: not known yet; their place is kept. */
  readonly counts: Counts | null;
  /** Everybody, where that is more than the counts add up to. */
  readonly all?: number;
  readonly chosen: Status | null;
  readonly onChoose: (status: Status | null) => void;
};

const choices: readonly (Status | null)[] = [null, 'active', 'inactive', 'deleted', 'not-found', 'unknown'];
/** Most directories have nobody of these. */
const rare: readonly (Status | null)[] = ['not-found', 'unknown'];

export function StatusFilter({ counts, all = sum(counts), chosen, onChoose }: StatusFilterProps) {
  return (
    <fieldset className={classes.filter} aria-label="Show">
      {choices.map((choice) => {
        const number = counts === null ? null : choice === null ? all : (counts[choice] ?? 0);
        if (rare.includes(choice) && !number && chosen !== choice) return null;
        return (
          <button
            key={choice ?? 'all'}
            type="button"
            className={classes.choice}
            aria-pressed={choice === chosen}
            onClick={() => onChoose(choice)}
          >
            {choice === null ? 'All' : statusWords[choice]}
            <span className={classes.choiceCount}>{number === null ? '\u2007\u2007' : count(number)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

function sum(counts: Counts | null): number {
  return Object.values(counts ?? {}).reduce((total, number) => total + number, 0);
}
