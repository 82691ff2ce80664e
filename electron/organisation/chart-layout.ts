/**
 * Where each card of a chart stands: the way up above the centre, the people below it side by side and in columns, peers right
 * of the way where they are unfolded, other managers left of the centre. Pure: the same organisation and shape give the same
 * chart. The middle of the centre's card is the point 0, 0.
 */
import type { ChartShape } from '../../contract/organisation.ts';
import { countOf, type Item } from '../../contract/organisation-items.ts';
import { marks as bits } from '../../contract/organisation-marks.ts';
import { measureAreas } from './chart-areas.ts';
import { putArea, type Spot } from './chart-rows.ts';
import { shapeSets, showPeople } from './chart-shown.ts';
import { button, card, centreCard, circle, drop, fold, gap, inset, stem, stub, wayGap } from './chart-sizes.ts';
import { unfoldedPeers, wayTo } from './chart-way.ts';
import { createWriter } from './chart-writer.ts';
import type { Forest } from './forest.ts';

export type ChartWanted = {
  /** Their place. */
  readonly centre: number;
  readonly shape: ChartShape;
  /** Places of those who list the centre and are not the manager. */
  readonly others: readonly number[];
  /** By place, 1 of who is marked as a match; null: nobody. */
  readonly matches?: Uint8Array | null;
};

export type LaidChart = { readonly items: readonly Item[]; readonly cards: number; readonly isCut: boolean };

/** Between a card and the button right of it, and between that and what it unfolds. */
const besideGap = 16;
const peersX = centreCard.w / 2 + besideGap + button.w + besideGap;
const othersX = -centreCard.w / 2 - 3 * besideGap - card.w;

export function layChart(forest: Forest, { centre, shape, others, matches = null }: ChartWanted): LaidChart {
  const { keys, parent } = forest;
  const keyOf = (place: number): number => keys[place] ?? 0;
  const sets = shapeSets(shape);
  const steps = wayTo(forest, centre, sets);
  const rows = unfoldedPeers(forest, steps);
  const heads = 1 + rows.length;
  const { all, isCut } = showPeople(forest, centre, rows, sets);
  const { areas, sizes } = measureAreas(forest, all, heads);
  const writer = createWriter(forest, matches);
  const spots: Spot[] = [];
  const needs = { writer, sizes, spots };

  /** Answers how high they are, from the cards' top. */
  const putPeers = (number: number, y: number): number => {
    const one = all[number];
    const area = areas[number];
    if (one === undefined || area == null) return 0;
    const top = y - drop;
    const from = { x: 0, y: top };
    putArea(needs, { key: keyOf(one.place), left: one.left, area, at: { x: peersX, y: top }, from });
    return area.h - drop;
  };

  let y = 0;
  let peersShown = 0;
  /** Below the card before. */
  let bottom = 0;
  let middle = 0;
  let rowBottom = 0;
  steps.forEach(({ place, peers, isUnfolded, between }, nth) => {
    const isCentre = place === centre;
    const own = isCentre ? centreCard : card;
    const manager = keyOf(steps[nth - 1]?.place ?? 0);
    if (nth === 0 && ((forest.marks[place] ?? 0) & bits.circle) !== 0) {
      writer.put('circle', keyOf(place), 0, { x: -card.w / 2, y: -circle.h - gap.down, ...circle });
    }
    if (between > 0) {
      writer.put('between', keyOf(parent[place] ?? 0), countOf(between), { x: -button.w / 2, y, ...button });
      writer.line(manager, 0, bottom, 0, y);
      bottom = y + button.h;
      y = bottom + wayGap;
    }
    if (nth > 0) writer.line(manager, 0, bottom, 0, y);
    const box = { x: -own.w / 2, y, ...own };
    writer.person('card', place, isCentre ? 'centre' : 'way', box);
    const next = steps[nth + 1];
    const isOpen = next === undefined ? areas[0] != null : next.peers === 0 || next.isUnfolded;
    bottom = y + own.h + writer.fold(place, isOpen, box);
    rowBottom = bottom;
    if (peers > 0) {
      const beside = { x: own.w / 2 + besideGap, y: y + (own.h - button.h) / 2, ...button };
      writer.put('beside', keyOf(place), countOf(peers, isUnfolded), beside);
      if (isUnfolded) {
        peersShown += 1;
        rowBottom = Math.max(rowBottom, y + putPeers(peersShown, y));
      }
    }
    if (isCentre) middle = y + own.h / 2;
    y = rowBottom + wayGap;
  });
  others.forEach((place, nth) => {
    writer.person('other', place, 'way', { x: othersX, y: middle - card.h / 2 - nth * (card.h + gap.down), ...card });
  });

  const own = all[0];
  const area = areas[0];
  if (own !== undefined && area != null) {
    const at = { x: -(area.rows[0]?.w ?? 0) / 2 - stub, y: rowBottom + stem };
    putArea(needs, { key: keyOf(centre), left: own.left, area, at, from: { x: 0, y: bottom } });
  }
  for (let number = heads; number < all.length; number += 1) {
    const one = all[number];
    const spot = spots[number];
    if (one === undefined || spot === undefined) continue;
    const box = { x: spot.x, y: spot.y, ...card };
    writer.person('card', one.place, spot.part, box);
    const below = areas[number] ?? null;
    writer.fold(one.place, below !== null, box);
    if (below === null) continue;
    const from = { x: spot.x + inset, y: spot.y + card.h };
    const at = { x: from.x, y: from.y + fold.h + stem };
    putArea(needs, { key: keyOf(one.place), left: one.left, area: below, at, from });
  }
  return { items: writer.items(middle), cards: writer.cards(), isCut };
}
