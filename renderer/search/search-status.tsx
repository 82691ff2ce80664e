/** The statuses the search covers, as words at the end of its field; with one chosen, it covers that one alone. */

import { statusWords } from '../../contract/status-words.ts';
import type { Status } from '../../contract/user.ts';
import { keys } from '../keyboard/keys.ts';
import { pressWords } from '../keyboard/press.ts';
import { useStore } from '../store/use-store.ts';
import classes from './search.module.css';

const offered = ['active', 'inactive', 'deleted', 'not-found'] as const satisfies readonly Status[];

/** The status that comes after one as the key goes round: all, then each, then all again. */
export function nextStatus(chosen: Status | null): Status | null {
  const rounds: readonly (Status | null)[] = [null, ...offered];
  return rounds[(rounds.indexOf(chosen) + 1) % rounds.length] ?? null;
}

export function SearchStatus() {
  const chosen = useStore((state) => state.findStatus);
  const findOnly = useStore((state) => state.findOnly);
  return (
    <fieldset className={classes.covers} aria-label="Look for" data-chosen={chosen !== null || undefined}>
      {offered.map((status) => (
        <button
          key={status}
          type="button"
          // The field keeps the focus; the key does the same from there.
          tabIndex={-1}
          aria-pressed={status === chosen}
          title={
            status === chosen
              ? 'Look for everybody again'
              : `Only ${statusWords[status].toLowerCase()} people (${pressWords(keys.search.nextStatus.keys[0])})`
          }
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void findOnly(status === chosen ? null : status)}
        >
          {statusWords[status]}
        </button>
      ))}
    </fieldset>
  );
}
