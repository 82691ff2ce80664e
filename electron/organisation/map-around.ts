/** Who stands around somebody on the map, and where: those that the keys lead to, and that a screen reader can tell of. */
import { extraOf, type Item, writeItems } from '../../contract/organisation-items.ts';
import type { AroundOnMap } from '../../contract/organisation-map.ts';
import type { OtherClaim } from './claims-around.ts';
import type { DrawnMap } from './drawn-map.ts';
import { boxAt } from './map-layout.ts';
import { cardsIn, innerOf, territoryAt } from './territories.ts';

/** On each side, above and below. */
const most = { beside: 20, above: 38, below: 40 } as const;

export function aroundOnMap(map: DrawnMap, place: number, claims: readonly OtherClaim[]): AroundOnMap {
  const { parent } = map.forest;
  const way: number[] = [];
  for (let above = parent[place] ?? 0; above !== 0 && way.length < most.above; above = parent[above] ?? 0) {
    way.unshift(above);
  }
  const siblings = asSeen(map, parent[place] ?? 0);
  const at = siblings.indexOf(place);
  const first = Math.max(0, at - most.beside);
  const beside = [...siblings.subarray(first, at + 1 + most.beside)];
  const below = territoryAt(map.layout.territories, place) < 0 ? [] : asSeen(map, place).subarray(0, most.below);
  return {
    items: writeItems([...way, ...beside, ...below].map((one) => itemAt(map, one))),
    above: way.length,
    beside: beside.length,
    nth: at - first,
    claims: writeItems(claims.flat().map((one) => itemAt(map, one))),
  };
}

/** The places of somebody's people: their cards, then their territories from the top and from the left. */
function asSeen({ forest, layout }: DrawnMap, place: number): Int32Array {
  const { territories, lefts, tops } = layout;
  const territory = territoryAt(territories, place);
  const cards = cardsIn(territories, forest, territory);
  const inner = new Int32Array((forest.direct[place] ?? 0) - cards);
  innerOf(territories, territory, inner);
  inner.sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0) || (lefts[a] ?? 0) - (lefts[b] ?? 0));
  const first = forest.leaf[place] ?? 0;
  const seen = new Int32Array(cards + inner.length);
  for (let card = 0; card < cards; card += 1) seen[card] = first + card;
  for (const [nth, one] of inner.entries()) seen[cards + nth] = territories.places[one] ?? 0;
  return seen;
}

function itemAt({ forest, layout, colours, marks, extras }: DrawnMap, place: number): Item {
  const territory = territoryAt(layout.territories, place);
  const own = { marks: marks[place] ?? 0, level: forest.level[place] ?? 0, colour: colours.people[place] ?? 0 };
  return {
    kind: territory < 0 ? 'card' : 'heading',
    key: forest.keys[place] ?? 0,
    extra: territory < 0 ? extraOf(own) : (extras[territory] ?? 0),
    ...boxAt(layout, forest, place),
  };
}
