/** Who of a map the keys lead to from somebody, and of which people a screen reader can tell. Pure. */
import { type Item, personExtra, readItems } from '../../../contract/organisation-items.ts';
import type { AroundOnMap } from '../../../contract/organisation-map.ts';
import { isMatch, type StandIn, type Step } from './stand-ins.ts';

export type Around = {
  readonly self: Item;
  /** The top first. */
  readonly above: readonly Item[];
  /** In the order seen, with themselves. */
  readonly beside: readonly Item[];
  readonly below: readonly Item[];
  readonly nth: number;
  /** Claims of other managers: who is listed, and who lists them. */
  readonly claims: readonly OtherClaim[];
};

export type OtherClaim = { readonly person: Item; readonly manager: Item };

/** Null: they are not among the items. */
export function readAround({ items: bytes, above, beside, nth, claims }: AroundOnMap): Around | null {
  const items = readItems(bytes);
  const self = items[above + nth];
  if (self === undefined) return null;
  return {
    self,
    above: items.slice(0, above),
    beside: items.slice(above, above + beside),
    below: items.slice(above + beside),
    nth,
    claims: readClaims(claims),
  };
}

function readClaims(bytes: Uint8Array): OtherClaim[] {
  const items = readItems(bytes);
  return items.flatMap((person, at): OtherClaim[] => {
    const manager = items[at + 1];
    return at % 2 === 1 || manager === undefined ? [] : [{ person, manager }];
  });
}

/** In the order of a tree: each after their manager. */
export function standInsAround({ self, above, beside, below, nth }: Around): StandIn[] {
  const among = (items: readonly Item[]) => items.map((item, at) => standIn(item, at + 1, items.length));
  const siblings = among(beside);
  return [
    ...above.map((item) => standIn(item, 1, 1)),
    ...siblings.slice(0, nth),
    standIn(self, nth + 1, beside.length),
    ...among(below),
    ...siblings.slice(nth + 1),
  ];
}

/** Everybody who leads has their people drawn within. */
function standIn(item: Item, nth: number, of: number): StandIn {
  const { kind, key, x, y, w, h } = item;
  return {
    key,
    box: { x, y, w, h },
    level: personExtra(item).level,
    nth,
    of,
    isOpen: kind === 'heading' ? true : null,
    isMatch: isMatch(item),
  };
}

/** Where a key leads; null: nowhere. */
export function stepAround({ self, above, beside, below, nth }: Around, step: Step): Item | null {
  const to = {
    Home: above[0],
    ArrowUp: above.at(-1),
    ArrowDown: below[0],
    ArrowLeft: beside[nth - 1],
    ArrowRight: beside[nth + 1],
  }[step];
  return to === undefined || to.key === self.key ? null : to;
}
