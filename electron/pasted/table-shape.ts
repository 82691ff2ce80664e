/** Tells a table from lines: what parts its cells, which row is its heading, and in which columns ids stand. */
import { isIdHeading, isNumberHeading, isRule } from './headings.ts';
import { cellSeparators, partsOf } from './separators.ts';

export type TableShape = {
  readonly separator: string;
  readonly cells: number;
  /** Its heading names a column of ids. */
  readonly named: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** The first row is a heading. */
  readonly hasHeading: boolean;
};

const agreeing = 0.8;

export function cellsOf(line: string, separator: string): string[] {
  if (separator !== '|') return partsOf(line, separator);
  // Wikis double the lines of a heading.
  const cells = partsOf(line.trimStart().startsWith('||') ? line.replaceAll('||', '|') : line, separator);
  // Markdown draws the outer lines too.
  const isOuter = (nth: number) => cells.length > 2 && cells.at(nth)?.trim() === '';
  return cells.slice(isOuter(0) ? 1 : 0, isOuter(-1) ? -1 : undefined);
}

/** `sample`: the first lines of a text. `isItem`: whether a cell is an id. Null: it is no table. */
export function tableShapeOf(sample: readonly string[], isItem: (cell: string) => boolean): TableShape | null {
  const lines = sample.filter((line) => !isRule(line));
  if (lines.length < 2) return null;
  for (const separator of cellSeparators) {
    const within = withoutEnds(lines, separator);
    const all = within.map((line) => cellsOf(line, separator));
    const cells = mostFrequent(all.map(({ length }) => length));
    const rows = all.filter(({ length }) => length === cells);
    if (cells < 2 || rows.length < 2 || rows.length < within.length * agreeing) continue;
    const [head = []] = rows;
    const headed = (isOne: (cell: string) => boolean) => head.flatMap((cell, nth) => (isOne(cell) ? [nth] : []));
    const named = head.some(isIdHeading) ? headed(isIdHeading) : headed(isNumberHeading);
    const hasHeading = named.length > 0 || !head.some(isItem);
    return { separator, cells, named, rows: hasHeading ? rows.slice(1) : rows, hasHeading };
  }
  return null;
}

/** Without titles above a table, and without what counts its rows below. */
function withoutEnds(lines: readonly string[], separator: string): readonly string[] {
  const isRow = (line: string) => line.includes(separator);
  return lines.slice(lines.findIndex(isRow), lines.findLastIndex(isRow) + 1);
}

function mostFrequent(numbers: readonly number[]): number {
  const times = new Map<number, number>();
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}
