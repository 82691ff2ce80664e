/**
 * The map of an organisation: everybody who leads others has a territory inside their manager's, with a heading, the cards of
 * their people who lead nobody, and the territories of those who do. Everything is in whole pixels of the map.
 */
import { cardHeight, cardWidth, marginOf } from '../../contract/map-sizes.ts';
import type { Box } from '../../contract/organisation-items.ts';
import { stepX, stepY } from './card-block.ts';
import type { Forest } from './forest.ts';
import { type Earlier, earlierOf, emptyMemory, type MapMemory, sortAsBefore } from './map-memory.ts';
import { shapeCount } from './packing.ts';
import { cardsIn, innerOf, type Territories, territoriesOf, territoryAt } from './territories.ts';
import { rootShape, type Shapes, shapesOf } from './territory-shapes.ts';

/** By territory; where the cards stand follows by arithmetic. */
export type MapLayout = {
  readonly territories: Territories;
  readonly lefts: Int32Array;
  readonly tops: Int32Array;
  readonly widths: Int32Array;
  readonly heights: Int32Array;
  readonly headings: Int32Array;
  /** In how many columns the cards stand. */
  readonly columns: Int32Array;
  /** The order of the map: of two in one territory the first one was placed first, and stays so. */
  readonly ranks: Int32Array;
};

/** Like the earlier one where little has changed. */
export function layOutMap(
  forest: Forest,
  remembered: MapMemory | null,
): { readonly layout: MapLayout; readonly memory: MapMemory } {
  const territories = territoriesOf(forest);
  const { count, parents } = territories;
  const earlier = remembered === null ? null : earlierOf(remembered, forest, territories);
  const shapes = shapesOf(territories, forest, earlier);
  const column = () => new Int32Array(count);
  const layout = {
    territories,
    lefts: column(),
    tops: column(),
    widths: column(),
    heights: column(),
    headings: column(),
    columns: column(),
    ranks: column(),
  };
  const chosen = new Uint8Array(count).fill(rootShape);
  for (let territory = 0; territory < count; territory += 1) {
    if (territory > 0) {
      const parent = parents[territory] ?? 0;
      const inside = shapeCount * territory + (chosen[parent] ?? 0);
      const heading = layout.headings[parent] ?? 0;
      layout.lefts[territory] = (layout.lefts[parent] ?? 0) + marginOf(heading) + (shapes.lefts[inside] ?? 0);
      layout.tops[territory] = (layout.tops[parent] ?? 0) + heading + (shapes.tops[inside] ?? 0);
      chosen[territory] = shapes.chosen[inside] ?? 0;
    }
    const at = shapeCount * territory + (chosen[territory] ?? 0);
    layout.widths[territory] = shapes.widths[at] ?? 0;
    layout.heights[territory] = shapes.heights[at] ?? 0;
    layout.headings[territory] = shapes.headings[at] ?? 0;
    layout.columns[territory] = shapes.columns[at] ?? 0;
  }
  // The memory numbers them, and these numbers are their ranks.
  return { layout, memory: memoryOf(forest, layout, { shapes, chosen, earlier }) };
}

type LaidOut = { readonly shapes: Shapes; readonly chosen: Uint8Array; readonly earlier: Earlier | null };

function memoryOf(forest: Forest, layout: MapLayout, { shapes, chosen, earlier }: LaidOut): MapMemory {
  const { territories, ranks } = layout;
  const { count, places, parents } = territories;
  const memory = emptyMemory(count);
  /** The territories in the order of the memory. */
  const order = new Int32Array(count);
  let end = 1;
  for (let number = 0; number < count; number += 1) {
    const territory = order[number] ?? 0;
    const shape = chosen[territory] ?? 0;
    const parent = parents[territory] ?? 0;
    const inside = shapeCount * territory + (chosen[parent] ?? 0);
    memory.keys[number] = forest.keys[places[territory] ?? 0] ?? 0;
    memory.parents[number] = ranks[parent] ?? 0;
    memory.lefts[number] = shapes.lefts[inside] ?? 0;
    memory.tops[number] = shapes.tops[inside] ?? 0;
    memory.widths[number] = layout.widths[territory] ?? 0;
    memory.heights[number] = layout.heights[territory] ?? 0;
    memory.cards[number] = cardsIn(territories, forest, territory);
    memory.columns[number] = layout.columns[territory] ?? 0;
    memory.shapes[number] = shape;
    const inner = order.subarray(end, end + innerOf(territories, territory, order.subarray(end)));
    // Also where it was laid out again: colours follow this order.
    if (earlier !== null) sortAsBefore(inner, earlier, earlier.numbers[territory] ?? -1);
    for (const [nth, one] of inner.entries()) ranks[one] = end + nth;
    end += inner.length;
  }
  return memory;
}

/** Where somebody is on the map: the territory of who leads others, the card of everybody else. */
export function boxAt(layout: MapLayout, { parent, leaf }: Forest, place: number): Box {
  const { territories, lefts, tops, widths, heights, headings, columns } = layout;
  const own = territoryAt(territories, place);
  if (own >= 0) {
    return { x: lefts[own] ?? 0, y: tops[own] ?? 0, w: widths[own] ?? 0, h: heights[own] ?? 0 };
  }
  const manager = parent[place] ?? 0;
  const around = territoryAt(territories, manager);
  const nth = place - (leaf[manager] ?? 0);
  const heading = headings[around] ?? 0;
  const across = columns[around] ?? 1;
  return {
    x: (lefts[around] ?? 0) + marginOf(heading) + (nth % across) * stepX,
    y: (tops[around] ?? 0) + heading + Math.floor(nth / across) * stepY,
    w: cardWidth,
    h: cardHeight,
  };
}
