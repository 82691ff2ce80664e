/**
 * Lays out a territory as it was laid out before: what was in it keeps its shape and stays beside what it was beside, and what
 * is new finds a place where one is open.
 */
import { cardGap } from '../../contract/map-sizes.ts';
import { blockHeight, blockWidth, stepX } from './card-block.ts';
import { type Earlier, sortAsBefore, wasIn } from './map-memory.ts';
import { type Packing, type ShapeSizes, shapeCount } from './packing.ts';
import { rectangles, settle } from './settle.ts';

/** Beyond so many each pair takes too long to look at; they are small then, and are laid out without looking back. */
const mostSettled = 4096;
/** See `pack`. */
const fallOfNew = 0.3;

export function createAsBefore(packing: Packing, sizes: ShapeSizes, earlier: Earlier) {
  const { inner } = packing;
  const { memory, numbers, places } = earlier;
  const most = Math.min(inner.length, mostSettled) + 1;
  const before = rectangles(most);
  const now = rectangles(most);

  /**
   * Packs the first `leaders` of `inner`, whose order it changes, and says in how many columns the cards stand. Null where the
   * territory did not have this shape, nothing in it is as it was, or what is new has no room. `width` is there for what is new.
   */
  return (territory: number, shape: number, leaders: number, cards: number, width: number): number | null => {
    const number = numbers[territory] ?? -1;
    if (number < 0 || memory.shapes[number] !== shape || leaders > mostSettled) return null;
    sortAsBefore(inner.subarray(0, leaders), earlier, number);
    let known = 0;
    while (known < leaders && wasIn(earlier, inner[known] ?? 0, number)) {
      takeKnown(known);
      known += 1;
    }
    if (known === 0) return null;
    const columns = takeCards(number, cards, width);
    if (!settle(before, now, known + 1, cardGap)) return null;
    packing.begin(Math.max(width, stripOf(known)), cardGap);
    occupyDownward(known, cards > 0);
    for (let nth = 0; nth < known; nth += 1) {
      packing.lefts[nth] = now.lefts[nth + 1] ?? 0;
      packing.tops[nth] = now.tops[nth + 1] ?? 0;
    }
    return packing.pack(known, leaders, fallOfNew, Number.POSITIVE_INFINITY) ? columns : null;
  };

  /** The cards are the first rectangle, the territories those after it. */
  function takeKnown(nth: number): void {
    const one = inner[nth] ?? 0;
    const number = numbers[one] ?? 0;
    const shape = memory.shapes[number] ?? 0;
    packing.shapes[nth] = shape;
    before.lefts[nth + 1] = places.lefts[number] ?? 0;
    before.tops[nth + 1] = places.tops[number] ?? 0;
    before.widths[nth + 1] = memory.widths[number] ?? 0;
    before.heights[nth + 1] = memory.heights[number] ?? 0;
    now.widths[nth + 1] = sizes.widths[shapeCount * one + shape] ?? 0;
    now.heights[nth + 1] = sizes.heights[shapeCount * one + shape] ?? 0;
  }

  /** The first cards in a territory push the others down as a row; where the last ones go, the others follow. */
  function takeCards(number: number, cards: number, width: number): number {
    const cardsBefore = memory.cards[number] ?? 0;
    const columnsBefore = memory.columns[number] ?? 0;
    const columns = Math.min(
      cards,
      Math.max(1, cardsBefore === 0 ? Math.floor((width + cardGap) / stepX) : columnsBefore),
    );
    before.widths[0] = cardsBefore === 0 ? width : blockWidth(columnsBefore);
    before.heights[0] = cardsBefore === 0 ? -cardGap : blockHeight(cardsBefore, columnsBefore);
    now.widths[0] = cards === 0 ? -cardGap : blockWidth(columns);
    now.heights[0] = cards === 0 ? -cardGap : blockHeight(cards, columns);
    return columns;
  }

  function stripOf(known: number): number {
    let strip = 0;
    for (let nth = 0; nth <= known; nth += 1) strip = Math.max(strip, (now.lefts[nth] ?? 0) + (now.widths[nth] ?? 0));
    return strip;
  }

  /** The lowest last, so that what is new finds its place below all of them. */
  function occupyDownward(known: number, hasCards: boolean): void {
    const bottom = (nth: number) => (now.tops[nth] ?? 0) + (now.heights[nth] ?? 0);
    const order = Int32Array.from({ length: known + 1 }, (_, nth) => nth).sort(
      (a, b) => bottom(a) - bottom(b) || a - b,
    );
    for (const nth of order) {
      if (nth === 0 && !hasCards) continue;
      packing.occupy(now.lefts[nth] ?? 0, now.tops[nth] ?? 0, now.widths[nth] ?? 0, now.heights[nth] ?? 0);
    }
  }
}
