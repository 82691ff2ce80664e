/** Managers and their people in a chart, read from what is drawn: the lines say it. Pure. */
import {
  type Box,
  type ChartPart,
  chartParts,
  countIn,
  type Item,
  joins,
  personExtra,
} from '../../../contract/organisation-items.ts';

export type ChartCard = Item & { readonly part: ChartPart };

export type ChartLinks = {
  /** By key, in the order in which they are seen. */
  readonly cards: ReadonlyMap<number, ChartCard>;
  /** 0: a top. Of a way that is cut the manager may have no card. */
  readonly managerOf: ReadonlyMap<number, number>;
  /** By the manager's key, in the order seen; at 0 the tops. */
  readonly reportsOf: ReadonlyMap<number, readonly number[]>;
  /** Top first, the centre last. */
  readonly way: readonly number[];
  /** By key, of those who lead: how many are below, and whether their people are shown. */
  readonly folds: ReadonlyMap<number, { readonly count: number; readonly isOpen: boolean }>;
  /** By the manager's key: how many of their people are left out behind those shown. */
  readonly left: ReadonlyMap<number, number>;
  /** Those on the way up whose peers are not shown. */
  readonly lone: ReadonlySet<number>;
  readonly bounds: Box;
};

export function linkChart(items: readonly Item[], bounds: Box): ChartLinks {
  const cards = new Map<number, ChartCard>();
  const folds = new Map<number, { count: number; isOpen: boolean }>();
  const left = new Map<number, number>();
  const lone = new Set<number>();
  const upright = createIndex();
  const level = createIndex();
  const way: number[] = [];
  /** The lowest who is left out of the way, above the key. */
  const hidden = new Map<number, number>();
  let between = 0;
  for (const item of items) {
    if (item.kind === 'card') {
      const part = chartParts[personExtra(item).colour] ?? 'below';
      cards.set(item.key, { ...item, part });
      if (part === 'way' || part === 'centre') {
        way.push(item.key);
        if (between > 0) hidden.set(item.key, between);
        between = 0;
      }
    }
    if (item.kind === 'between') between = item.key;
    if (item.kind === 'fold') folds.set(item.key, countIn(item));
    if (item.kind === 'more') left.set(item.key, countIn(item).count);
    if (item.kind === 'beside' && !countIn(item).isOpen) lone.add(item.key);
    if (item.kind === 'line') {
      if (item.h > item.w) upright.add(item.x, item.y, item.h, item.key);
      else level.add(item.y, item.x, item.w, item.key);
    }
  }
  const managerOf = new Map<number, number>();
  const reportsOf = new Map<number, number[]>();
  for (const card of cards.values()) {
    const nth = way.indexOf(card.key);
    const above = hidden.get(card.key) ?? way[nth - 1] ?? 0;
    const manager = nth >= 0 ? above : personExtra(card).level === 1 ? 0 : joined(card, upright, level);
    managerOf.set(card.key, manager);
    const before = reportsOf.get(manager);
    if (before === undefined) reportsOf.set(manager, [card.key]);
    else before.push(card.key);
  }
  return { cards, managerOf, reportsOf, way, folds, left, lone, bounds };
}

/** The manager whose line reaches the card: from above, or from its left. */
function joined({ part, x, y, w, h }: ChartCard, upright: Index, level: Index): number {
  if (part === 'column') return upright.at(x - joins.left, y + h / 2);
  // Straight below its manager there is no line across.
  return level.at(y - joins.above, x + w / 2) || upright.at(x + w / 2, y - joins.above);
}

type Index = {
  readonly add: (across: number, from: number, length: number, key: number) => void;
  readonly at: (across: number, along: number) => number;
};

/** Lines by where they stand, to the whole pixel. */
function createIndex(): Index {
  const lines = new Map<number, { from: number; to: number; key: number }[]>();
  const half = 0.5;
  return {
    add: (across, from, length, key) => {
      const place = Math.round(across + half);
      const line = { from, to: from + length, key };
      const before = lines.get(place);
      if (before === undefined) lines.set(place, [line]);
      else before.push(line);
    },
    at: (across, along) => {
      for (const place of [Math.round(across), Math.round(across) - 1, Math.round(across) + 1]) {
        const found = lines.get(place)?.find(({ from, to }) => along >= from - 1 && along <= to + 1);
        if (found !== undefined) return found.key;
      }
      return 0;
    },
  };
}

/** Everybody whose card is drawn below somebody's, them included. */
export function branchOf({ reportsOf }: ChartLinks, key: number): number[] {
  const branch = [key];
  for (const one of branch) branch.push(...(reportsOf.get(one) ?? []));
  return branch;
}
