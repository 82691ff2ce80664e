/**
 * Places rectangles one after the other in a strip of fixed width: each as far up as it fits, and of several such places at
 * the one that wastes least. Only the lower edge of what was placed is kept, as steps from left to right.
 */
export type Skyline = {
  readonly reset: (width: number) => void;
  /** Looks for a place and keeps it in `found`; the width must not be more than the strip's. */
  readonly find: (width: number) => void;
  /** Puts a rectangle at a place below everything that is there. */
  readonly take: (x: number, y: number, width: number, height: number) => void;
  readonly found: Found;
};

export type Found = { x: number; y: number /** The area above it that stays open for good. */; wasted: number };

/** For so many rectangles at most. */
export function createSkyline(most: number): Skyline {
  // Each rectangle adds at most two steps: its own, and one where it cuts another in two.
  const lefts = new Int32Array(2 * most + 3);
  const bottoms = new Int32Array(2 * most + 3);
  const found: Found = { x: 0, y: 0, wasted: 0 };
  let steps = 0;
  let strip = 0;

  const rightOf = (step: number): number => (step + 1 < steps ? (lefts[step + 1] ?? 0) : strip);

  return {
    found,
    reset: (width) => {
      strip = width;
      steps = 1;
      lefts[0] = 0;
      bottoms[0] = 0;
    },
    find: (width) => {
      let best = Number.POSITIVE_INFINITY;
      let bestWasted = Number.POSITIVE_INFINITY;
      for (let from = 0; from < steps; from += 1) {
        const left = lefts[from] ?? 0;
        const right = left + width;
        if (right > strip) break;
        let y = bottoms[from] ?? 0;
        let end = from + 1;
        for (; end < steps && (lefts[end] ?? 0) < right && y <= best; end += 1) y = Math.max(y, bottoms[end] ?? 0);
        if (y > best) continue;
        let wasted = 0;
        for (let step = from; step < end; step += 1) {
          wasted += (y - (bottoms[step] ?? 0)) * (Math.min(right, rightOf(step)) - (lefts[step] ?? 0));
        }
        if (y === best && wasted >= bestWasted) continue;
        best = y;
        bestWasted = wasted;
        found.x = left;
      }
      found.y = best;
      found.wasted = bestWasted;
    },
    take: (x, y, width, height) => {
      const right = x + width;
      const bottom = y + height;
      let from = 0;
      while (from + 1 < steps && rightOf(from) <= x) from += 1;
      let last = from;
      while (last + 1 < steps && rightOf(last) < right) last += 1;
      const before = (lefts[from] ?? 0) < x;
      const beyond = rightOf(last) > right;
      const beyondBottom = bottoms[last] ?? 0;
      // What is left of it of the first step stays; what is right of it of the last becomes a step of its own.
      const first = before ? from + 1 : from;
      const room = beyond ? 2 : 1;
      replace(first, last + 1, room);
      lefts[first] = x;
      bottoms[first] = bottom;
      if (beyond) {
        lefts[first + 1] = right;
        bottoms[first + 1] = beyondBottom;
      }
      // Steps of one height are one, so that rows of equal rectangles stay short.
      if (first + 1 < steps && bottoms[first + 1] === bottom) replace(first + 1, first + 2, 0);
      if (first > 0 && bottoms[first - 1] === bottom) replace(first, first + 1, 0);
    },
  };

  /** Makes room for so many steps instead of [from, end). By hand: of so few numbers `copyWithin` takes longer. */
  function replace(from: number, end: number, room: number): void {
    const by = room - (end - from);
    if (by < 0) for (let step = end; step < steps; step += 1) move(step, by);
    else if (by > 0) for (let step = steps - 1; step >= end; step -= 1) move(step, by);
    steps += by;
  }

  function move(step: number, by: number): void {
    lefts[step + by] = lefts[step] ?? 0;
    bottoms[step + by] = bottoms[step] ?? 0;
  }
}
