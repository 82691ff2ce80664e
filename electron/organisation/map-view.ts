/**
 * What of the map is drawn for a region at a scale: headings, cards, and what is too small for either as one rectangle. It is
 * found by one walk over the territories, which steps over whatever is outside or too small.
 */
import { cardHeight, cardWidth, headingHeight, marginOf, smallHeading } from '../../contract/map-sizes.ts';
import { type Box, createItemWriter, extraOf, type ItemKind, itemKinds } from '../../contract/organisation-items.ts';
import { blockHeight, blockWidth, stepX, stepY } from './card-block.ts';
import type { Forest } from './forest.ts';
import type { MapColours } from './map-colours.ts';
import type { MapLayout } from './map-layout.ts';
import { cardsIn } from './territories.ts';

export const mostInView = 8000;

/** On screen, in pixels. */
const leastTerritory = 20;
const leastCard = 6;
/** The area that each of those directly in a territory has, if it is drawn as more than one. */
const leastShare = 60;
/** All of these are so much larger where there would be too many. */
const coarser = 1.4;

const kindOf = (kind: ItemKind): number => itemKinds.indexOf(kind);
const heading = kindOf('heading');
const card = kindOf('card');
const block = kindOf('block');
const cards = kindOf('cards');

export type DrawnMap = { readonly forest: Forest; readonly layout: MapLayout; readonly colours: MapColours };

export function createMapViews() {
  const writer = createItemWriter(mostInView);

  /** At most `mostInView` items, the outer ones before what is in them. */
  return (map: DrawnMap, region: Box, scale: number): Uint8Array<ArrayBuffer> => {
    for (let zoom = scale; !walk(map, region, zoom); zoom /= coarser);
    return writer.bytes();
  };

  /** False where there is no room for all of it. */
  function walk(map: DrawnMap, region: Box, zoom: number): boolean {
    const { forest, layout, colours } = map;
    const { territories, lefts, tops, widths, heights, headings } = layout;
    writer.clear();
    for (let territory = 0; territory < territories.count; ) {
      const next = territories.ends[territory] ?? territories.count;
      const x = lefts[territory] ?? 0;
      const y = tops[territory] ?? 0;
      const w = widths[territory] ?? 0;
      const h = heights[territory] ?? 0;
      if (isOutside(region, x, y, w, h)) {
        territory = next;
        continue;
      }
      if (writer.count() === mostInView) return false;
      const place = territories.places[territory] ?? 0;
      const isSmall =
        Math.min(w, h) * zoom < leastTerritory || w * h * zoom * zoom < leastShare * (forest.direct[place] ?? 0);
      const grows = headings[territory] === headingHeight(w, h, true);
      const marks = (forest.marks[place] ?? 0) | (grows ? 0 : smallHeading);
      const extra = extraOf({ marks, level: forest.level[place] ?? 0, colour: colours.territories[territory] ?? 0 });
      writer.put(isSmall ? block : heading, forest.keys[place] ?? 0, extra, x, y, w, h);
      if (!isSmall && !walkCards(map, territory, region, zoom)) return false;
      territory = isSmall ? next : territory + 1;
    }
    return true;
  }

  /** The cards in the region, by arithmetic. */
  function walkCards({ forest, layout, colours }: DrawnMap, territory: number, region: Box, zoom: number): boolean {
    const count = cardsIn(layout.territories, forest, territory);
    if (count === 0) return true;
    const headingHigh = layout.headings[territory] ?? 0;
    const columns = layout.columns[territory] ?? 1;
    const x = (layout.lefts[territory] ?? 0) + marginOf(headingHigh);
    const y = (layout.tops[territory] ?? 0) + headingHigh;
    const w = blockWidth(columns);
    const h = blockHeight(count, columns);
    if (isOutside(region, x, y, w, h)) return true;
    const place = layout.territories.places[territory] ?? 0;
    const level = (forest.level[place] ?? 0) + 1;
    if (cardHeight * zoom < leastCard) {
      if (writer.count() === mostInView) return false;
      const colour = colours.cards[territory] ?? 0;
      writer.put(cards, forest.keys[place] ?? 0, extraOf({ marks: 0, level, colour }), x, y, w, h);
      return true;
    }
    const firstColumn = Math.max(0, Math.floor((region.x - x) / stepX));
    const lastColumn = Math.min(columns - 1, Math.floor((region.x + region.w - x) / stepX));
    const firstRow = Math.max(0, Math.floor((region.y - y) / stepY));
    const lastRow = Math.min(Math.ceil(count / columns) - 1, Math.floor((region.y + region.h - y) / stepY));
    const first = forest.leaf[place] ?? 0;
    for (let row = firstRow; row <= lastRow; row += 1) {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const nth = row * columns + column;
        if (nth >= count) break;
        if (writer.count() === mostInView) return false;
        const at = first + nth;
        const extra = extraOf({ marks: forest.marks[at] ?? 0, level, colour: colours.people[at] ?? 0 });
        writer.put(card, forest.keys[at] ?? 0, extra, x + column * stepX, y + row * stepY, cardWidth, cardHeight);
      }
    }
    return true;
  }
}

function isOutside(region: Box, x: number, y: number, w: number, h: number): boolean {
  return x > region.x + region.w || y > region.y + region.h || x + w < region.x || y + h < region.y;
}
