/** In which columns of a table ids of people stand. */
import { bareItem } from './bare-item.ts';
import type { TableShape } from './table-shape.ts';

export type InCells = {
  /** Whether a cell holds an id. */
  readonly hasId: (cell: string) => boolean;
  /** Whether it holds one that can be nothing else. */
  readonly hasCertainId: (cell: string) => boolean;
};

type Column = { readonly nth: number; readonly cells: readonly string[]; readonly found: number };

/** Empty: no column does. */
export function idColumnsOf(shape: TableShape, { hasId, hasCertainId }: InCells, isSure: boolean): number[] {
  if (shape.named.length > 0) return [...shape.named];
  const columns = Array.from({ length: shape.cells }, (_, nth): Column => {
    const cells = shape.rows.map((row) => row[nth] ?? '').filter((cell) => cell.trim() !== '');
    return { nth, cells, found: cells.filter(hasId).length };
  });
  const most = Math.max(...columns.map(({ found }) => found));
  if (most === 0) return [];
  const likely = columns.filter(({ cells, found }) => found > 0 && (found * 2 >= cells.length || found === most));
  if (isSure) return sureOf(likely, columns, hasCertainId).map(({ nth }) => nth);
  // What only may be an id: the column that looks most like one, and others just like it.
  const mayBe = likely.filter(({ cells, found }) => found * 2 >= cells.length && !isCounting(cells));
  const [best] = mayBe.toSorted((one, other) => lengthIn(other.cells) - lengthIn(one.cells) || one.nth - other.nth);
  if (best === undefined) return [];
  const outline = outlineOf(best.cells);
  return mayBe.filter(({ cells }) => outlineOf(cells) === outline).map(({ nth }) => nth);
}

/**
 * Where ids are of digits, postal codes and amounts look like them. In a table that holds more than ids, a column counts of
 * which most are somebody's; where there is none, the first.
 */
function sureOf(likely: readonly Column[], all: readonly Column[], isCertain: (cell: string) => boolean) {
  if (likely.length === 1 || all.every(({ cells, found }) => found === cells.length)) return likely;
  const certain = likely.filter(({ cells }) => cells.filter(isCertain).length * 2 >= cells.length);
  return certain.length > 0 ? certain : likely.filter(({ cells }) => !isCounting(cells)).slice(0, 1);
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
