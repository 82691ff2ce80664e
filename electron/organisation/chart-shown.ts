/**
 * Who is shown in a chart: the people of everybody who is open, level by level, as far as the bounds reach. Those beyond are
 * counted where they are left out. By loops alone: a chain of 20,000 people would overflow the stack.
 */
import { mostCards, mostItems } from '../../contract/bounds.ts';
import type { ChartShape } from '../../contract/organisation.ts';
import type { Forest } from './forest.ts';

/** Somebody of the chart, known by the place among all who are shown: a manager comes before their people. */
export type Shown = {
  readonly place: number;
  /** Everybody below is shown. */
  readonly isWhole: boolean;
  /** Who leads stands in one column with the others, not side by side. */
  isColumn: boolean;
  /** Their people who are shown are `[first, first + count)` of all who are shown. */
  first: number;
  count: number;
  /** How many of their people are left out, where any is shown. */
  left: number;
};

/** Those under one manager, but for the one who stands on the way up. */
export type Peers = { readonly of: number; readonly but: number };

export type ShownPeople = {
  /** The centre, then one for each row of peers that stands for their manager, then everybody else. */
  readonly all: readonly Shown[];
  readonly isCut: boolean;
};

/** A chart's shape, to be looked up by key. */
export type ShapeSets = {
  readonly open: ReadonlySet<number>;
  readonly closed: ReadonlySet<number>;
  readonly beside: ReadonlySet<number>;
  readonly whole: ReadonlySet<number>;
  readonly more: ReadonlyMap<number, number>;
};

/** Usually shown of somebody's people: in a column, and of who was opened. */
const usual = { column: 5, opened: 500 } as const;
/** Items for each person and each manager that are neither card nor fold: at least as many as the layout makes. */
const lines = { person: 0.25, leader: 1, manager: 8 } as const;
/** Kept for the way up, the buttons on it and other managers. */
const kept = 200;

export function shapeSets({ open, closed, beside, whole, more }: ChartShape): ShapeSets {
  return {
    open: new Set(open),
    closed: new Set(closed),
    beside: new Set(beside),
    whole: new Set(whole),
    more: new Map(more.map(({ of, shown }) => [of, shown])),
  };
}

export function showPeople(forest: Forest, centre: number, rows: readonly Peers[], shape: ShapeSets): ShownPeople {
  const { keys, parent, size, leaf, direct } = forest;
  const all: Shown[] = [];
  const add = (place: number, isWhole: boolean): void => {
    all.push({ place, isWhole, isColumn: false, first: 0, count: 0, left: 0 });
  };
  add(centre, shape.whole.has(keys[centre] ?? 0));
  for (const { of } of rows) add(of, false);
  let cards = kept;
  let items = kept;
  let isCut = false;

  const show = (one: Shown, limit: number, but: number): void => {
    const end = one.place + (size[one.place] ?? 1);
    const lone = leaf[one.place] ?? end;
    one.first = all.length;
    items += lines.manager;
    for (let at = one.place + 1; at < end && one.count < limit; at += size[at] ?? 1) {
      if (at === but) continue;
      const cost = (at < lone ? 2 + lines.leader : 1) + lines.person;
      if (cards >= mostCards || items + cost > mostItems) {
        isCut = true;
        break;
      }
      cards += 1;
      items += cost;
      add(at, one.isWhole || (at < lone && shape.whole.has(keys[at] ?? 0)));
      one.count += 1;
    }
    one.left = (direct[one.place] ?? 0) - (but === 0 ? 0 : 1) - one.count;
  };

  for (let number = 0; number < all.length; number += 1) {
    const one = all[number];
    if (one === undefined) break;
    const { place, isWhole } = one;
    const key = keys[place] ?? 0;
    const wanted = shape.more.get(key) ?? 0;
    const peers = number > 0 ? rows[number - 1] : undefined;
    if (peers !== undefined) {
      show(one, Math.max(usual.opened, wanted), peers.but);
      continue;
    }
    const isUsual = number === 0 || parent[place] === centre;
    const isOpen = !shape.closed.has(key) && (isUsual || isWhole || shape.open.has(key));
    if ((size[place] ?? 1) === 1 || !isOpen) continue;
    if (cards >= mostCards || items + lines.manager + 3 > mostItems) {
      isCut = true;
      continue;
    }
    one.isColumn = number > 0 && isUsual && !isWhole;
    show(one, Math.max(one.isColumn ? usual.column : usual.opened, wanted), 0);
  }
  return { all, isCut };
}
