/** The map as the views of it read it: what is drawn of each territory, side by side, since a view is found in half a millisecond. */
import { headingHeight, smallHeading } from '../../contract/map-sizes.ts';
import { extraOf } from '../../contract/organisation-items.ts';
import type { Forest } from './forest.ts';
import type { MapColours } from './map-colours.ts';
import type { MapLayout } from './map-layout.ts';
import { cardsIn } from './territories.ts';

/** On screen, in pixels: what is less wide or less high is drawn as one rectangle. */
const leastSide = 20;
/** The area on screen that each of those directly in a territory has, if it is drawn as more than one rectangle. */
const leastShare = 60;

/** By territory. */
export type DrawnMap = {
  readonly forest: Forest;
  readonly layout: MapLayout;
  readonly colours: MapColours;
  readonly keys: Int32Array;
  /** As `extraOf` packs it: of the territory, and of its cards as one rectangle. */
  readonly extras: Uint32Array;
  readonly cardExtras: Uint32Array;
  /** How many cards there are. */
  readonly cards: Int32Array;
  /** The scale from which on it is drawn as more than one rectangle. */
  readonly opensAt: Float64Array;
};

export function drawnMap(forest: Forest, layout: MapLayout, colours: MapColours): DrawnMap {
  const { territories, widths, heights, headings } = layout;
  const { count, places } = territories;
  const drawn: DrawnMap = {
    forest,
    layout,
    colours,
    keys: new Int32Array(count),
    extras: new Uint32Array(count),
    cardExtras: new Uint32Array(count),
    cards: new Int32Array(count),
    opensAt: new Float64Array(count),
  };
  for (let territory = 0; territory < count; territory += 1) {
    const place = places[territory] ?? 0;
    const width = widths[territory] ?? 0;
    const height = heights[territory] ?? 0;
    const level = forest.level[place] ?? 0;
    const grows = headings[territory] === headingHeight(width, height, true);
    drawn.keys[territory] = forest.keys[place] ?? 0;
    drawn.extras[territory] = extraOf({
      marks: (forest.marks[place] ?? 0) | (grows ? 0 : smallHeading),
      level,
      colour: colours.territories[territory] ?? 0,
    });
    drawn.cardExtras[territory] = extraOf({ marks: 0, level: level + 1, colour: colours.cards[territory] ?? 0 });
    drawn.cards[territory] = cardsIn(territories, forest, territory);
    drawn.opensAt[territory] = Math.max(
      leastSide / Math.min(width, height),
      Math.sqrt((leastShare * (forest.direct[place] ?? 0)) / (width * height)),
    );
  }
  return drawn;
}
