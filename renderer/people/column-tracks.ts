/** How wide the columns are: shares of the room there is, or what a person chose. Pure. */
import { columnWidth } from '../../contract/people-view.ts';
import type { ColumnWidths, TableColumn } from '../../contract/table.ts';
import { tableColumns } from './columns.tsx';

/** Pixels of the column of checkboxes. */
export const checkWidth = 40;

type Tracks = {
  /** `grid-template-columns` of every row. */
  readonly tracks: string;
  /** The width in pixels below which the table scrolls sideways. */
  readonly least: number;
  /** How much of that stays in sight then, at its start. */
  readonly kept: number;
};

type Part = {
  readonly least: number;
  /** 0: always as wide as `least`. */
  readonly share: number;
};

/** `isTight`: the filter's own column stands in place of the status. */
export function columnTracks(columns: readonly TableColumn[], isTight: boolean, widths: ColumnWidths = {}): Tracks {
  const parts = columns.map((column) => partOf(column, isTight, widths));
  return {
    tracks: [
      `${checkWidth}px`,
      // Shares that are less than 1fr together would leave room over.
      ...parts.map(({ least, share }) =>
        share === 0 ? `${least}px` : `minmax(${least}px, ${Math.round(share * 100)}fr)`,
      ),
    ].join(' '),
    least: parts.reduce((sum, { least }) => sum + least, checkWidth),
    kept: checkWidth + (parts[0]?.least ?? 0),
  };
}

function partOf(column: TableColumn, isTight: boolean, widths: ColumnWidths): Part {
  const chosen = widths[column];
  if (typeof chosen === 'number') return { least: chosen, share: 0 };
  const { least, tight = least, share } = tableColumns[column];
  return { least: isTight ? tight : least, share: chosen?.share ?? share };
}

export type Resizing = {
  readonly widths: ColumnWidths;
  readonly columns: readonly TableColumn[];
  readonly isTight: boolean;
  /** How wide each column is on screen. */
  readonly onScreen: readonly number[];
};

/**
 * The widths with the column `at` as wide as asked, in pixels. Of the others, those before it stay as they are on screen, so that
 * its edge is where it is dragged to; those after it share the rest. They keep these proportions, not their pixels: in a window of
 * another width they are wider or narrower with it.
 */
export function resized({ widths, columns, isTight, onScreen }: Resizing, at: number, width: number): ColumnWidths {
  const resizedColumn = columns[at];
  if (resizedColumn === undefined) return widths;
  const wide = Math.round(Math.min(columnWidth.most, Math.max(columnWidth.least, width)));
  const others = columns
    .map((column, nth) => ({ column, nth, now: onScreen[nth] ?? 0, ...partOf(column, isTight, widths) }))
    .filter(({ nth, share }) => nth !== at && share > 0);
  const after = others.filter(({ nth }) => nth > at);
  const room = after.reduce((sum, { now }) => sum + now, 0) + (onScreen[at] ?? 0) - wide;
  const made = [...others.filter(({ nth }) => nth < at).map(({ now }) => now), ...shared(after, room)];
  // On the scale of the shares that columns are made with, which may stand beside these.
  const scale = others.reduce((sum, { share }) => sum + share, 0) / made.reduce((sum, one) => sum + one, 0);
  const shares = others.map(({ column }, nth) => [column, { share: rounded((made[nth] ?? 0) * scale) }]);
  return { ...widths, ...Object.fromEntries(shares), [resizedColumn]: wide };
}

/** How a room is shared out: to nobody less than their least. */
function shared(parts: readonly Part[], room: number): number[] {
  const short = new Set<Part>();
  for (;;) {
    const left = parts.reduce((sum, part) => sum - (short.has(part) ? part.least : 0), room);
    const shares = parts.reduce((sum, part) => sum + (short.has(part) ? 0 : part.share), 0);
    const widthOf = (part: Part) => (short.has(part) ? part.least : (left * part.share) / shares);
    const next = parts.find((part) => !short.has(part) && widthOf(part) < part.least);
    if (next === undefined) return parts.map(widthOf);
    short.add(next);
  }
}

const rounded = (share: number): number => Math.max(0.01, Math.round(share * 1000) / 1000);
