/** The cards of those who lead nobody stand in columns, as one block, at the left of their manager's territory. */
import { cardGap, cardHeight, cardWidth } from '../../contract/map-sizes.ts';
import { worth } from './layout-worth.ts';

export const stepX = cardWidth + cardGap;
export const stepY = cardHeight + cardGap;

export function blockWidth(columns: number): number {
  return columns === 0 ? 0 : columns * stepX - cardGap;
}

export function blockHeight(cards: number, columns: number): number {
  return cards === 0 || columns === 0 ? 0 : Math.ceil(cards / columns) * stepY - cardGap;
}

/** How good a block is that has nothing beside it. The heading, of about one row, is part of what is looked at. */
export function worthAlone(cards: number, columns: number, proportion: number): number {
  return worth(blockWidth(columns), blockHeight(cards, columns) + stepY, proportion);
}

/** The best number of columns for a block that has nothing beside it. */
export function columnsAlone(cards: number, proportion: number): number {
  const ideal = Math.max(1, Math.floor(idealColumns(cards, proportion)));
  let best = 1;
  let bestWorth = Number.POSITIVE_INFINITY;
  for (let columns = ideal; columns <= Math.min(cards, ideal + 2); columns += 1) {
    const found = worthAlone(cards, columns, proportion);
    if (found >= bestWorth) continue;
    bestWorth = found;
    best = columns;
  }
  return best;
}

/** How many numbers of columns are tried at most. */
export const mostWays = 3;

/**
 * Fills in the numbers of columns that are worth trying in a territory of some width, and says how many: so that the block is
 * as high as the territory, of its proportions, or as wide as it.
 */
export function columnsIn(cards: number, strip: number, proportion: number, into: Int32Array): number {
  if (cards === 0) {
    into[0] = 0;
    return 1;
  }
  const most = Math.max(1, Math.min(cards, Math.floor((strip + cardGap) / stepX)));
  const rows = Math.max(1, Math.floor(strip / proportion / stepY));
  into[0] = Math.min(most, Math.ceil(cards / rows));
  into[1] = Math.max(1, Math.min(most, Math.round(idealColumns(cards, proportion))));
  into[2] = most;
  let ways = 1;
  for (let way = 1; way < mostWays; way += 1) {
    const columns = into[way] ?? 0;
    if (into.subarray(0, ways).includes(columns)) continue;
    into[ways] = columns;
    ways += 1;
  }
  return ways;
}

function idealColumns(cards: number, proportion: number): number {
  return Math.sqrt((cards * stepY * proportion) / stepX);
}
