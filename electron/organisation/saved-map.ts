/**
 * The map as an SVG, or the part of it that is somebody's branch: every territory with its heading and every card, each once,
 * a part at a time. It is drawn at full size; the reader zooms.
 */
import { codeWords, colourWords } from '../../contract/map-colour-words.ts';
import { blockGround, type Colouring, cardColours, territoryGround, territoryLine } from '../../contract/map-tints.ts';
import type { Box } from '../../contract/organisation-items.ts';
import { group, rect, textLine, type Words } from '../svg/elements.ts';
import { toHex } from '../svg/srgb.ts';
import type { DrawnMap } from './drawn-map.ts';
import { boxAt, type MapLayout } from './map-layout.ts';
import type { Framed } from './saved-frame.ts';
import { headingLines } from './saved-heading.ts';
import { palette } from './saved-palette.ts';
import { countWords, type SavedPeople, type SavedPerson } from './saved-people.ts';
import { cardsIn, territoryAt } from './territories.ts';

export type SavedMap = Pick<DrawnMap, 'forest' | 'layout' | 'colours' | 'shares'> & {
  readonly colour: Colouring;
  /** Who is in the spotlight, in words; null: nobody is. */
  readonly lit: string | null;
};

export type DrawnPart = { readonly text: string; readonly done: number };

/** Draws all of somebody's branch; place 0: of everybody's. */
export type MapDrawing = {
  readonly framed: Pick<Framed, 'content' | 'legend'>;
  /** How many people are drawn. */
  readonly total: number;
  /** The part after the last one; null: that was the last. */
  readonly next: () => DrawnPart | null;
};

/** In one part, those who lead among them. */
const aPart = 500;
const inset = 10;
const sizes = { name: 13, role: 11 } as const;
/** More divisions are counted. */
const mostNamed = 8;

export function drawMap(map: SavedMap, place: number, peopleAt: SavedPeople): MapDrawing {
  const { forest, layout } = map;
  const { territories } = layout;
  const first = territoryAt(territories, place);
  // Who leads nobody is a card in the territory of their manager.
  const around = first >= 0 ? first : territoryAt(territories, forest.parent[place] ?? 0);
  const end = first >= 0 ? (territories.ends[first] ?? 0) : around;
  let territory = first >= 0 ? first : end;
  let card = 0;
  let isHeaded = false;
  let done = 0;
  let isLone = first < 0;

  const next = (): DrawnPart | null => {
    const headings: number[] = [];
    const cards: number[] = [];
    if (isLone) {
      isLone = false;
      cards.push(place);
    }
    while (territory < end && headings.length + cards.length < aPart) {
      const leader = territories.places[territory] ?? 0;
      if (!isHeaded) headings.push(territory);
      // A part may end right after a heading.
      isHeaded = true;
      const all = cardsIn(territories, forest, territory);
      const some = Math.min(all - card, aPart - headings.length - cards.length);
      for (let nth = card; nth < card + some; nth += 1) cards.push((forest.leaf[leader] ?? 0) + nth);
      card += some;
      if (card < all) break;
      card = 0;
      isHeaded = false;
      territory += 1;
    }
    if (headings.length + cards.length === 0) return null;
    const leaders = headings.map((one) => territories.places[one] ?? 0).filter((one) => one !== 0);
    const people = peopleAt(forest, [...leaders, ...cards]);
    done += leaders.length + cards.length;
    return { text: drawHeadings(map, headings, people) + drawCards(map, cards, people), done };
  };

  return {
    framed: { content: boxAt(layout, forest, place), legend: legendOf(map, place, peopleAt) },
    total: (forest.size[place] ?? 1) - (place === 0 ? 1 : 0),
    next,
  };
}

function drawHeadings(map: SavedMap, territories: readonly number[], people: ReadonlyMap<number, SavedPerson>): string {
  const { layout, forest, colours, colour } = map;
  const grounds = territories.map((territory) => {
    const level = forest.level[layout.territories.places[territory] ?? 0] ?? 0;
    const byte = colours.territories[territory] ?? 0;
    const fill = toHex(territoryGround(palette, colour, byte, level));
    const line = toHex(territoryLine(palette, colour, byte));
    return rect(boxOf(layout, territory), ` fill="${fill}" stroke="${line}"`);
  });
  const texts = territories.map((territory) => headingText(map, territory, people));
  return (
    group('class="territories"', grounds.join('\n')) +
    group(`class="headings" fill="${palette['ink-soft']}"`, texts.join('\n'))
  );
}

