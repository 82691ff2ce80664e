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

/** `isTight`: the filter's own column stands beside those chosen. */
export function columnTracks(columns: readonly TableColumn[], isTight: boolean, widths: ColumnWidths = {}): Tracks {
  const parts = columns.map((column) => {
    const chosen = widths[column];
    if (chosen !== undefined) return { least: chosen, share: 0 };
    const { least, tight = least, share } = tableColumns[column];
    return { least: isTight ? tight : least, share };
  });
  return {
    tracks: [
      `${checkWidth}px`,
      ...parts.map(({ least, share }) => (share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`)),
    ].join(' '),
    least: parts.reduce((sum, { least }) => sum + least, checkWidth),
    kept: checkWidth + (parts[0]?.least ?? 0),
  };
}

/**
 * The widths with one column of another width. Those before it keep what they have on screen, or its edge would not stay
 * where it is dragged to; those after it share the rest.
 */
export function resized(
  before: ColumnWidths,
  columns: readonly TableColumn[],
  onScreen: readonly number[],
  at: number,
  width: number,
): ColumnWidths {
  const fixed = columns.slice(0, at).map((column, nth) => [column, onScreen[nth] ?? columnWidth.least] as const);
  const column = columns[at];
  if (column === undefined) return before;
  return {
    ...before,
    ...Object.fromEntries([...fixed, [column, width]].map(([one, wide]) => [one, within(Number(wide))])),
  };
}

function within(width: number): number {
  return Math.round(Math.min(columnWidth.most, Math.max(columnWidth.least, width)));
}
