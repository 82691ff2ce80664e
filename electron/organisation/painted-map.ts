/** The map in one colour, or in the spotlight, with what is counted by it. */
import { colourCodes } from '../../contract/map-colours.ts';
import type { MapAsked, MapShares } from '../../contract/organisation-map.ts';
import { type Counted, type DrawnMap, drawnMap } from './drawn-map.ts';
import type { Forest } from './forest.ts';
import type { createMapCodes } from './map-codes.ts';
import { codedColours, divisionColours, divisionsOf, type MapColours, spotlightColours } from './map-colours.ts';
import type { MapLayout } from './map-layout.ts';
import { runningSum, shareBelow } from './shares.ts';
import type { Spotlights } from './spotlights.ts';

export type PaintedMap = {
  readonly map: DrawnMap;
  /** Null: by division nobody is counted. */
  readonly tally: Omit<MapShares, 'headings'> | null;
};

type PaintNeeds = { readonly codesOf: ReturnType<typeof createMapCodes>; readonly spotlights: Spotlights };
type Look = Pick<MapAsked, 'colour' | 'spotlight'>;

const codes = 8;
/** So many divisions are named. */
const mostNamed = 3;

export function createPaint({ codesOf, spotlights }: PaintNeeds) {
  const coloursOf = (forest: Forest, layout: MapLayout, { colour, spotlight }: Look): [MapColours, Counted | null] => {
    const { territories } = layout;
    if (spotlight !== undefined) {
      const lit = spotlights.of(forest, spotlight);
      return [spotlightColours(forest, territories, lit), lit];
    }
    if (colour === 'division') return [divisionColours(forest, layout), null];
    const codeAt = codesOf(forest, colour);
    return [codedColours(forest, territories, codeAt), { sum: sumOf(forest, colour, codeAt), matches: null }];
  };

  return (forest: Forest, layout: MapLayout, look: Look): PaintedMap => {
    const [colours, counted] = coloursOf(forest, layout, look);
    const map = drawnMap(forest, layout, colours, counted);
    return { map, tally: counted && tallyOf(map, counted.sum) };
  };
}

/** Who is counted: of the statuses the deleted ones alone, since these are what somebody looks for. */
function sumOf(forest: Forest, colour: Exclude<Look['colour'], 'division'>, codeAt: Uint8Array): Int32Array {
  const { availability, age } = colourCodes;
  const isOld = (code: number | undefined) => code !== age.withinDay && code !== age.notStored;
  switch (colour) {
    case 'status':
      return forest.sums.deleted;
    case 'availability':
      return runningSum(forest.people, (place) => codeAt[place] === availability.other);
    case 'age':
      return runningSum(forest.people, (place) => isOld(codeAt[place]));
  }
}

function tallyOf({ forest, layout, colours }: DrawnMap, sum: Int32Array): PaintedMap['tally'] {
  const byCode = Array.from({ length: codes }, () => 0);
  for (let place = 1; place <= forest.people; place += 1) {
    const code = colours.people[place] ?? 0;
    byCode[code] = (byCode[code] ?? 0) + 1;
  }
  const divisions = Array.from(divisionsOf(forest, layout.territories), (territory) => {
    const place = layout.territories.places[territory] ?? 0;
    return { key: forest.keys[place] ?? 0, ...shareBelow(forest, sum, place) };
  });
  const most = divisions.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count || a.of - b.of);
  return { whole: shareBelow(forest, sum, 0), codes: byCode, most: most.slice(0, mostNamed) };
}
