/** The map as the views of it read it: what is drawn of each territory, side by side, since a view is found in half a millisecond. */
import { headingHeight, smallHeading } from '../../contract/map-sizes.ts';
import { extraOf } from '../../contract/organisation-items.ts';
import { matchMark } from '../../contract/organisation-marks.ts';
import type { Forest } from './forest.ts';
import type { MapColours } from './map-colours.ts';
import type { MapLayout } from './map-layout.ts';
import { shareBelow } from './shares.ts';
import type { Spotlit } from './spotlights.ts';
import { cardsIn } from './territories.ts';

/** On screen, in pixels: what is less wide or less high is drawn as one rectangle. */
const leastSide = 20;
/** The area on screen that each of those directly in a territory has, if it is drawn as more than one rectangle. */
const leastShare = 60;

/** What is counted of those below each heading. `matches`: who is marked; null: nobody. */
export type Counted = Pick<Spotlit, 'sum'> & { readonly matches: Spotlit['matches'] | null };

/** By territory, unless it says otherwise. */
export type DrawnMap = {
  readonly forest: Forest;
  readonly layout: MapLayout;
  readonly colours: MapColours;
  /** By place: those of the forest, and of who is in the spotlight `matchMark`. */
  readonly marks: Uint16Array;
  readonly keys: Int32Array;
  /** As `extraOf` packs it: of the territory with its heading and as one rectangle, and of its cards as one rectangle. */
  readonly extras: Uint32Array;
  readonly blockExtras: Uint32Array;
  readonly cardExtras: Uint32Array;
  /** How many cards there are. */
  readonly cards: Int32Array;
  /** The scale from which on it is drawn as more than one rectangle. */
  readonly opensAt: Float64Array;
  /** Of those below, how many are counted and of how many, one after the other; null: none are. */
  readonly shares: Int32Array | null;
};

export function drawnMap(
  forest: Forest,
  layout: MapLayout,
  colours: MapColours,
  counted: Counted | null = null,
): DrawnMap {
  const { territories, widths, heights, headings } = layout;
  const { count, places } = territories;
  const drawn: DrawnMap = {
    forest,
    layout,
    colours,
    marks: markedIn(forest, counted?.matches ?? null),
    keys: new Int32Array(count),
    extras: new Uint32Array(count),
    blockExtras: new Uint32Array(count),
    cardExtras: new Uint32Array(count),
    cards: new Int32Array(count),
    opensAt: new Float64Array(count),
    shares: counted === null ? null : new Int32Array(2 * count),
  };
  for (let territory = 0; territory < count; territory += 1) {
    const place = places[territory] ?? 0;
    const width = widths[territory] ?? 0;
    const height = heights[territory] ?? 0;
    const level = forest.level[place] ?? 0;
    const grows = headings[territory] === headingHeight(width, height, true);
    drawn.keys[territory] = forest.keys[place] ?? 0;
    const marks = (drawn.marks[place] ?? 0) | (grows ? 0 : smallHeading);
    drawn.extras[territory] = extraOf({ marks, level, colour: colours.territories[territory] ?? 0 });
    drawn.blockExtras[territory] = extraOf({ marks, level, colour: colours.blocks[territory] ?? 0 });
    if (counted !== null) {
      const { count: some, of } = shareBelow(forest, counted.sum, place);
      drawn.shares?.set([some, of], 2 * territory);
    }
    drawn.cardExtras[territory] = extraOf({ marks: 0, level: level + 1, colour: colours.cards[territory] ?? 0 });
    drawn.cards[territory] = cardsIn(territories, forest, territory);
    drawn.opensAt[territory] = Math.max(
      leastSide / Math.min(width, height),
      Math.sqrt((leastShare * (forest.direct[place] ?? 0)) / (width * height)),
    );
  }
  return drawn;
}

function markedIn({ marks }: Forest, matches: Uint8Array | null): Uint16Array {
  return matches === null ? marks : marks.map((of, place) => of | (matches[place] === 1 ? matchMark : 0));
}
