/** What stands at a point of a chart. Pure. */
import type { Item } from '../../../contract/organisation-items.ts';
import type { Point } from './camera.ts';

/** Its place among the items; -1: nothing that can be pressed. `slack`: how far beside a button still counts. */
export function itemAt(items: readonly Item[], { x, y }: Point, slack = 0): number {
  let found = -1;
  for (let nth = 0; nth < items.length; nth += 1) {
    const item = items[nth] as Item;
    if (item.kind === 'line' || item.kind === 'circle') continue;
    const free = item.kind === 'card' || item.kind === 'other' ? 0 : slack;
    if (x < item.x - free || x >= item.x + item.w + free || y < item.y - free || y >= item.y + item.h + free) continue;
    // A button is small: it wins over the card that it touches.
    if (found === -1 || free > 0) found = nth;
  }
  return found;
}
