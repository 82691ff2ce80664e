/** From where somebody on the map is looked at. Pure. */
import type { Item } from '../../../contract/organisation-items.ts';
import { fitted, revealed, type Size } from './camera.ts';
import type { Camera } from './chart-props.ts';
import { heights } from './draw-card.ts';
import { bandOf, leastBand } from './map-levels.ts';

/** How near a card is looked at that could not be read. */
const cardScale = 0.9;
/** Of a heading so much is brought into view, in pixels of the screen. */
const headingWidth = 260;

/** The same camera where they can be read already; moved no further than it takes; nearer where they could not be read. */
export function lookAt(item: Item, camera: Camera, size: Size, least: number): Camera {
  const { x, y, w, h } = item;
  if (item.kind === 'card') {
    if (h * camera.k >= heights.name) return revealed(camera, size, item);
    return { x: x + w / 2, y: y + h / 2, k: cardScale };
  }
  const band = bandOf(item);
  if (band * camera.k < leastBand) return branchOf(item, size, least);
  return revealed(camera, size, {
    x,
    y,
    w: Math.min(w, headingWidth / camera.k),
    h: Math.min(band, (0.5 * size.h) / camera.k),
  });
}

/** All of a map, as large as there is room. */
export function wholeOf(extent: Size, size: Size, least = 0): Camera {
  return fitted({ x: 0, y: 0, ...extent }, size, 1, least);
}

/** All of somebody's people, or their card. */
export function branchOf(item: Item, size: Size, least: number): Camera {
  return fitted(item, size, 1, least);
}
