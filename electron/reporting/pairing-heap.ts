/**
 * Heaps that are melded in no time, each named by its least item (Fredman, Sedgewick, Sleator and Tarjan: The pairing
 * heap, 1986). An item is in one heap at most and carries its own place there.
 */
export type Heaped<T> = { firstBelow: T | null; beside: T | null };

/** The heap of both; null is an empty one. `isLess`: a total order. */
export function meld<T extends Heaped<T>>(
  one: T | null,
  other: T | null,
  isLess: (one: T, other: T) => boolean,
): T | null {
  if (one === null || other === null) return one ?? other;
  const [least, more] = isLess(one, other) ? [one, other] : [other, one];
  more.beside = least.firstBelow;
  least.firstBelow = more;
  return least;
}

/** The heap without the item that names it. */
export function withoutLeast<T extends Heaped<T>>(least: T, isLess: (one: T, other: T) => boolean): T | null {
  const pairs: (T | null)[] = [];
  let next = least.firstBelow;
  least.firstBelow = null;
  while (next !== null) {
    const one = next;
    const other = one.beside;
    next = other?.beside ?? null;
    one.beside = null;
    if (other !== null) other.beside = null;
    pairs.push(meld(one, other, isLess));
  }
  return pairs.reduceRight<T | null>((heap, pair) => meld(heap, pair, isLess), null);
}