function headingText(map: SavedMap, territory: number, people: ReadonlyMap<number, SavedPerson>): string {
  const { x, y, w } = boxOf(map.layout, territory);
  const band = map.layout.headings[territory] ?? 0;
  const aside = Math.min(0.25 * band, 0.04 * w + 4);
  const at = { x: x + aside, room: w - 2 * aside };
  const person = people.get(map.layout.territories.places[territory] ?? 0);
  const { first, second } = headingLines(map, territory, person, { first: 0.36 * band, second: 0.24 * band });
  return (
    textLine(first.words, { ...at, ...first, y: y + 0.5 * band }) +
    textLine(second.words, { ...at, ...second, y: y + 0.82 * band })
  );
}

function drawCards(map: SavedMap, places: readonly number[], people: ReadonlyMap<number, SavedPerson>): string {
  const { colours, colour } = map;
  const grounds = new Map<number, string[]>();
  const names: string[] = [];
  const roles: string[] = [];
  for (const place of places) {
    const person = people.get(place);
    const box = boxAt(map.layout, map.forest, place);
    const byte = colours.people[place] ?? 0;
    const some = grounds.get(byte) ?? [];
    grounds.set(byte, some);
    const isDashed = person?.card === null;
    some.push(rect(box, ` rx="6"${isDashed ? ' stroke-dasharray="4 3"' : ''}`));
    if (person === undefined) continue;
    const at = { x: box.x + inset, room: box.w - 2 * inset };
    const gone = person.isGone ? ` fill="${palette['ink-soft']}" text-decoration="line-through"` : '';
    names.push(textLine([{ text: person.name }], { ...at, y: box.y + 17, size: sizes.name, attributes: gone }));
    roles.push(textLine(secondLine(person), { ...at, y: box.y + 32, size: sizes.role }));
  }
  return (
    [...grounds]
      .map(([byte, some]) => {
        const { ground, line } = cardColours(palette, colour, byte);
        return group(`class="cards" fill="${toHex(ground)}" stroke="${toHex(line)}"`, some.join('\n'));
      })
      .join('') +
    group(`font-size="${sizes.name}" font-weight="600" fill="${palette.ink}"`, names.join('\n')) +
    group(`font-size="${sizes.role}" fill="${palette['ink-soft']}"`, roles.filter((one) => one !== '').join('\n'))
  );
}

/** The status as a word, where it is not the usual one, and the role. */
export function secondLine({ isActive, status, ink, role }: SavedPerson): Words[] {
  if (isActive) return [{ text: role }];
  return [{ text: status, ink }, ...(role === '' ? [] : [{ text: ` · ${role}` }])];
}

function boxOf({ lefts, tops, widths, heights }: MapLayout, territory: number): Box {
  return {
    x: lefts[territory] ?? 0,
    y: tops[territory] ?? 0,
    w: widths[territory] ?? 0,
    h: heights[territory] ?? 0,
  };
}

export function legendOf(map: SavedMap, place: number, peopleAt: SavedPeople): Framed['legend'] {
  const { colour, lit } = map;
  if (colour === 'spotlight') {
    const { ground, line } = cardColours(palette, colour, 1);
    const entry = { words: 'Who is in the spotlight', ground: toHex(ground), line: toHex(line) };
    return { heading: lit ?? '', entries: [entry], note: '' };
  }
  if (colour !== 'division') {
    const entries = codeWords[colour].map(([code, words]) => {
      const { ground, line } = cardColours(palette, colour, code);
      return { words, ground: toHex(ground), line: toHex(line) };
    });
    return { heading: colourWords[colour], entries, note: '' };
  }
  const divisions = divisionsIn(map, place);
  const shown = divisions.slice(0, mostNamed);
  const people = peopleAt(
    map.forest,
    shown.map(([, leader]) => leader),
  );
  if (shown.length === 0) return null;
  const entries = shown.map(([byte, leader]) => {
    const ground = toHex(blockGround(palette, colour, byte));
    return { words: people.get(leader)?.name ?? '', ground, line: ground };
  });
  const more = divisions.length - shown.length;
  return { heading: colourWords.division, entries, note: more > 0 ? `and ${countWords(more)} more` : '' };
}

/** Colours with the places of those who lead the divisions, as far as they lie in a branch. */
function divisionsIn({ forest, layout, colours }: SavedMap, place: number): (readonly [number, number])[] {
  const { places, parents, count } = layout.territories;
  const end = place + (forest.size[place] ?? 1);
  const found = new Map<number, number>();
  for (let territory = 1; territory < count; territory += 1) {
    const leader = places[territory] ?? 0;
    const byte = colours.territories[territory] ?? 0;
    const isOuter = colours.territories[parents[territory] ?? 0] !== byte;
    // The branch is in the division, or has it in it.
    const isWithin =
      (leader >= place && leader < end) || (place >= leader && place < leader + (forest.size[leader] ?? 1));
    if (byte !== 0 && isOuter && isWithin && !found.has(byte)) found.set(byte, leader);
  }
  return [...found].sort(([one], [other]) => one - other);
}
