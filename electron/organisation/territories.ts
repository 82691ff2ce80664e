/** Who leads others, in the order of their places: each has a territory on the map. Number 0 is everybody's. */
import type { Forest } from './forest.ts';

export type Territories = {
  readonly count: number;
  /** By territory, the place of who leads it. */
  readonly places: Int32Array;
  /** The territory that it lies in; 0 of 0. */
  readonly parents: Int32Array;
  /** All that lie in territory t are [t + 1, ends[t]). */
  readonly ends: Int32Array;
};

export function territoriesOf({ people, size }: Pick<Forest, 'people' | 'size'>): Territories {
  let count = 1;
  for (let place = 1; place <= people; place += 1) if ((size[place] ?? 0) > 1) count += 1;
  const places = new Int32Array(count);
  const parents = new Int32Array(count);
  const ends = new Int32Array(count);
  let next = 1;
  let open = 0;
  for (let place = 1; place <= people; place += 1) {
    const below = size[place] ?? 0;
    if (below <= 1) continue;
    while (place >= (places[open] ?? 0) + (size[places[open] ?? 0] ?? 0)) {
      ends[open] = next;
      open = parents[open] ?? 0;
    }
    places[next] = place;
    parents[next] = open;
    open = next;
    next += 1;
  }
  for (; open !== 0; open = parents[open] ?? 0) ends[open] = count;
  ends[0] = count;
  return { count, places, parents, ends };
}

/** Levels whose headings grow with the territory. */
const growingLevels = 24;

/** `parts`: how many territories and cards lie directly in it. */
export function growsHeading(level: number, parts: number): boolean {
  return level <= growingLevels && parts > 1;
}

/** The territory of the person at a place; -1 where they lead nobody. */
export function territoryAt({ places, count }: Territories, place: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return places[low] === place ? low : -1;
}

/** How many lead nobody and stand in the territory itself. */
export function cardsIn(
  { places }: Territories,
  { size, leaf }: Pick<Forest, 'size' | 'leaf'>,
  territory: number,
): number {
  const place = places[territory] ?? 0;
  return place + (size[place] ?? 0) - (leaf[place] ?? 0);
}

/** Fills in the territories that lie directly in one, in the order of their places, and says how many there are. */
export function innerOf({ ends }: Territories, territory: number, into: Int32Array): number {
  const end = ends[territory] ?? 0;
  let count = 0;
  for (let inner = territory + 1; inner < end; inner = ends[inner] ?? end) {
    into[count] = inner;
    count += 1;
  }
  return count;
}
