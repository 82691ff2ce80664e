/** What is said of everybody by a colour of the map, as one code each: see `colourCodes`. */
import type { DatabaseSync } from 'node:sqlite';
import { dayMs } from '../../contract/day.ts';
import { colourCodes } from '../../contract/map-colours.ts';
import type { MapColour } from '../../contract/organisation-map.ts';
import { marks } from '../../contract/organisation-marks.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { isAvailable } from '../storage/is-available.ts';
import { numbersIn } from '../storage/number-lists.ts';
import { seenAsOf } from '../storage/people-as-of.ts';
import type { Forest } from './forest.ts';

const codeBits = 3;

/** Whose availability and age are asked for, and by when. */
const everybodyNow = 'people';
const everybodyAsOf = (at: string) => `(
  SELECT o.person AS key, o.availability, ${seenAsOf('p.fetched_at', at)} AS fetched_at
  FROM (SELECT person, max(id) AS id FROM observations WHERE first_seen_at <= ${at} GROUP BY person) newest
  CROSS JOIN observations o ON o.id = newest.id CROSS JOIN people p ON p.key = o.person)`;

export type MapCodesNeeds = {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** The moment of the past that is shown; null: it is as it is now. */
  readonly asOf: () => number | null;
};

export function createMapCodes(database: DatabaseSync, { now, asOf }: MapCodesNeeds) {
  const { availability, age } = colourCodes;
  // One text of them all: a row for each person takes three times as long.
  const availableOf = (everybody: string) =>
    prepareQuery(
      database,
      `SELECT group_concat(key * ${1 << codeBits} + CASE
        WHEN availability IS NULL THEN ${availability.notSaid}
        WHEN ${isAvailable} THEN ${availability.available}
        ELSE ${availability.other} END) FROM ${everybody}`,
      [orNull(text)],
    );
  const agedOf = (everybody: string) =>
    prepareQuery(
      database,
      `SELECT group_concat(key * ${1 << codeBits} + CASE
        WHEN fetched_at >= ?1 THEN ${age.withinDay}
        WHEN fetched_at >= ?2 THEN ${age.withinWeek}
        WHEN fetched_at >= ?3 THEN ${age.withinMonth}
        ELSE ${age.older} END) FROM ${everybody}`,
      [orNull(text)],
    );
  const [available, aged] = [availableOf(everybodyNow), agedOf(everybodyNow)];
  const [availableThen, agedThen] = [availableOf(everybodyAsOf('?1')), agedOf(everybodyAsOf('?4'))];

  /** By place. */
  return (forest: Forest, colour: Exclude<MapColour, 'division'>): Uint8Array => {
    const at = asOf();
    switch (colour) {
      case 'status':
        return Uint8Array.from(forest.marks, (of) => of & marks.status);
      case 'availability': {
        const [packed] = at === null ? available.one() : availableThen.one(at);
        return byPlace(forest, packed, availability.notStored);
      }
      case 'age': {
        const since = at ?? now();
        const limits = [since - dayMs, since - 7 * dayMs, since - 30 * dayMs];
        const [packed] = at === null ? aged.one(...limits) : agedThen.one(...limits, at);
        return byPlace(forest, packed, age.notStored);
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
