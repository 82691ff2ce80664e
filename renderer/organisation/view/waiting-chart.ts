/** Keeps the place of a chart until the first comes: a manager, the centre and four people. */
import { type ChartPart, chartParts, extraOf, type Item, joins } from '../../../contract/organisation-items.ts';
import { boundsOf } from './camera.ts';
import { linkChart } from './chart-links.ts';
import type { DrawnChart } from './chart-store.ts';

const card = (key: number, part: ChartPart, x: number, y: number): Item => {
  const extra = extraOf({ marks: 0, level: 2, colour: chartParts.indexOf(part) });
  return { kind: 'card', key, extra, x, y, w: 220, h: 56 };
};
const line = (x: number, y: number, w: number, h: number): Item => ({ kind: 'line', key: 2, extra: 0, x, y, w, h });
const rowY = 84;
const across = 238;

const items: readonly Item[] = [
  line(0, -64, 1, 36),
  line(0, 28, 1, rowY - joins.above - 28),
  line(-1.5 * across, rowY - joins.above, 3 * across, 1),
  card(1, 'way', -110, -120),
  card(2, 'centre', -110, -28),
  ...[-1.5, -0.5, 0.5, 1.5].map((place, nth) => card(3 + nth, 'below', place * across - 110, rowY)),
];
const bounds = boundsOf(items) ?? { x: 0, y: 0, w: 1, h: 1 };

export const waitingChart: Pick<DrawnChart, 'items' | 'links' | 'centre'> = {
  items,
  links: linkChart(items, bounds),
  centre: 0,
};
