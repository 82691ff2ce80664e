/** Who is at a point of the map. Pure. */
import type { Item } from '../../../contract/organisation-items.ts';
import type { Point } from './camera.ts';

/** The innermost: a card, or the territory, whose item is its manager's. Null: nobody's. */
export function mapItemAt(items: readonly Item[], { x, y }: Point): Item | null {
  for (let nth = items.length - 1; nth >= 0; nth -= 1) {
    const item = items[nth] as Item;
    if (x >= item.x && x < item.x + item.w && y >= item.y && y < item.y + item.h) return item.key === 0 ? null : item;
  }
  return null;
}

/** The territories that a point is in, the outermost first. */
export function enclosing(items: readonly Item[], { x, y }: Point): Item[] {
  return items.filter(
    (item) =>
      (item.kind === 'heading' || item.kind === 'block') &&
      x >= item.x &&
      x < item.x + item.w &&
      y >= item.y &&
      y < item.y + item.h,
  );
}
