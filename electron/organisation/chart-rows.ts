/** The lines and buttons of what is below one manager, and the spots of the cards in it. */
import type { ChartPart } from '../../contract/organisation-items.ts';
import { countOf } from '../../contract/organisation-items.ts';
import type { Area, Areas, Row } from './chart-areas.ts';
import { button, card, drop, gap, rowGap, stub } from './chart-sizes.ts';
import type { ChartWriter } from './chart-writer.ts';

export type Spot = { readonly x: number; readonly y: number; readonly part: ChartPart };

type Point = { readonly x: number; readonly y: number };

export type AreaPlace = {
  readonly key: number;
  readonly left: number;
  readonly area: Area;
  /** Where the line left of all rows stands, and the height of the line that joins the first row. */
  readonly at: Point;
  /** Where the line from the manager's card begins. */
  readonly from: Point;
};

type RowsNeeds = {
  readonly writer: ChartWriter;
  readonly sizes: Areas['sizes'];
  /** By the numbers of those shown: written here. */
  readonly spots: Spot[];
};

export function putArea(needs: RowsNeeds, { key, left, area, at, from }: AreaPlace): void {
  const { writer } = needs;
  let { y } = at;
  if (area.isLine) {
    for (const row of area.rows) putRow(needs, { key, left, row, x: at.x, y, lineY: from.y });
    return;
  }
  let last = y;
  for (const row of area.rows) {
    const anchors = putRow(needs, { key, left, row, x: at.x + stub, y, lineY: y });
    if (anchors.length > 0) {
      if (row === area.rows[0]) anchors.push(from.x);
      if (area.rows.length > 1) anchors.push(at.x);
      writer.line(key, Math.min(...anchors), y, Math.max(...anchors), y);
      last = y;
    }
    y += drop + row.h + rowGap;
  }
  writer.line(key, from.x, from.y, from.x, at.y);
  writer.line(key, at.x, at.y, at.x, last);
}

type RowPlace = Pick<AreaPlace, 'key' | 'left'> & {
  readonly row: Row;
  readonly x: number;
  /** Of the line above. */
  readonly y: number;
  /** Where the lines of columns begin. */
  readonly lineY: number;
};

/** Answers where the line above has to reach. */
function putRow({ writer, sizes, spots }: RowsNeeds, { key, left, row, x, y, lineY }: RowPlace): number[] {
  const anchors: number[] = [];
  let blockX = x;
  for (const { isColumn, first, count, hasMore, w } of row.blocks) {
    const cardX = isColumn ? blockX + stub : blockX;
    let cardY = y + drop;
    let lastMid = cardY;
    for (let number = first; number < first + count; number += 1) {
      spots[number] = { x: cardX, y: cardY, part: isColumn ? 'column' : 'below' };
      lastMid = cardY + card.h / 2;
      cardY += (sizes[number]?.h ?? card.h) + gap.down;
    }
    if (hasMore) writer.put('more', key, countOf(left), { x: cardX, y: cardY, ...button });
    if (count > 0) {
      anchors.push(isColumn ? blockX : blockX + card.w / 2);
      if (isColumn) writer.line(key, blockX, lineY, blockX, lastMid);
    }
    blockX += w + gap.across;
  }
  return anchors;
}
