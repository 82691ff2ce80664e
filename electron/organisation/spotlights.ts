/** Who of the organisation is in the spotlight: by the rule of the table's filter, each by their place. */
import type { DatabaseSync } from 'node:sqlite';
import { statusInMarks } from '../../contract/organisation-marks.ts';
import type { Spotlight } from '../../contract/organisation-spotlight.ts';
import { type FindKeys, whereOf } from '../people/order.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numbersIn } from '../storage/number-lists.ts';
import type { Forest } from './forest.ts';
import { runningSum } from './shares.ts';

export type Spotlit = {
  /** By place: 1 of who matches. */
  readonly matches: Uint8Array;
  /** As `runningSum` makes it. */
  readonly sum: Int32Array;
};

export type Spotlights = {
  readonly of: (forest: Forest, spotlight: Spotlight) => Spotlit;
  /** What was found of a forest is looked for again with the next question: people are otherwise who stand where they stood. */
  readonly again: (forest: Forest) => void;
};

/** Who matches, of everybody who is stored. */
export type Matching = (spotlight: Spotlight) => Iterable<PersonKey>;

/** That of the tree, and that of the map, which may be older. */
const mostKept = 2;
export const anybody = { role: null, team: null, text: '', countryCode: null };

/** A text of nothing is everybody to the filter; in the spotlight it is nobody. */
export function isEverybody({ by, value }: Spotlight): boolean {
  return by === 'text' && value.trim() === '';
}

/** As people are now. */
export function createMatching(database: DatabaseSync, findKeys: FindKeys): Matching {
  return (spotlight) => {
    if (isEverybody(spotlight)) return [];
    const { where, values } = whereOf({ ...anybody, [spotlight.by]: spotlight.value }, findKeys);
    const keys = prepareQuery(database, `SELECT group_concat(p.key) FROM people p ${where}`, [orNull(text)]);
    return numbersIn(keys.one(...values)[0] ?? '');
  };
}

export function createSpotlights(matching: Matching): Spotlights {
  let kept: { readonly forest: Forest; readonly spotlight: Spotlight; readonly lit: Spotlit }[] = [];

  const find = (forest: Forest, spotlight: Spotlight): Spotlit => {
    const matches = new Uint8Array(forest.people + 1);
    for (const key of matching(spotlight)) {
      const place = forest.placeOf[key] ?? 0;
      // Who was stored since is not known to the forest yet, which all counts are of.
      if (place !== 0 && statusInMarks(forest.marks[place] ?? 0) !== null) matches[place] = 1;
    }
    return { matches, sum: runningSum(forest.people, (place) => matches[place] === 1) };
  };

  return {
    of: (forest, spotlight) => {
      const found = kept.find((one) => one.forest === forest && isSame(one.spotlight, spotlight));
      if (found !== undefined) return found.lit;
      const lit = find(forest, spotlight);
      kept = [{ forest, spotlight, lit }, ...kept].slice(0, mostKept);
      return lit;
    },
    again: (forest) => {
      kept = kept.filter((one) => one.forest !== forest);
    },
  };
}

export function isSame(one: Spotlight | undefined, other: Spotlight | undefined): boolean {
  return one?.by === other?.by && one?.value === other?.value;
}

/** The place of the next who matches after a place, or before it, round at the end; 0: nobody does. */
export function nextMatch({ matches }: Spotlit, from: number, isBack: boolean): number {
  const people = matches.length - 1;
  const step = isBack ? -1 : 1;
  for (let tries = 0, place = from; tries <= people; tries += 1) {
    place += step;
    if (place < 1) place = people;
    else if (place > people) place = 1;
    if (matches[place] === 1) return place;
  }
  return 0;
}
