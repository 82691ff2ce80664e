/**
 * The people of a chart that a screen reader and the keys can reach from somebody: the way up, those beside and those below. Of each an
 * element stands over the canvas. Pure.
 */
import { type Box, type Item, personExtra } from '../../../contract/organisation-items.ts';
import { matchMark } from '../../../contract/organisation-marks.ts';
import type { ChartCard, ChartLinks } from './chart-links.ts';

export type StandIn = {
  readonly key: number;
  readonly box: Box;
  readonly level: number;
  /** From 1, among those under the same manager who have a card. */
  readonly nth: number;
  readonly of: number;
  /** Null: leads nobody. */
  readonly isOpen: boolean | null;
  /** In the spotlight. */
  readonly isMatch: boolean;
};

/** Whether an item is somebody in the spotlight. */
export function isMatch(item: Pick<Item, 'extra'>): boolean {
  return (personExtra(item).marks & matchMark) !== 0;
}

/** On each side, above and below. */
const most = { beside: 20, above: 38, below: 40 } as const;

/** In the order of a tree: each after their manager. Empty where the active person has no card. */
export function standInsOf(links: ChartLinks, active: number): StandIn[] {
  const { cards, managerOf, reportsOf } = links;
  if (!cards.has(active)) return [];
  const above: number[] = [];
  for (
    let key = managerOf.get(active) ?? 0;
    cards.has(key) && above.length < most.above;
    key = managerOf.get(key) ?? 0
  ) {
    above.unshift(key);
  }
  const siblings = reportsOf.get(managerOf.get(active) ?? 0) ?? [active];
  const at = siblings.indexOf(active);
  return [
    ...above,
    ...siblings.slice(Math.max(0, at - most.beside), at + 1),
    ...(reportsOf.get(active) ?? []).slice(0, most.below),
    ...siblings.slice(at + 1, at + 1 + most.beside),
  ].flatMap((key) => {
    const card = cards.get(key);
    return card === undefined ? [] : [standIn(links, card)];
  });
}

function standIn({ managerOf, reportsOf, folds }: ChartLinks, card: ChartCard): StandIn {
  const siblings = reportsOf.get(managerOf.get(card.key) ?? 0) ?? [card.key];
  const { x, y, w, h } = card;
  return {
    key: card.key,
    box: { x, y, w, h },
    level: personExtra(card).level,
    nth: siblings.indexOf(card.key) + 1,
    of: siblings.length,
    isOpen: folds.get(card.key)?.isOpen ?? null,
    isMatch: isMatch(card),
  };
}

export type Step = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home';

/** What has to be shown first: somebody's people, more of them, or the peers of somebody on the way up. */
export type Hidden = { readonly of: 'below' | 'more' | 'beside'; readonly key: number };

/** Where a key leads. Null: nowhere. The person may have no card. */
export function stepFrom(links: ChartLinks, active: number, step: Step): { readonly to: number } | Hidden | null {
  const { cards, managerOf, reportsOf, folds, left, lone, way } = links;
  if (step === 'Home') return way[0] === undefined || way[0] === active ? null : { to: way[0] };
  if (!cards.has(active)) return null;
  const manager = managerOf.get(active) ?? 0;
  if (step === 'ArrowUp') return manager === 0 ? null : { to: manager };
  if (step === 'ArrowDown') {
    const first = reportsOf.get(active)?.[0];
    if (first !== undefined) return { to: first };
    return folds.get(active)?.isOpen === false ? { of: 'below', key: active } : null;
  }
  const siblings = reportsOf.get(manager) ?? [];
  const next = siblings[siblings.indexOf(active) + (step === 'ArrowRight' ? 1 : -1)];
  if (next !== undefined) return { to: next };
  if (step === 'ArrowLeft') return null;
  if (lone.has(active)) return { of: 'beside', key: active };
  return left.has(manager) ? { of: 'more', key: manager } : null;
}
