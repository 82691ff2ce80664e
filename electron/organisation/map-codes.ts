/** What is said of everybody by a colour of the map, as one code each: see `colourCodes`. */
import type { DatabaseSync } from 'node:sqlite';
import { dayMs } from '../../contract/day.ts';
import { colourCodes } from '../../contract/map-colours.ts';
import type { MapColour } from '../../contract/organisation-map.ts';
import { marks } from '../../contract/organisation-marks.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { isAvailable } from '../storage/is-available.ts';
import { numbersIn } from '../storage/number-lists.ts';
import type { Forest } from './forest.ts';

const codeBits = 3;

export function createMapCodes(database: DatabaseSync, now: () => number) {
  const { availability, age } = colourCodes;
  // One text of them all: a row for each person takes three times as long.
  const available = prepareQuery(
    database,
    `SELECT group_concat(key * ${1 << codeBits} + CASE
      WHEN availability IS NULL THEN ${availability.notSaid}
      WHEN ${isAvailable} THEN ${availability.available}
      ELSE ${availability.other} END) FROM people`,
    [orNull(text)],
  );
  const aged = prepareQuery(
    database,
    `SELECT group_concat(key * ${1 << codeBits} + CASE
      WHEN fetched_at >= ? THEN ${age.withinDay}
      WHEN fetched_at >= ? THEN ${age.withinWeek}
      WHEN fetched_at >= ? THEN ${age.withinMonth}
      ELSE ${age.older} END) FROM people`,
    [orNull(text)],
  );

  /** By place. */
  return (forest: Forest, colour: Exclude<MapColour, 'division'>): Uint8Array => {
    switch (colour) {
      case 'status':
        return Uint8Array.from(forest.marks, (of) => of & marks.status);
      case 'availability':
        return byPlace(forest, available.one()[0], availability.notStored);
      case 'age': {
        const at = now();
        return byPlace(forest, aged.one(at - dayMs, at - 7 * dayMs, at - 30 * dayMs)[0], age.notStored);
      }
    }
  };
}

function byPlace({ people, placeOf }: Forest, packed: string | null, notStored: number): Uint8Array {
  const codes = new Uint8Array(people + 1).fill(notStored);
  for (const one of numbersIn(packed ?? '')) {
    const place = placeOf[one >> codeBits] ?? 0;
    if (place !== 0) codes[place] = one & ((1 << codeBits) - 1);
  }
  return codes;
}
