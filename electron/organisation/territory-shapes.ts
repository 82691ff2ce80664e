/**
 * The shapes that a territory can take on the map: three of different proportions, so that whatever packs it among others
 * can choose. Of every shape several layouts are tried, and the best is kept; the earlier one, where it is not much worse.
 */
import { cardGap, cardWidth, headingHeight, marginOf } from '../../contract/map-sizes.ts';
import { createAsBefore } from './as-before.ts';
import { blockHeight, blockWidth, columnsAlone, columnsIn, mostWays, stepX, stepY, worthAlone } from './card-block.ts';
import type { Forest } from './forest.ts';
import { type Effort, effortFor } from './layout-effort.ts';
import { uselessHeight, worth } from './layout-worth.ts';
import type { Earlier } from './map-memory.ts';
import { createPacking, shapeCount } from './packing.ts';
import { cardsIn, growsHeading, innerOf, type Territories } from './territories.ts';

/** Width to height. */
const proportions = [0.8, 1.5, 2.8] as const;
/** Of everybody's territory, about that of a window. */
export const rootShape = 1;

/** So much worse than the best an earlier layout may be. */
const mostWorse = 1.12;

/** By `shapeCount * territory + shape`. */
export type Shapes = {
  readonly widths: Int32Array;
  readonly heights: Int32Array;
  readonly headings: Int32Array;
  /** In how many columns the own cards stand. */
  readonly columns: Int32Array;
  /** Where it lies in the content of the territory around it where that one has this shape, and the shape it then has. */
  readonly lefts: Int32Array;
  readonly tops: Int32Array;
  readonly chosen: Uint8Array;
};

type Task = {
  readonly territory: number;
  readonly shape: number;
  readonly leaders: number;
  readonly cards: number;
  readonly area: number;
  readonly effort: Effort;
};

