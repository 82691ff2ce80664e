/**
 * Where territories lay, seen from those that are there still. A leader who goes leaves their people to the manager above: in
 * that territory they are laid out in the place that their former manager had, as they lay in it.
 */
import { headingHeight, marginOf } from '../../contract/map-sizes.ts';
import type { MapMemory } from './map-memory.ts';
import { growsHeading } from './territories.ts';

/** By the number of a territory in the memory. */
export type FormerPlaces = {
  /** The nearest territory around it that is there still, by its number; 0 of 0. */
  readonly around: Int32Array;
  /** In the content of that territory. */
  readonly lefts: Int32Array;
  readonly tops: Int32Array;
};

/** `isThere`: whether a territory still is, by its number in the memory. Everybody's is. */
export function formerPlacesOf(memory: MapMemory, isThere: (number: number) => boolean): FormerPlaces {
  const { parents, cards } = memory;
  const count = parents.length;
  const column = () => new Int32Array(count);
  const [around, lefts, tops, levels, parts] = [column(), column(), column(), column(), column()];
  for (let number = 1; number < count; number += 1) {
    const parent = parents[number] ?? 0;
    levels[number] = (levels[parent] ?? 0) + 1;
    parts[parent] = (parts[parent] ?? 0) + 1;
  }
  // Whatever lies in a territory has a larger number.
  for (let number = 1; number < count; number += 1) {
    const parent = parents[number] ?? 0;
    const isGone = parent !== 0 && !isThere(parent);
    around[number] = isGone ? (around[parent] ?? 0) : parent;
    lefts[number] = memory.lefts[number] ?? 0;
    tops[number] = memory.tops[number] ?? 0;
    if (!isGone) continue;
    const grows = growsHeading(levels[parent] ?? 0, (parts[parent] ?? 0) + (cards[parent] ?? 0));
    const heading = headingHeight(memory.widths[parent] ?? 0, memory.heights[parent] ?? 0, grows);
    lefts[number] = (lefts[number] ?? 0) + (lefts[parent] ?? 0) + marginOf(heading);
    tops[number] = (tops[number] ?? 0) + (tops[parent] ?? 0) + heading;
  }
  return { around, lefts, tops };
}
