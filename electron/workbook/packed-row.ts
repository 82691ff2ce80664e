/**
 * What is held of a workbook while all of it is read: texts that keep nothing else in memory. A text that was cut out of another, as each
 * that a parser gives, keeps all of that other one, and so a workbook's texts would keep all its XML.
 */
import type { SheetRow } from './sheet.ts';

/** The cells as one text, parted again each time they are asked for. */
export class PackedRow implements SheetRow {
  readonly row: number;
  readonly #cells: string;
  constructor(row: number, cells: readonly string[]) {
    this.row = row;
    this.#cells = JSON.stringify(cells);
  }
  get cells(): readonly string[] {
    return JSON.parse(this.#cells);
  }
}

/** The same texts, each by itself. Several at once, since each call takes longer than a text. */
export function copied(texts: readonly string[]): readonly string[] {
  return JSON.parse(JSON.stringify(texts));
}
