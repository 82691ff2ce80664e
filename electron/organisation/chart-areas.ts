/**
 * How much room the people below each manager take: blocks side by side, in rows. A block is a person with what is below
 * them, or a column. Measured from the last of those shown to the first, so that people are measured before their manager.
 */
import type { Shown } from './chart-shown.ts';
import { button, card, centreCard, drop, fold, gap, inset, mostInColumn, rowGap, stem, stub } from './chart-sizes.ts';
import type { Forest } from './forest.ts';

/** People and columns side by side: the centre's, and those of others, where they are no more than fit. */
const leastWidth = { centre: 12 * (stub + card.w + gap.across), others: 3 * (stub + card.w + gap.across) } as const;
/** More of them stand in rows, which together are so many times as wide as high. */
const wide = 1.8;

type Size = { readonly w: number; readonly h: number };

/** People `[first, first + count)` of those shown: one joined from above, or a column. */
export type Block = Size & {
  readonly isColumn: boolean;
  readonly first: number;
  readonly count: number;
  /** Under its last card stands a button for those left out. */
  readonly hasMore: boolean;
};
export type Row = { readonly blocks: readonly Block[]; readonly w: number; readonly h: number };
/** Everything below one manager, from the line that joins the first row down. */
export type Area = Size & {
  readonly rows: readonly Row[];
  /** One column alone, whose own line comes down from the card above. */
  readonly isLine: boolean;
};

export type Areas = {
  /** By the numbers of those shown; null: nothing is shown below. */
  readonly areas: readonly (Area | null)[];
  /** Cards with what is below them. */
  readonly sizes: readonly Size[];
};

export function measureAreas({ size }: Pick<Forest, 'size'>, all: readonly Shown[], heads: number): Areas {
  const areas: (Area | null)[] = all.map(() => null);
  const sizes: Size[] = all.map(() => card);
  const leads = (number: number): boolean => (size[all[number]?.place ?? 0] ?? 1) > 1;
  const sizeOf = (number: number): Size => sizes[number] ?? card;
  const column = (first: number, count: number, hasMore: boolean): Block => {
    let w = 0;
    let h = hasMore ? button.h : -gap.down;
    for (let number = first; number < first + count; number += 1) {
      w = Math.max(w, sizeOf(number).w);
      h += sizeOf(number).h + gap.down;
    }
    return { isColumn: true, first, count, hasMore, w: stub + Math.max(w, hasMore ? button.w : 0), h };
  };

  for (let number = all.length - 1; number >= 0; number -= 1) {
    const one = all[number];
    if (one === undefined) continue;
    const own = number === 0 ? centreCard : card;
    const ownH = own.h + (leads(number) ? fold.h : 0);
    if (one.count > 0 || one.left > 0) {
      const blocks = blocksOf(one, leads, sizeOf, column);
      const isLine = number >= heads && blocks.length === 1 && blocks[0]?.isColumn === true;
      areas[number] = areaOf(blocks, isLine, number === 0 && !one.isWhole ? leastWidth.centre : leastWidth.others);
    }
    const area = areas[number] ?? null;
    sizes[number] =
      area === null ? { w: own.w, h: ownH } : { w: Math.max(own.w, inset + area.w), h: ownH + stem + area.h };
  }
  return { areas, sizes };
}

function blocksOf(
  { first, count, left, isColumn }: Shown,
  leads: (number: number) => boolean,
  sizeOf: (number: number) => Size,
  column: (first: number, count: number, hasMore: boolean) => Block,
): Block[] {
  const blocks: Block[] = [];
  const end = first + count;
  let at = first;
  for (; at < end && leads(at) && !isColumn; at += 1) {
    blocks.push({ isColumn: false, first: at, count: 1, hasMore: false, ...sizeOf(at) });
  }
  for (; at < end; at += mostInColumn) {
    blocks.push(column(at, Math.min(mostInColumn, end - at), left > 0 && at + mostInColumn >= end));
  }
  if (left > 0 && blocks.at(-1)?.hasMore !== true) blocks.push(column(end, 0, true));
  return blocks;
}

/** `least`: rows may be as wide, whatever stands in them. */
function areaOf(blocks: readonly Block[], isLine: boolean, least: number): Area {
  const wanted = Math.max(least, Math.sqrt(wide * blocks.reduce((sum, { w, h }) => sum + w * h, 0)));
  const rows: Row[] = [];
  let row: Block[] = [];
  let w = 0;
  const end = (): void => {
    rows.push({ blocks: row, w: w - gap.across, h: row.reduce((most, { h }) => Math.max(most, h), 0) });
    row = [];
    w = 0;
  };
  for (const block of blocks) {
    if (row.length > 0 && w + block.w > wanted) end();
    row.push(block);
    w += block.w + gap.across;
  }
  end();
  const indent = isLine ? 0 : stub;
  return {
    rows,
    isLine,
    w: indent + rows.reduce((most, one) => Math.max(most, one.w), 0),
    h: rows.reduce((sum, { h }) => sum + drop + h + rowGap, -rowGap),
  };
}
