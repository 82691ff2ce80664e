/** Whose name begins with what is typed: as the search spells names, so that accents, case and joints make no difference. */
import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../search/fold.ts';
import { namelessMark, sortNameOf } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numbersIn } from '../storage/number-lists.ts';
import type { Order } from './order.ts';
import { keyIn } from './rows.ts';

/** What a folded name begins with; empty: with anything. */
function beginningOf(typed: string): string {
  const folded = fold(typed);
  const words = sortNameOf(folded);
  // A space that is typed ends a word: "an " is no beginning of "Anna".
  return words !== '' && /[^\p{L}\p{M}\p{N}]$/u.test(folded) ? `${words} ` : words;
}

/** Whether a name begins so. */
export function beginsWith(typed: string): (name: string) => boolean {
  const beginning = beginningOf(typed);
  return (name) => beginning !== '' && `${sortNameOf(fold(name))} `.startsWith(beginning);
}

/** The first of the names that begins so; null: none does. */
export function firstBegun(names: readonly string[], typed: string): number | null {
  const first = names.findIndex(beginsWith(typed));
  return first === -1 ? null : first;
}

/** After every text that begins with another one. */
const last = '\u{10ffff}';

/** Everybody whose name begins with what is typed; null: nothing is typed that a name can begin with. */
export type BegunKeys = (typed: string) => ReadonlySet<PersonKey> | null;

export function createBegunKeys(database: DatabaseSync): BegunKeys {
  // As one text: of a hundred thousand people ten thousand names may begin with one letter.
  const begun = prepareQuery(
    database,
    `SELECT group_concat(key) FROM people
    WHERE (sort_name >= ? AND sort_name < ?) OR (sort_name >= ? AND sort_name < ?)`,
    [orNull(text)],
  );
  const keysBegun = (...bounds: string[]): Iterable<PersonKey> => numbersIn(begun.one(...bounds)[0] ?? '');
  return (typed) => {
    const beginning = beginningOf(typed);
    if (beginning === '') return null;
    // A whole name that is typed with a space behind it.
    const whole = beginning.trimEnd();
    const nameless = `${namelessMark} ${beginning}`;
    const keys = new Set(keysBegun(beginning, beginning + last, nameless, nameless + last));
    if (whole !== beginning) for (const key of keysBegun(whole, `${whole}\0`, '', '')) keys.add(key);
    return keys;
  };
}

export function createTypedNames(database: DatabaseSync) {
  const begunKeys = createBegunKeys(database);
  /** The next place from `from` on, round from the last to the first; null: nobody's name begins so. */
  return (order: Order, typed: string, from: number): number | null =>
    firstOf(begunKeys(typed), { count: order.length, from, keyAt: (place) => keyIn(order[place] ?? 0) });
}

/** Rows of a list, the first that is looked at, and who stands in each. */
type Listed = { readonly count: number; readonly from: number; readonly keyAt: (row: number) => PersonKey };

/** The first row with one of these people, from `from` on and round; null: there is none. */
export function firstOf(keys: ReadonlySet<PersonKey> | null, { count, from, keyAt }: Listed): number | null {
  if (keys === null || keys.size === 0) return null;
  return firstRow({ count, from }, (row) => keys.has(keyAt(row)));
}

/** The first row that is wanted, from `from` on and round; null: there is none. */
export function firstRow(
  { count, from }: Pick<Listed, 'count' | 'from'>,
  isWanted: (row: number) => boolean,
): number | null {
  for (let step = 0; step < count; step += 1) {
    const row = (from + step) % count;
    if (isWanted(row)) return row;
  }
  return null;
}
