/** What the colours of the map say: one byte for everybody, and one for each territory as a whole and for its cards as a whole. */
import { shareSteps } from '../../contract/map-colours.ts';
import type { Share } from '../../contract/organisation-spotlight.ts';
import type { Forest } from './forest.ts';
import type { MapLayout } from './map-layout.ts';
import { shareBelow, shareOf } from './shares.ts';
import type { Spotlit } from './spotlights.ts';
import { innerOf, type Territories } from './territories.ts';

export type MapColours = {
  /** By place. */
  readonly people: Uint8Array;
  /** By territory: behind its heading. */
  readonly territories: Uint8Array;
  /** By territory: of who leads it and everybody below, where it is drawn as one. */
  readonly blocks: Uint8Array;
  /** By territory, where its own cards are drawn as one. */
  readonly cards: Uint8Array;
};

/** So many codes there can be. */
const codes = 8;
const mostDivisions = 255;

/**
 * The territories that are divisions: what the largest top's people lead, where that top has more than half of everybody; else
 * the tops are.
 */
export function divisionsOf({ size, people }: Pick<Forest, 'size' | 'people'>, territories: Territories): Int32Array {
  const { count, places } = territories;
  const inner = new Int32Array(count);
  let whole = 0;
  let divisions = innerOf(territories, whole, inner);
  const [top = 0] = inner;
  if (divisions > 0 && 2 * (size[places[top] ?? 0] ?? 0) > people) {
    whole = top;
    divisions = innerOf(territories, whole, inner);
  }
  // A top who leads one other, who leads the others.
  while (divisions === 1) {
    [whole = 0] = inner;
    divisions = innerOf(territories, whole, inner);
  }
  return inner.slice(0, divisions);
}

/** The nth division is n, from 1; 0 is outside of all. */
export function divisionColours(
  forest: Forest,
  { territories, ranks }: Pick<MapLayout, 'territories' | 'ranks'>,
): MapColours {
  const { size } = forest;
  const { count, places, parents } = territories;
  const colours = blank(forest, count);
  // In the order of the map, which stays as it was: the largest may be another tomorrow.
  const inOrder = divisionsOf(forest, territories).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  for (const [nth, division] of inOrder.entries()) colours.territories[division] = 1 + (nth % mostDivisions);
  for (let territory = 1; territory < count; territory += 1) {
    const colour = colours.territories[territory] || (colours.territories[parents[territory] ?? 0] ?? 0);
    const place = places[territory] ?? 0;
    colours.territories[territory] = colour;
    colours.cards[territory] = colour;
    colours.people[place] = colour;
    if (colour !== 0) colours.people.fill(colour, forest.leaf[place], place + (size[place] ?? 0));
  }
  return colours;
}

/**
 * `codeAt` is by place, below 8; 0 is what is usual. Of many, the lower four bits are the code that most of the others have,
 * the upper four how many are not usual, in fifteenths: only nobody is none.
 */
export function codedColours(forest: Forest, { count, places, parents }: Territories, codeAt: Uint8Array): MapColours {
  const colours = { ...blank(forest, count), people: codeAt };
  const counts = new Int32Array(count * codes);
  const ofCards = new Int32Array(codes);
  for (let territory = count - 1; territory >= 0; territory -= 1) {
    const place = places[territory] ?? 0;
    const all = counts.subarray(territory * codes, (territory + 1) * codes);
    ofCards.fill(0);
    const end = place + (forest.size[place] ?? 0);
    for (let card = forest.leaf[place] ?? end; card < end; card += 1) add(ofCards, codeAt[card] ?? 0, 1);
    colours.cards[territory] = mixed(ofCards);
    for (let code = 0; code < codes; code += 1) add(all, code, ofCards[code] ?? 0);
    if (territory === 0) {
      colours.territories[0] = mixed(all);
      break;
    }
    add(all, codeAt[place] ?? 0, 1);
    colours.territories[territory] = mixed(all);
    const around = (parents[territory] ?? 0) * codes;
    for (let code = 0; code < codes; code += 1) add(counts, around + code, all[code] ?? 0);
  }
  return colours;
}

/** By the share of those in the spotlight: of a heading of those below, as its number says; of what is drawn as one of all of it. */
export function spotlightColours(
  forest: Forest,
  { count, places }: Territories,
  { matches, sum }: Spotlit,
): MapColours {
  const column = () => new Uint8Array(count);
  const colours = { people: matches, territories: column(), blocks: column(), cards: column() };
  for (let territory = 0; territory < count; territory += 1) {
    const place = places[territory] ?? 0;
    const end = place + (forest.size[place] ?? 0);
    colours.territories[territory] = stepOf(shareBelow(forest, sum, place));
    colours.blocks[territory] = stepOf(shareOf(forest, sum, Math.max(1, place), end));
    colours.cards[territory] = stepOf(shareOf(forest, sum, forest.leaf[place] ?? end, end));
  }
  return colours;
}

function stepOf({ count, of }: Share): number {
  if (count === 0) return 0;
  return ((1 + shareSteps.findIndex((most) => count <= most * of)) << 4) | 1;
}

function add(counts: Int32Array, code: number, some: number): void {
  counts[code] = (counts[code] ?? 0) + some;
}

function mixed(counts: Int32Array): number {
  let all = 0;
  let most = 0;
  let mostOf = 0;
  for (let code = 0; code < codes; code += 1) {
    const some = counts[code] ?? 0;
    all += some;
    if (code === 0 || some <= mostOf) continue;
    mostOf = some;
    most = code;
  }
  const unusual = all - (counts[0] ?? 0);
  return unusual === 0 ? 0 : (Math.ceil((15 * unusual) / all) << 4) | most;
}

function blank({ people }: Forest, territories: number): MapColours {
  const ofTerritories = new Uint8Array(territories);
  return {
    people: new Uint8Array(people + 1),
    territories: ofTerritories,
    blocks: ofTerritories,
    cards: new Uint8Array(territories),
  };
}
