/** How a chart is first looked at: all of it where it can be read, else its centre with what is next to it. Pure. */

import { boundsOf, fitted, type Size } from './camera.ts';
import type { ChartLinks } from './chart-links.ts';
import type { Camera } from './chart-props.ts';

/** Smaller than this nothing is drawn at first: a name is 11 pixels high then. */
const least = 0.85;
/** How far down the centre then stands, as a part of the view's height. */
const centreAt = 0.36;

export function firstLook({ cards, reportsOf, bounds }: ChartLinks, centre: number, size: Size): Camera {
  const whole = fitted(bounds, size);
  if (whole.k >= least) return whole;
  const card = cards.get(centre);
  if (card === undefined) return whole;
  const around = boundsOf([card, ...(reportsOf.get(centre) ?? []).flatMap((key) => cards.get(key) ?? [])]) ?? card;
  const k = Math.max(least, Math.min(1, fitted({ ...around, h: card.h }, size).k));
  const middle = card.y + card.h / 2;
  // No further up than there is anything.
  const top = Math.max(bounds.y - 32 / k, middle - (centreAt * size.h) / k);
  const x = around.w * k <= size.w ? around.x + around.w / 2 : card.x + card.w / 2;
  return { x, y: top + size.h / k / 2, k };
}
