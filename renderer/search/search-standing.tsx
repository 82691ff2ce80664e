/** Whom the search covers, as words at the end of its field; one of them chosen, it covers those alone. */
import type { Standing } from '../../contract/user.ts';
import { standingWords } from '../../contract/words.ts';
import { commandKey } from '../frame/command-key.ts';
import { useStore } from '../store/use-store.ts';
import classes from './search.module.css';

const offered = ['active', 'inactive', 'deleted'] as const satisfies readonly Standing[];

/** The standing that comes after one as the key goes round: all, then each, then all again. */
export function nextStanding(chosen: Standing | null): Standing | null {
  const rounds: readonly (Standing | null)[] = [null, ...offered];
  return rounds[(rounds.indexOf(chosen) + 1) % rounds.length] ?? null;
}

export function SearchStanding() {
  const chosen = useStore((state) => state.findStanding);
  const findOnly = useStore((state) => state.findOnly);
  return (
    <fieldset className={classes.covers} aria-label="Look for" data-chosen={chosen !== null || undefined}>
      {offered.map((standing) => (
        <button
          key={standing}
          type="button"
          // The field keeps the focus; the key does the same from there.
          tabIndex={-1}
          aria-pressed={standing === chosen}
          title={
            standing === chosen
              ? 'Look for everybody again'
              : `Only ${standingWords[standing].toLowerCase()} people (${commandKey('.')})`
          }
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void findOnly(standing === chosen ? null : standing)}
        >
          {standingWords[standing]}
        </button>
      ))}
    </fieldset>
  );
}
