/** Which rows of the list a filter leaves. */
import type { DatabaseSync } from 'node:sqlite';
import type { CheckFilter } from '../../contract/check.ts';
import { heapOfAnswer } from '../../contract/check-heaps.ts';
import { fold } from '../search/fold.ts';
import { number, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { HeldAnswers } from './held-answers.ts';
import { isBlank } from './held-list.ts';

/** Places in the list's order. */
export type Filtered = (held: HeldAnswers, filter: CheckFilter) => Int32Array;

export function createFiltered(database: DatabaseSync): Filtered {
  const names = prepareQuery(
    database,
    'SELECT p.key, substr(p.name, 1, 1000) FROM json_each(?) wanted CROSS JOIN people p ON p.key = wanted.value',
    [number, text],
  );
  let kept: { readonly held: HeldAnswers; readonly asked: string; readonly places: Int32Array } | null = null;

  const isIn = (held: HeldAnswers, place: number, { show, answer }: CheckFilter): boolean => {
    if (show === null && answer === null) return true;
    const first = held.list.first[place];
    if (first === isBlank) return show === 'empty' && answer === null;
    if (first !== place) return show === 'repeated' && answer === null;
    const own = held.at(place)?.answer;
    if (own === undefined || (answer !== null && own !== answer)) return false;
    return show === null || heapOfAnswer[own] === show;
  };
  const withText = (held: HeldAnswers, places: readonly number[], wanted: string): number[] => {
    const folded = fold(wanted.trim());
    if (folded === '') return [...places];
    const keys = new Set(places.flatMap((place) => held.at(place)?.key ?? []));
    const known = new Map(names.all(JSON.stringify([...keys])));
    return places.filter((place) => {
      if (fold(held.list.given[place] ?? '').includes(folded)) return true;
      const name = known.get(held.at(place)?.key ?? 0);
      return name !== undefined && fold(name).includes(folded);
    });
  };

  return (held, filter) => {
    const asked = JSON.stringify([held.version(), filter]);
    if (kept?.held === held && kept.asked === asked) return kept.places;
    const some: number[] = [];
    for (let place = 0; place < held.list.size; place += 1) if (isIn(held, place, filter)) some.push(place);
    const places = Int32Array.from(filter.text.trim() === '' ? some : withText(held, some, filter.text));
    kept = { held, asked, places };
    return places;
  };
}
