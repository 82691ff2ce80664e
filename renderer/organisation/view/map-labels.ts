/**
 * Where the names of managers stand on the map: in the headings of their territories, and where these are too low for letters,
 * over what is in the territory. No two of them cover one another. Pure; lengths are pixels of the screen.
 */
import type { Box, Item } from '../../../contract/organisation-items.ts';
import type { Size } from './camera.ts';
import { bandOf, type HeadingPlace, headingPlace, leastBand, leastTerritory } from './map-levels.ts';

export type Label = { readonly item: Item; readonly place: HeadingPlace; readonly isOver: boolean };

const over = { size: 10, high: 14, aside: 3 } as const;
/** So often a name is moved further down, to be free of others. */
const mostTries = 8;

/** `headings` are in the order of the items. `widthOf`: how wide the name and its number are in letters of a size. */
export function labelsOf(
  headings: readonly { readonly item: Item; readonly box: Box }[],
  scale: number,
  view: Size,
  widthOf: (item: Item, size: number) => number,
): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  const low: { readonly item: Item; readonly box: Box }[] = [];
  for (const { item, box } of headings) {
    const band = bandOf(item) * scale;
    const place = headingPlace(box, band, view);
    if (band < leastBand) low.push({ item, box });
    else if (place !== null) {
      labels.push({ item, place, isOver: false });
      const { x, y, w } = place.line;
      taken.push({ x, y, w, h: place.line.h + (place.second?.line.h ?? 0) });
    }
  }
  for (const { item, box } of low) {
    if (box.w < leastTerritory.w || box.h < leastTerritory.h) continue;
    const line = freeLine(box, view, widthOf(item, over.size), taken);
    if (line === null) continue;
    taken.push(line);
    labels.push({ item, place: { line, size: over.size, second: null }, isOver: true });
  }
  return labels;
}

/** The highest line in a territory, as far as it is in view, that covers no other. */
function freeLine(box: Box, view: Size, width: number, taken: readonly Box[]): Box | null {
  const x = Math.max(box.x, 0) + over.aside;
  const w = Math.min(width, Math.min(box.x + box.w, view.w) - over.aside - x);
  const bottom = Math.min(box.y + box.h, view.h);
  if (w < Math.min(width, 4 * over.size)) return null;
  let y = Math.max(box.y, 0) + 2;
  for (let tries = 0; tries < mostTries && y + over.high <= bottom; tries += 1) {
    const line = { x, y, w, h: over.high };
    const other = taken.find((one) => covers(one, line));
    if (other === undefined) return line;
    y = other.y + other.h + 1;
  }
  return null;
}

function covers(one: Box, other: Box): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;
}
