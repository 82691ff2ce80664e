/**
 * What of the map is drawn for a region at a scale: headings, cards, and what is too small for either as one rectangle. It is
 * found by one walk over the territories, which steps over whatever is outside or too small.
 */
import { mostItems } from '../../contract/bounds.ts';
import { cardHeight, cardWidth, marginOf } from '../../contract/map-sizes.ts';
import {
  type Box,
  createItemWriter,
  extraOf,
  type ItemKind,
  itemBytes,
  itemKinds,
} from '../../contract/organisation-items.ts';
import { blockHeight, blockWidth, stepX, stepY } from './card-block.ts';
import type { DrawnMap } from './drawn-map.ts';

/** On screen, in pixels: lower ones are drawn as one rectangle for all of a territory's. */
const leastCard = 6;
/** What is looked at as if from so much further away, again and again, until there is room for all of it. */
const coarser = 1.4;

const kindOf = (kind: ItemKind): number => itemKinds.indexOf(kind);
const heading = kindOf('heading');
const card = kindOf('card');
const block = kindOf('block');
const cards = kindOf('cards');

/** What is answered of a heading's share. */
const shareBytes = 8;
/** Where headings have shares: no longer than without. */
const mostWithShares = Math.floor((mostItems * itemBytes) / (itemBytes + shareBytes));

/** `shares`: of each heading, as `MapShares` has them; null: none are counted. */
export type MapView = { readonly items: Uint8Array<ArrayBuffer>; readonly shares: Uint8Array<ArrayBuffer> | null };

export function createMapViews() {
  const { clear, put, count, bytes } = createItemWriter(mostItems);
  const shares = new DataView(new ArrayBuffer(shareBytes * mostWithShares));
  let sharesEnd = 0;
  let most: number = mostItems;

  /** At most `mostItems` items, the outer ones before what is in them. */
  return (map: DrawnMap, region: Box, scale: number): MapView => {
    most = map.shares === null ? mostItems : mostWithShares;
    sharesEnd = 0;
    for (let zoom = scale; !walk(map, region, zoom); zoom /= coarser) {
      clear();
      sharesEnd = 0;
    }
    const items = bytes();
    clear();
    return { items, shares: map.shares && new Uint8Array(shares.buffer.slice(0, sharesEnd)) };
  };

  function putShare({ shares: of }: DrawnMap, territory: number): void {
    shares.setInt32(sharesEnd, of?.[2 * territory] ?? 0, true);
    shares.setInt32(sharesEnd + 4, of?.[2 * territory + 1] ?? 0, true);
    sharesEnd += shareBytes;
  }

  /** False where there is no room for all of it. */
  function walk(map: DrawnMap, region: Box, zoom: number): boolean {
    const { layout, keys, extras, blockExtras, opensAt, cards: cardCounts } = map;
    const { territories, lefts, tops, widths, heights } = layout;
    const { ends, count: end } = territories;
    for (let territory = 0; territory < end; ) {
      const x = lefts[territory] ?? 0;
      const y = tops[territory] ?? 0;
      const w = widths[territory] ?? 0;
      const h = heights[territory] ?? 0;
      if (isOutside(region, x, y, w, h)) {
        territory = ends[territory] ?? end;
        continue;
      }
      if (count() === most) return false;
      const isOpen = zoom >= (opensAt[territory] ?? 0);
      const extra = (isOpen ? extras : blockExtras)[territory] ?? 0;
      put(isOpen ? heading : block, keys[territory] ?? 0, extra, x, y, w, h);
      if (isOpen && map.shares !== null) putShare(map, territory);
      if (isOpen && (cardCounts[territory] ?? 0) > 0 && !walkCards(map, territory, region, zoom)) return false;
      territory = isOpen ? territory + 1 : (ends[territory] ?? end);
    }
    return true;
  }

  /** The cards in the region, by arithmetic. */
  function walkCards(map: DrawnMap, territory: number, region: Box, zoom: number): boolean {
    const { forest, layout, colours, marks, keys, cardExtras } = map;
    const all = map.cards[territory] ?? 0;
    const headingHigh = layout.headings[territory] ?? 0;
    const columns = layout.columns[territory] ?? 1;
    const x = (layout.lefts[territory] ?? 0) + marginOf(headingHigh);
    const y = (layout.tops[territory] ?? 0) + headingHigh;
    const w = blockWidth(columns);
    const h = blockHeight(all, columns);
    if (isOutside(region, x, y, w, h)) return true;
    if (cardHeight * zoom < leastCard) {
      if (count() === most) return false;
      put(cards, keys[territory] ?? 0, cardExtras[territory] ?? 0, x, y, w, h);
      return true;
    }
    const firstColumn = Math.max(0, Math.ceil((region.x - x - cardWidth) / stepX));
    const lastColumn = Math.min(columns - 1, Math.floor((region.x + region.w - x) / stepX));
    const firstRow = Math.max(0, Math.ceil((region.y - y - cardHeight) / stepY));
    const lastRow = Math.min(Math.ceil(all / columns) - 1, Math.floor((region.y + region.h - y) / stepY));
    const place = layout.territories.places[territory] ?? 0;
    const first = forest.leaf[place] ?? 0;
    const level = (forest.level[place] ?? 0) + 1;
    for (let row = firstRow; row <= lastRow; row += 1) {
      const end = Math.min(lastColumn, all - 1 - row * columns);
      if (count() + end - firstColumn >= most) return false;
      for (let column = firstColumn; column <= end; column += 1) {
        const at = first + row * columns + column;
        const extra = extraOf({ marks: marks[at] ?? 0, level, colour: colours.people[at] ?? 0 });
        put(card, forest.keys[at] ?? 0, extra, x + column * stepX, y + row * stepY, cardWidth, cardHeight);
      }
    }
    return true;
  }
}

function isOutside(region: Box, x: number, y: number, w: number, h: number): boolean {
  return x > region.x + region.w || y > region.y + region.h || x + w < region.x || y + h < region.y;
}
