/** How much is shown of somebody on the map, by how large they are on the screen. Pure; lengths are pixels of the screen. */
import { headingHeight, smallHeading } from '../../../contract/map-sizes.ts';
import { type Box, type Item, personExtra } from '../../../contract/organisation-items.ts';
import type { Size } from './camera.ts';
import { heights } from './draw-card.ts';

export type LeafLevel = 'block' | 'slip' | 'name' | 'picture' | 'role';

export function leafLevel(height: number): LeafLevel {
  if (height < heights.slip) return 'block';
  if (height < heights.name) return 'slip';
  if (height < heights.picture) return 'name';
  return height < heights.role ? 'picture' : 'role';
}

/** In a lower heading no letters can be read. */
export const leastBand = 11;
/** Of a smaller territory whose heading is lower, there is no name. */
export const leastTerritory: Size = { w: 90, h: 24 };
/** Letters of no less than this in a heading. */
const smallest = 9;
/** From here on a heading has a second line. */
const twoLines = 38;
/** Free at the left and at the right of a heading's text. */
const inset = { most: 10, least: 3 } as const;
/** Letters of no more than this in a heading. */
const largest = 16;

/** How high the heading of a territory is, in pixels of the map. */
export function bandOf(item: Item): number {
  const grows = (personExtra(item).marks & smallHeading) === 0;
  return headingHeight(item.w, item.h, grows);
}

/** From which scale on the name of a territory is drawn. */
export function namedFrom(item: Item): number {
  const asLabel = Math.max(leastTerritory.w / item.w, leastTerritory.h / item.h);
  return Math.min(leastBand / bandOf(item), asLabel);
}

export type HeadingPlace = {
  /** Where its first line stands. */
  readonly line: Box;
  readonly size: number;
  /** Null: there is no room for it. */
  readonly second: { readonly line: Box; readonly size: number } | null;
};

/**
 * Where the text of a heading stands: in its band, at the view's edge where the band goes beyond it. Null: it has no text.
 * `box` is the territory, `band` how high its heading is.
 */
export function headingPlace(box: Box, band: number, view: Size): HeadingPlace | null {
  if (band < leastBand) return null;
  const size = Math.min(largest, Math.max(smallest, Math.round(band * 0.52)));
  const isTwo = band >= twoLines;
  const first = Math.min(band, Math.ceil(size * 1.3));
  const second = isTwo ? 16 : 0;
  const high = first + second;
  const aside = Math.min(inset.most, Math.max(inset.least, Math.round(band / 5)));
  const above = isTwo ? Math.min(10, (band - high) / 2) : Math.min(10, Math.max(0, (band - high) / 2));
  const y = Math.min(Math.max(box.y + above, isTwo ? 6 : 0), box.y + band - high);
  const x = Math.max(box.x, 0) + aside;
  const w = Math.min(box.x + box.w, view.w) - aside - x;
  if (w < 2 * size || y + high <= 0 || y >= view.h) return null;
  return {
    line: { x, y, w, h: first },
    size,
    second: isTwo ? { line: { x, y: y + first, w, h: second }, size: 12 } : null,
  };
}
