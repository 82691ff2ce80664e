/** What may not be on a map, whatever the organisation. */
import { headingHeight } from '../../../contract/map-sizes.ts';
import type { Box } from '../../../contract/organisation-items.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { boxAt, type MapLayout } from '../../../electron/organisation/map-layout.ts';
import { territoryAt } from '../../../electron/organisation/territories.ts';

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const isInside = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

/** The places directly below one. */
export function childrenOf({ size, parent }: Forest, place: number): number[] {
  const children: number[] = [];
  const end = place + (size[place] ?? 0);
  for (let child = place + 1; child < end; child += size[child] ?? 1) if (parent[child] === place) children.push(child);
  return children;
}

/** Each as a sentence; at most some, since one is enough. */
export function faultsOf(layout: MapLayout, forest: Forest): string[] {
  const faults: string[] = [];
  const { territories } = layout;
  for (let territory = 0; territory < territories.count && faults.length < 5; territory += 1) {
    const place = territories.places[territory] ?? 0;
    const box = boxAt(layout, forest, place);
    const heading = layout.headings[territory] ?? 0;
    const content = { ...box, y: box.y + heading, h: box.h - heading };
    const children = childrenOf(forest, place);
    if (!Object.values(box).every((value) => Number.isSafeInteger(value) && value >= 0))
      faults.push(`${place} is nowhere`);
    const grows = (forest.level[place] ?? 0) <= 24 && children.length > 1;
    if (headingHeight(box.w, box.h, grows) !== heading) faults.push(`the heading of ${place} is ${heading} high`);
    const boxes = children.map((child) => boxAt(layout, forest, child));
    for (const [nth, one] of boxes.entries()) {
      if (!isInside(one, content)) faults.push(`${children[nth]} is outside ${place}`);
      // Those of one block of cards are compared with territories alone: they stand in rows and columns.
      for (const [before, other] of boxes.slice(0, nth).entries()) {
        if (isCard(children[before]) && isCard(children[nth]) && children.length > 100) continue;
        if (overlap(one, other)) faults.push(`${children[nth]} and ${children[before]} overlap in ${place}`);
      }
    }
  }
  return faults;

  function isCard(place = 0): boolean {
    return territoryAt(territories, place) < 0;
  }
}

/** What share of the map are cards. */
export function coverage({ widths, heights }: MapLayout, { people, size }: Forest): number {
  const cards = size.subarray(1, people + 1).reduce((count, one) => count + (one === 1 ? 1 : 0), 0);
  return (cards * 200 * 40) / ((widths[0] ?? 0) * (heights[0] ?? 0));
}
