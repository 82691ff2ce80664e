/** What of a check a filter leaves: rows of the list, or people in none of them. */
import type { DatabaseSync } from 'node:sqlite';
import type { CheckFilter } from '../../contract/check.ts';
import { heapOfAnswer } from '../../contract/check-heaps.ts';
import type { Order } from '../people/order.ts';
import { keyIn } from '../people/rows.ts';
import { fold } from '../search/fold.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery, text } from '../sqlite/typed-query.ts';
import { isBlank } from './held-list.ts';
import type { Held } from './tell-overview.ts';

/** `rows`: places in the list's order. `people`: by name. */
export type Left = { readonly kind: 'rows'; readonly of: Int32Array } | { readonly kind: 'people'; readonly of: Order };
export type Filtered = (held: Pick<Held, 'answers' | 'comparison'>, filter: CheckFilter) => Left;

/** Some of what is left: `[from, to)`. */
export function partOf({ kind, of }: Left, from: number, to: number): Left {
  return { kind, of: of.subarray(from, to) };
}

type Compared = Parameters<Filtered>[0];

export function createFiltered(database: DatabaseSync): Filtered {
  const names = prepareQuery(
    database,
    'SELECT p.key, substr(p.name, 1, 1000) FROM json_each(?) wanted CROSS JOIN people p ON p.key = wanted.value',
    [number, text],
  );
  let kept: { readonly of: Compared['answers']; readonly asked: string; readonly left: Left } | null = null;

  const isIn = ({ answers, comparison }: Compared, place: number, { show, answer }: CheckFilter): boolean => {
    if (show === null && answer === null) return true;
    const first = answers.list.first[place];
    if (first === isBlank) return show === 'empty' && answer === null;
    if (first !== place) return show === 'repeated' && answer === null;
    const own = answers.at(place)?.answer;
    if (own === undefined || (answer !== null && own !== answer)) return false;
    if (show === 'both' || show === 'only-list') return comparison?.groupAt(place) === show;
    return show === null || heapOfAnswer[own] === show;
  };
  /** Whether somebody's name has a text in it, of these people. */
  const whoseName = (folded: string, keys: readonly PersonKey[]): ReadonlySet<PersonKey> => {
    const known = names.all(JSON.stringify([...new Set(keys)]));
    return new Set(known.flatMap(([key, name]) => (fold(name).includes(folded) ? [key] : [])));
  };
  const rowsLeft = (held: Compared, filter: CheckFilter, folded: string): Left => {
    const { answers } = held;
    const places: number[] = [];
    for (let place = 0; place < answers.list.size; place += 1) if (isIn(held, place, filter)) places.push(place);
    if (folded === '') return { kind: 'rows', of: Int32Array.from(places) };
    const named = whoseName(
      folded,
      places.flatMap((place) => answers.at(place)?.key ?? []),
    );
    const isWanted = (place: number) =>
      fold(answers.list.given[place] ?? '').includes(folded) || named.has(answers.at(place)?.key ?? 0);
    return { kind: 'rows', of: Int32Array.from(places.filter(isWanted)) };
  };
  const peopleLeft = ({ comparison }: Compared, { answer }: CheckFilter, folded: string): Left => {
    const people = answer === null ? (comparison?.onlyHere() ?? new Int32Array(0)) : new Int32Array(0);
    if (folded === '') return { kind: 'people', of: people };
    const named = whoseName(folded, Array.from(people, keyIn));
    return { kind: 'people', of: people.filter((packed) => named.has(keyIn(packed))) };
  };

  return (held, filter) => {
    const asked = JSON.stringify([held.answers.version(), filter]);
    if (kept?.of === held.answers && kept.asked === asked) return kept.left;
    const folded = fold(filter.text.trim());
    const left = (filter.show === 'only-here' ? peopleLeft : rowsLeft)(held, filter, folded);
    kept = { of: held.answers, asked, left };
    return left;
  };
}
