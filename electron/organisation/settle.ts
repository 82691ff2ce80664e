/**
 * Rectangles whose sizes have changed a little stay beside and below one another as they were: each pair is kept apart in the
 * direction in which it was further apart. So nothing jumps: a little more in one moves what follows by a little.
 */

/** A column for each side, by rectangle. */
export type Rectangles = {
  readonly lefts: Int32Array;
  readonly tops: Int32Array;
  readonly widths: Int32Array;
  readonly heights: Int32Array;
};

export function rectangles(most: number): Rectangles {
  const column = () => new Int32Array(most);
  return { lefts: column(), tops: column(), widths: column(), heights: column() };
}

/**
 * Finds lefts and tops for the widths and heights of `now`, of the first `count`. False where those of `before` overlap, which
 * are then no layout.
 */
export function settle(before: Rectangles, now: Rectangles, count: number, gap: number): boolean {
  return (
    along(before.lefts, before.widths, now.lefts, now.widths, before.tops, before.heights, true) &&
    along(before.tops, before.heights, now.tops, now.heights, before.lefts, before.widths, false)
  );

  /** The same for both directions; a pair that is equally far apart in both is kept apart in the first one. */
  function along(
    starts: Int32Array,
    lengths: Int32Array,
    newStarts: Int32Array,
    newLengths: Int32Array,
    acrossStarts: Int32Array,
    acrossLengths: Int32Array,
    isFirst: boolean,
  ): boolean {
    const order = Int32Array.from({ length: count }, (_, nth) => nth);
    order.sort(
      (a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || (acrossStarts[a] ?? 0) - (acrossStarts[b] ?? 0) || a - b,
    );
    for (let nth = 0; nth < count; nth += 1) {
      const one = order[nth] ?? 0;
      const start = starts[one] ?? 0;
      const across = acrossStarts[one] ?? 0;
      const acrossEnd = across + (acrossLengths[one] ?? 0) + gap;
      let least = 0;
      /** Where nothing holds it, it stays in line with another that began at the same place. */
      let inLine = start;
      let isHeld = start === 0;
      for (let earlier = 0; earlier < nth; earlier += 1) {
        const other = order[earlier] ?? 0;
        const end = (starts[other] ?? 0) + (lengths[other] ?? 0) + gap;
        const apart = start - end;
        const acrossOther = acrossStarts[other] ?? 0;
        const apartAcross = Math.max(
          across - (acrossOther + (acrossLengths[other] ?? 0) + gap),
          acrossOther - acrossEnd,
        );
        if (apart < 0 && apartAcross < 0) return false;
        if (starts[other] === start) inLine = newStarts[other] ?? 0;
        if (apart < 0 || (isFirst ? apart < apartAcross : apart <= apartAcross)) continue;
        least = Math.max(least, (newStarts[other] ?? 0) + (newLengths[other] ?? 0) + gap);
        if (apart === 0) isHeld = true;
      }
      newStarts[one] = isHeld ? least : Math.max(least, inLine);
    }
    return true;
  }
}
