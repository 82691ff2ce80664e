/**
 * Packs the territories that lie in one: one after the other, each in whichever of its shapes leaves least open. Works in
 * arrays that it keeps, since a large map asks it a million times.
 */
import { createSkyline } from './skyline.ts';

/** How many shapes a territory can choose from; see `territory-shapes.ts`. */
export const shapeCount = 3;

/** By `shapeCount * territory + shape`. */
export type ShapeSizes = { readonly widths: Int32Array; readonly heights: Int32Array };

export type Packing = {
  /** The territories, in the order in which they are packed. */
  readonly inner: Int32Array;
  /** Of each, once it is packed: where it lies, and its shape. */
  readonly lefts: Int32Array;
  readonly tops: Int32Array;
  readonly shapes: Uint8Array;
  /** What all of it takes. */
  readonly used: { width: number; height: number };
  readonly begin: (strip: number, gap: number) => void;
  /** Puts something at a place of its own, below everything that it would overlap. */
  readonly occupy: (left: number, top: number, width: number, height: number) => void;
  /**
   * Packs the territories from one on up to another. False where they do not fit, or all of it takes `mostHeight` or more.
   * `fall` says how much it counts that it becomes higher, beside the area that is left open.
   */
  readonly pack: (from: number, end: number, fall: number, mostHeight: number) => boolean;
};

/** For so many territories in one at most. */
export function createPacking({ widths, heights }: ShapeSizes, most: number): Packing {
  const { reset, find, take, found } = createSkyline(most + 1);
  const inner = new Int32Array(most);
  const lefts = new Int32Array(most);
  const tops = new Int32Array(most);
  const shapes = new Uint8Array(most);
  const used = { width: 0, height: 0 };
  let strip = 0;
  let gap = 0;

  return {
    inner,
    lefts,
    tops,
    shapes,
    used,
    begin: (stripWidth, gapWidth) => {
      strip = stripWidth;
      gap = gapWidth;
      // What is placed takes its gap along; the last in a row has its own beyond the strip.
      reset(strip + gap);
      used.width = 0;
      used.height = 0;
    },
    occupy: (left, top, width, height) => {
      take(left, top, width + gap, height + gap);
      used.width = Math.max(used.width, left + width);
      used.height = Math.max(used.height, top + height);
    },
    pack: (from, end, fall, mostHeight) => {
      let usedWidth = used.width;
      let usedHeight = used.height;
      for (let nth = from; nth < end; nth += 1) {
        const first = shapeCount * (inner[nth] ?? 0);
        let least = Number.POSITIVE_INFINITY;
        let chosen = -1;
        let left = 0;
        let top = 0;
        for (let shape = first; shape < first + shapeCount; shape += 1) {
          const width = widths[shape] ?? 0;
          const height = heights[shape] ?? 0;
          if (width > strip) continue;
          if (shape > first && width === widths[shape - 1] && height === heights[shape - 1]) continue;
          const area = (width + gap) * (height + gap);
          if (area >= least) continue;
          find(width + gap);
          const rise = Math.max(0, found.y + height - usedHeight);
          const cost = found.wasted + area + fall * strip * rise;
          if (cost >= least) continue;
          least = cost;
          chosen = shape;
          left = found.x;
          top = found.y;
        }
        if (chosen < 0) return false;
        const width = widths[chosen] ?? 0;
        const height = heights[chosen] ?? 0;
        usedWidth = Math.max(usedWidth, left + width);
        usedHeight = Math.max(usedHeight, top + height);
        if (usedHeight >= mostHeight) return false;
        take(left, top, width + gap, height + gap);
        lefts[nth] = left;
        tops[nth] = top;
        shapes[nth] = chosen - first;
      }
      used.width = usedWidth;
      used.height = usedHeight;
      return true;
    },
  };
}
