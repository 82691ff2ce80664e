/**
 * What the map remembers of how it was laid out, so that it stays as it was where little has changed: of each territory, by
 * the key of who leads it, its shape, where it lay in the one around it, and how its cards stood.
 */
import type { Forest } from './forest.ts';
import { type FormerPlaces, formerPlacesOf } from './former-places.ts';
import { shapeCount } from './packing.ts';
import type { Territories } from './territories.ts';

/** Everybody's territory comes first; after it those in it, in an order that stays; then those in these. */
export type MapMemory = {
  /** 0: everybody's. */
  readonly keys: Int32Array;
  /** The territory that it lay in, by its number here; 0 of 0. */
  readonly parents: Int32Array;
  /** In the content of that territory. */
  readonly lefts: Int32Array;
  readonly tops: Int32Array;
  readonly widths: Int32Array;
  readonly heights: Int32Array;
  readonly cards: Int32Array;
  readonly columns: Uint16Array;
  readonly shapes: Uint8Array;
};

/** A memory, seen from the territories of another forest. */
export type Earlier = {
  readonly memory: MapMemory;
  /** By territory, its number in the memory; -1: not remembered. */
  readonly numbers: Int32Array;
  readonly places: FormerPlaces;
};

/** A layout by other rules needs another number: what was remembered before would be of no use. */
const layoutVersion = 1;
const bytesBefore = 8;
const columnsOf32 = ['keys', 'parents', 'lefts', 'tops', 'widths', 'heights', 'cards'] as const;
const bytesEach = 4 * columnsOf32.length + 2 + 1;

export function emptyMemory(count: number): MapMemory {
  return memoryIn(new ArrayBuffer(bytesBefore + count * bytesEach), count);
}

export function earlierOf(
  memory: MapMemory,
  { placeOf, people }: Pick<Forest, 'placeOf' | 'people'>,
  { places }: Territories,
): Earlier {
  const byPlace = new Int32Array(people + 1).fill(-1);
  for (let number = memory.keys.length - 1; number >= 0; number -= 1) {
    const key = memory.keys[number] ?? 0;
    const place = placeOf[key] ?? 0;
    if (place !== 0 || key === 0) byPlace[place] = number;
  }
  const numbers = places.map((place) => byPlace[place] ?? -1);
  const isThere = new Uint8Array(memory.keys.length);
  for (const number of numbers) if (number >= 0) isThere[number] = 1;
  return { memory, numbers, places: formerPlacesOf(memory, (number) => isThere[number] === 1) };
}

/**
 * Whether a territory was remembered as lying in the one that has this number in the memory, be it in that of somebody in it who is
 * gone.
 */
export function wasIn({ numbers, places }: Earlier, territory: number, number: number): boolean {
  const own = numbers[territory] ?? -1;
  return own > 0 && places.around[own] === number;
}

/** First those that lay in the territory with this number before, in their order; then the others, in theirs. */
export function sortAsBefore(territories: Int32Array, earlier: Earlier, number: number): void {
  const rank = (territory: number) =>
    wasIn(earlier, territory, number) ? (earlier.numbers[territory] ?? 0) : Number.MAX_SAFE_INTEGER;
  territories.sort((a, b) => rank(a) - rank(b) || a - b);
}

export function memoryToBytes({ keys }: MapMemory): Uint8Array<ArrayBufferLike> {
  return new Uint8Array(keys.buffer);
}

/** Null where the bytes are of another version, or damaged. */
export function memoryFromBytes(bytes: Uint8Array): MapMemory | null {
  if (bytes.byteLength < bytesBefore) return null;
  // A copy begins at a place where larger numbers may be read.
  const { buffer } = Uint8Array.from(bytes);
  const [version, count = 0] = new Uint32Array(buffer, 0, 2);
  if (version !== layoutVersion || bytes.byteLength !== bytesBefore + count * bytesEach) return null;
  const memory = memoryIn(buffer, count);
  const isWhole =
    columnsOf32.every((column) => memory[column].every((value) => value >= 0)) &&
    memory.shapes.every((shape) => shape < shapeCount);
  return isWhole ? memory : null;
}

/** All columns lie in one buffer, one after the other, so that it is what is kept. */
function memoryIn(buffer: ArrayBuffer, count: number): MapMemory {
  new Uint32Array(buffer, 0, 2).set([layoutVersion, count]);
  const column = (nth: number) => new Int32Array(buffer, bytesBefore + 4 * count * nth, count);
  const after = bytesBefore + 4 * count * columnsOf32.length;
  return {
    keys: column(0),
    parents: column(1),
    lefts: column(2),
    tops: column(3),
    widths: column(4),
    heights: column(5),
    cards: column(6),
    columns: new Uint16Array(buffer, after, count),
    shapes: new Uint8Array(buffer, after + 2 * count, count),
  };
}
