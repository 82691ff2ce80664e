export type TableShape = {
  readonly separator: string;
  readonly cells: number;
  /** Its heading names a column of ids. */
  readonly named: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** The first row is a heading. */
  readonly hasHeading: boolean;
};
export declare function cellsOf(line: string, separator: string): string[];
/** `sample`: the first lines of a text. `isItem`: whether a cell is an id. Null: it is no table. */
export declare function tableShapeOf(sample: readonly string[], isItem: (cell: string) => boolean): TableShape | null;
