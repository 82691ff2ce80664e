/** What is on screen of the map, as an SVG: what lies in the region, cut at its edge, and each text within what is left. */
import { blockGround, cardColours, territoryGround, territoryLine } from '../../contract/map-tints.ts';
import { type Box, type Item, personExtra } from '../../contract/organisation-items.ts';
import { rect, textLine } from '../svg/elements.ts';
import { toHex } from '../svg/srgb.ts';
import { type Forest, placeOfKey } from './forest.ts';
import type { Places } from './saved-csv.ts';
import { headingLines } from './saved-heading.ts';
import { legendOf, type MapDrawing, type SavedMap, secondLine } from './saved-map.ts';
import { palette } from './saved-palette.ts';
import type { SavedPeople, SavedPerson } from './saved-people.ts';
import { territoryAt } from './territories.ts';

/** Drawn at once. */
const aPart = 500;
/** Of a card's lines of text, in pixels of the map. `y`: where the letters stand, from its upper edge. */
const cardLines = { inset: 10, name: { y: 17, size: 13 }, role: { y: 32, size: 11 } } as const;
/** Of the letters' size, above and below where they stand. */
const letters = { above: 0.8, below: 0.2 } as const;

/** The part of an item that is in view; null: none is. */
export function cutTo({ x, y, w, h }: Box, view: Box): Box | null {
  const [left, top] = [Math.max(x, view.x), Math.max(y, view.y)];
  const [right, bottom] = [Math.min(x + w, view.x + view.w), Math.min(y + h, view.y + view.h)];
  return right - left > 0.01 && bottom - top > 0.01 ? { x: left, y: top, w: right - left, h: bottom - top } : null;
}

/** Who is drawn, each once, in the order of the items. */
export function placesInView(forest: Forest, items: readonly Item[]): Places {
  const people = items.filter(({ kind, key }) => (kind === 'card' || kind === 'heading') && key !== 0);
  return { count: people.length, at: (nth) => placeOfKey(forest, people[nth]?.key ?? 0) };
}

/** `items`: those of the view, the outer ones before what is in them, each at least partly in it. */
export function drawView(map: SavedMap, items: readonly Item[], view: Box, peopleAt: SavedPeople): MapDrawing {
  const { forest } = map;
  let begun = 0;
  let done = 0;
  return {
    framed: { content: view, legend: legendOf(map, 0, peopleAt) },
    total: placesInView(forest, items).count,
    next: () => {
      if (begun >= items.length) return null;
      const part = items.slice(begun, begun + aPart);
      begun += part.length;
      const { count, at } = placesInView(forest, part);
      done += count;
      const people = peopleAt(
        forest,
        Array.from({ length: count }, (_, nth) => at(nth)),
      );
      const text = part.map((item) => drawItem(map, item, view, people.get(placeOfKey(forest, item.key)))).join('\n');
      return { text: `${text}\n`, done };
    },
  };
}

function drawItem(map: SavedMap, item: Item, view: Box, person: SavedPerson | undefined): string {
  const box = cutTo(item, view);
  if (box === null) return '';
  const { colour } = map;
  const { level, colour: byte } = personExtra(item);
  if (item.kind === 'heading') {
    const fill = toHex(territoryGround(palette, colour, byte, level));
    const ground = rect(box, ` fill="${fill}" stroke="${toHex(territoryLine(palette, colour, byte))}"`);
    return ground + headingTexts(map, item, box, person);
  }
  if (item.kind !== 'card') return rect(box, ` fill="${toHex(blockGround(palette, colour, byte))}"`);
  const { ground, line } = cardColours(palette, colour, byte);
  const dashed = person?.card === null ? ' stroke-dasharray="4 3"' : '';
  return rect(box, ` rx="6" fill="${toHex(ground)}" stroke="${toHex(line)}"${dashed}`) + cardTexts(item, box, person);
}

function cardTexts(item: Item, box: Box, person: SavedPerson | undefined): string {
  if (person === undefined) return '';
  const { inset, name, role } = cardLines;
  const at = { x: box.x + inset, room: box.w - 2 * inset };
  const put = (words: Parameters<typeof textLine>[0], line: typeof name | typeof role, attributes: string) => {
    const y = item.y + line.y;
    if (!isIn(box, y, line.size)) return '';
    return textLine(words, { ...at, y, size: line.size, attributes: ` font-size="${line.size}"${attributes}` });
  };
  const ink = person.isGone
    ? ` fill="${palette['ink-soft']}" text-decoration="line-through"`
    : ` fill="${palette.ink}"`;
  return (
    put([{ text: person.name }], name, ` font-weight="600"${ink}`) +
    put(secondLine(person), role, ` fill="${palette['ink-soft']}"`)
  );
}

/** In its band, and at the edge of the view where that cuts it. */
function headingTexts(map: SavedMap, item: Item, box: Box, person: SavedPerson | undefined): string {
  const { layout, forest } = map;
  const territory = territoryAt(layout.territories, placeOfKey(forest, item.key));
  const band = layout.headings[territory] ?? 0;
  const cut = Math.min(box.y - item.y, 0.6 * band);
  const y = { first: Math.max(item.y + 0.5 * band, item.y + cut + 0.32 * band), size: 0.36 * band };
  const second = { y: y.first + 0.32 * band, size: 0.24 * band };
  const lines = headingLines(map, territory, person, { first: y.size, second: second.size });
  const isSecond = second.y + letters.below * second.size <= item.y + band && isIn(box, second.y, second.size);
  const aside = Math.min(0.25 * band, 0.04 * box.w + 4);
  const at = { x: box.x + aside, room: box.w - 2 * aside };
  return (
    (isIn(box, y.first, y.size) ? textLine(lines.first.words, { ...at, ...lines.first, y: y.first }) : '') +
    (isSecond ? textLine(lines.second.words, { ...at, ...lines.second, y: second.y }) : '')
  );
}

/** Whether letters that stand at `y` are in a box from top to bottom. */
function isIn(box: Box, y: number, size: number): boolean {
  return y - letters.above * size >= box.y && y + letters.below * size <= box.y + box.h;
}