export function shapesOf(
  territories: Territories,
  forest: Pick<Forest, 'size' | 'leaf' | 'level'>,
  earlier: Earlier | null,
): Shapes {
  const { count, places } = territories;
  const column = () => new Int32Array(count * shapeCount);
  const shapes: Shapes = {
    widths: column(),
    heights: column(),
    headings: column(),
    columns: column(),
    lefts: column(),
    tops: column(),
    chosen: new Uint8Array(count * shapeCount),
  };
  const packing = createPacking(shapes, mostInOne(territories));
  const { inner, used } = packing;
  const asBefore = earlier === null ? null : createAsBefore(packing, shapes, earlier);
  const ways = new Int32Array(mostWays);

  // Whatever lies in a territory has a larger number.
  for (let territory = count - 1; territory >= 0; territory -= 1) {
    const place = places[territory] ?? 0;
    const cards = cardsIn(territories, forest, territory);
    const leaders = innerOf(territories, territory, inner);
    const grows = growsHeading(forest.level[place] ?? 0, leaders + cards);
    const effort = effortFor({
      people: forest.size[place] ?? 0,
      parts: leaders + Math.min(1, cards),
      largest: leaders === 0 ? 0 : (forest.size[places[inner[0] ?? 0] ?? 0] ?? 0),
    });
    const area = areaFor(leaders, cards);
    // Nothing chooses among the shapes of everybody's territory.
    const first = territory === 0 ? rootShape : 0;
    const last = territory === 0 ? rootShape : shapeCount - 1;
    for (let shape = first; shape <= last; shape += 1) {
      if (leaders === 0) layOutCards(territory, shape, cards);
      else layOut({ territory, shape, leaders, cards, area, effort });
      addFrame(shapeCount * territory + shape, grows);
    }
  }
  return shapes;

  function layOutCards(territory: number, shape: number, cards: number): void {
    const proportion = proportions[shape] ?? 1;
    const at = shapeCount * territory + shape;
    let columns = columnsAlone(cards, proportion);
    const before = earlier === null ? 0 : Math.min(cards, columnsBefore(earlier, territory, shape));
    if (before > 0 && worthAlone(cards, before, proportion) <= mostWorse * worthAlone(cards, columns, proportion)) {
      columns = before;
    }
    shapes.widths[at] = blockWidth(columns);
    shapes.heights[at] = blockHeight(cards, columns);
    shapes.columns[at] = columns;
  }

  function layOut({ territory, shape, leaders, cards, area, effort }: Task): void {
    const proportion = proportions[shape] ?? 1;
    const at = shapeCount * territory + shape;
    const narrowest = narrowestFor(leaders, cards);
    const root = Math.sqrt(area * proportion);
    let best = Number.POSITIVE_INFINITY;
    for (const share of effort.widths) {
      const strip = Math.max(Math.ceil(root * share), narrowest);
      const found = columnsIn(cards, strip, proportion, ways);
      for (let way = 0; way < found; way += 1) {
        const columns = ways[way] ?? 0;
        for (const fall of effort.falls) {
          packing.begin(strip, cardGap);
          if (columns > 0) packing.occupy(0, 0, blockWidth(columns), blockHeight(cards, columns));
          if (!packing.pack(0, leaders, fall, uselessHeight(best, area, proportion))) continue;
          const now = worth(used.width, used.height, proportion);
          if (now >= best) continue;
          best = now;
          keep(at, leaders, columns);
        }
      }
    }
    if (asBefore === null) return;
    const columns = asBefore(territory, shape, leaders, cards, Math.ceil(root));
    if (columns !== null && worth(used.width, used.height, proportion) <= mostWorse * best) keep(at, leaders, columns);
    innerOf(territories, territory, inner);
  }

  /** Takes the layout that was found last. */
  function keep(at: number, leaders: number, columns: number): void {
    const shape = at % shapeCount;
    shapes.widths[at] = used.width;
    shapes.heights[at] = used.height;
    shapes.columns[at] = columns;
    for (let nth = 0; nth < leaders; nth += 1) {
      const one = shapeCount * (inner[nth] ?? 0) + shape;
      shapes.lefts[one] = packing.lefts[nth] ?? 0;
      shapes.tops[one] = packing.tops[nth] ?? 0;
      shapes.chosen[one] = packing.shapes[nth] ?? 0;
    }
  }

  /** Adds heading and margins to the content. */
  function addFrame(at: number, grows: boolean): void {
    const width = Math.max(shapes.widths[at] ?? 0, cardWidth);
    const height = shapes.heights[at] ?? 0;
    let heading = 0;
    let next = headingHeight(0, 0, grows);
    // They grow with the territory, and it with them: a few rounds find where both agree.
    for (let round = 0; round < 8 && next !== heading; round += 1) {
      heading = next;
      const margin = marginOf(heading);
      shapes.widths[at] = width + 2 * margin;
      shapes.heights[at] = heading + height + margin;
      next = headingHeight(shapes.widths[at] ?? 0, shapes.heights[at] ?? 0, grows);
    }
    shapes.headings[at] = heading;
  }

  /** The area that cards and inner territories take, if nothing stays open. */
  function areaFor(leaders: number, cards: number): number {
    let area = cards * stepX * stepY;
    for (let nth = 0; nth < leaders; nth += 1) {
      const one = shapeCount * (inner[nth] ?? 0);
      let smallest = Number.POSITIVE_INFINITY;
      for (let at = one; at < one + shapeCount; at += 1) {
        smallest = Math.min(smallest, (shapes.widths[at] ?? 0) * (shapes.heights[at] ?? 0));
      }
      area += smallest;
    }
    return area;
  }

  /** The least width in which each of them has a shape. */
  function narrowestFor(leaders: number, cards: number): number {
    let narrowest = cards > 0 ? cardWidth : 0;
    for (let nth = 0; nth < leaders; nth += 1) {
      const one = shapeCount * (inner[nth] ?? 0);
      let width = shapes.widths[one] ?? 0;
      for (let at = one + 1; at < one + shapeCount; at += 1) width = Math.min(width, shapes.widths[at] ?? 0);
      narrowest = Math.max(narrowest, width);
    }
    return narrowest;
  }
}

/** 0: the territory did not have this shape, or had no cards. */
function columnsBefore({ memory, numbers }: Earlier, territory: number, shape: number): number {
  const number = numbers[territory] ?? -1;
  return number >= 0 && memory.shapes[number] === shape ? (memory.columns[number] ?? 0) : 0;
}

/** The most territories that lie directly in one. */
function mostInOne({ count, parents }: Territories): number {
  const inside = new Int32Array(count);
  for (let territory = 1; territory < count; territory += 1) {
    const parent = parents[territory] ?? 0;
    inside[parent] = (inside[parent] ?? 0) + 1;
  }
  return inside.reduce((most, one) => Math.max(most, one), 0);
}
