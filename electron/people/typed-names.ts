/** Whose name begins with what is typed: as the search spells names, so that accents, case and joints make no difference. */
import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../search/fold.ts';
import { namelessMark, sortNameOf } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery } from '../sqlite/typed-query.ts';
import type { Order } from './order.ts';
import { keyIn } from './rows.ts';

/** What a folded name begins with; empty: with anything. */
function beginningOf(typed: string): string {
  const folded = fold(typed);
  const words = sortNameOf(folded);
  // A space that is typed ends a word: "an " is no beginning of "Anna".
  return words !== '' && /[^\p{L}\p{M}\p{N}]$/u.test(folded) ? `${words} ` : words;
}

/** The first of the names that begins so; null: none does. */
export function firstBegun(names: readonly string[], typed: string): number | null {
  const beginning = beginningOf(typed);
  if (beginning === '') return null;
  const first = names.findIndex((name) => `${sortNameOf(fold(name))} `.startsWith(beginning));
  return first === -1 ? null : first;
}

/** After every text that begins with another one. */
const last = '\u{10ffff}';

export function createTypedNames(database: DatabaseSync) {
  const begun = prepareQuery(
    database,
    'SELECT key FROM people WHERE (sort_name >= ? AND sort_name < ?) OR (sort_name >= ? AND sort_name < ?)',
    [number],
  );
  /** The next place from `from` on, round from the last to the first; null: nobody's name begins so. */
  return (order: Order, typed: string, from: number): number | null => {
    const beginning = beginningOf(typed);
    if (beginning === '' || order.length === 0) return null;
    // A whole name that is typed with a space behind it.
    const whole = beginning.trimEnd();
    const nameless = `${namelessMark} ${beginning}`;
    const keys = new Set<PersonKey>(
      begun.all(beginning, beginning + last, nameless, nameless + last).map(([key]) => key),
    );
    if (whole !== beginning) for (const [key] of begun.all(whole, `${whole}\0`, '', '')) keys.add(key);
    for (let step = 0; step < order.length; step += 1) {
      const place = (from + step) % order.length;
      if (keys.has(keyIn(order[place] ?? 0))) return place;
    }
    return null;
  };
}
