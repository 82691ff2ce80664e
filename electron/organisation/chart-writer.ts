/** Collects the items of a chart. Lines come first, so that they are drawn below all else. */
import {
  type Box,
  type ChartPart,
  chartParts,
  countOf,
  extraOf,
  type Item,
  type ItemKind,
} from '../../contract/organisation-items.ts';
import { matchMark } from '../../contract/organisation-marks.ts';
import { fold, lineWidth } from './chart-sizes.ts';
import type { Forest } from './forest.ts';

export type ChartWriter = {
  readonly put: (kind: ItemKind, key: number, extra: number, box: Box) => void;
  readonly person: (kind: 'card' | 'other', place: number, part: ChartPart, box: Box) => void;
  /** Under the card, where the person leads somebody. Answers how high it is. */
  readonly fold: (place: number, isOpen: boolean, card: Box) => number;
  /** Straight, between two points. None of those without a manager: nobody joins them. */
  readonly line: (key: number, x1: number, y1: number, x2: number, y2: number) => void;
  /** `y` becomes 0. */
  readonly items: (y: number) => Item[];
  readonly cards: () => number;
};

export function createWriter({ keys, size, marks, level }: Forest, matches: Uint8Array | null): ChartWriter {
  const lines: Item[] = [];
  const others: Item[] = [];
  let cards = 0;
  return {
    put: (kind, key, extra, box) => {
      others.push({ kind, key, extra, ...box });
    },
    person: (kind, place, part, box) => {
      cards += 1;
      const extra = extraOf({
        marks: (marks[place] ?? 0) | (matches?.[place] === 1 ? matchMark : 0),
        level: level[place] ?? 0,
        colour: chartParts.indexOf(part),
      });
      others.push({ kind, key: keys[place] ?? 0, extra, ...box });
    },
    fold: (place, isOpen, { x, y, w, h }) => {
      const below = (size[place] ?? 1) - 1;
      if (below === 0) return 0;
      const box = { x: x + (w - fold.w) / 2, y: y + h, ...fold };
      others.push({ kind: 'fold', key: keys[place] ?? 0, extra: countOf(below, isOpen), ...box });
      return fold.h;
    },
    line: (key, x1, y1, x2, y2) => {
      if (key === 0) return;
      const w = Math.abs(x2 - x1);
      const h = Math.abs(y2 - y1);
      if (w + h === 0) return;
      const half = lineWidth / 2;
      const box = { x: Math.min(x1, x2) - half, y: Math.min(y1, y2) - half, w: w + lineWidth, h: h + lineWidth };
      lines.push({ kind: 'line', key, extra: 0, ...box });
    },
    items: (y) => [...lines, ...others].map((item) => ({ ...item, y: item.y - y })),
    cards: () => cards,
  };
}
