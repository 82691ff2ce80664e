/** In which columns of a table ids of people stand. */
import { bareItem } from './bare-item.ts';
import type { TableShape } from './table-shape.ts';

/** `hasId`: whether a cell holds an id. Empty: no column does. */
export function idColumnsOf(shape: TableShape, hasId: (cell: string) => boolean, isSure: boolean): number[] {
  if (shape.named.length > 0) return [...shape.named];
  const columns = Array.from({ length: shape.cells }, (_, nth) => {
    const cells = shape.rows.map((row) => row[nth] ?? '').filter((cell) => cell.trim() !== '');
    return { nth, cells, found: cells.filter(hasId).length };
  });
  const most = Math.max(...columns.map(({ found }) => found));
  if (most === 0) return [];
  if (isSure) return columns.filter(({ found }) => found > 0).map(({ nth }) => nth);
  // What only may be an id: the column that looks most like one, and others just like it.
  const likely = columns.filter(({ cells, found }) => found * 2 >= cells.length && !isCounting(cells));
  const [best] = likely.toSorted((one, other) => lengthIn(other.cells) - lengthIn(one.cells) || one.nth - other.nth);
  if (best === undefined) return [];
  const outline = outlineOf(best.cells);
  return likely.filter(({ cells }) => outlineOf(cells) === outline).map(({ nth }) => nth);
}

/** 1, 2, 3: the numbers of the rows. */
function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(bareItem(cell)));
  const [first = 0] = numbers;
  return first <= 1 && numbers.length > 1 && numbers.every((number, nth) => number === first + nth);
}

function lengthIn(cells: readonly string[]): number {
  const lengths = cells.map((cell) => bareItem(cell).length).toSorted((one, other) => one - other);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

function outlineOf(cells: readonly string[]): string {
  const shapes = cells.map((cell) =>
    bareItem(cell)
      .replace(/[A-Za-z]+/g, 'a')
      .replace(/\d+/g, (run) => `${run.length}`),
  );
  return shapes[0] ?? '';
}
