/** The rows of one sheet, each cell as text. */
import { type Epoch, numberText } from './cell-text.ts';
import { withUnits } from './escaped-units.ts';
import { type CellFormat, plainNumber } from './number-format.ts';
import type { PackedPart } from './packed-parts.ts';
import { createTextGatherer, type TextBounds } from './shared-strings.ts';
import { Unreadable } from './unreadable.ts';
import { type Attributes, readXml } from './xml.ts';

/** `row`: from 1, as the sheet numbers it. `cells`: up to the last that holds something. Rows that hold nothing are not told. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] };

export type SheetNeeds = {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly epoch: Epoch;
  /** Of the rows: all cells, the empty ones in front of others among them, and all their texts. */
  readonly most: TextBounds;
  readonly row: (row: SheetRow) => void;
  readonly unpacked: (bytes: number) => void;
};

/** What a sheet of the format can hold (XFD1048576). */
export const mostColumns = 16_384;
export const mostSheetRows = 1_048_576;

/** Rejects with `Unreadable`, and with what `row` throws. */
export async function readSheet(
  part: PackedPart,
  { strings, formats, epoch, most, row, unpacked }: SheetNeeds,
): Promise<void> {
  const inline = createTextGatherer();
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let cell: Attributes = {};
  /** What of a cell is being read. `value` is the last one that was calculated; the formula itself is left out. */
  let reading: 'value' | 'inline' | null = null;
  let value = '';
  /** Units of this cell that were read. */
  let length = 0;
  let count = 0;
  let units = 0;

  const beginRow = ({ r }: Attributes): void => {
    const next = r === undefined ? number + 1 : Number(r);
    if (!Number.isInteger(next) || next <= number || next > mostSheetRows) throw new Unreadable('damaged');
    number = next;
    cells = [];
    column = -1;
  };
  const beginCell = (attributes: Attributes): void => {
    column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
    if (column < 0 || column >= mostColumns) throw new Unreadable('damaged');
    cell = attributes;
    value = '';
    length = 0;
  };
  const textOf = ({ t: type, s: style }: Attributes, written: string): string => {
    if (written === '') return '';
    if (type === 's') {
      const text = strings[Number(written)];
      if (text === undefined) throw new Unreadable('damaged');
      return text;
    }
    if (type === 'inlineStr') return written;
    if (type === 'str') return withUnits(written);
    if (type === 'b') return written.trim() === '1' ? 'TRUE' : 'FALSE';
    if (type === 'e' || type === 'd') return written;
    return numberText(written, formats[Number(style ?? 0)] ?? plainNumber, epoch);
  };
  const endCell = (): void => {
    const text = textOf(cell, value);
    if (text === '') return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
    units += text.length;
    if (units > most.units) throw new Unreadable('too-large-inside');
  };
  const endRow = (): void => {
    if (cells.length === 0) return;
    count += cells.length;
    if (count > most.count) throw new Unreadable('too-large-inside');
    row({ row: number, cells });
  };

  await readXml(
    part,
    {
      open: (name, attributes) => {
        if (reading === 'inline') inline.open(name);
        else if (name === 'c') beginCell(attributes());
        else if (name === 'v') reading = 'value';
        else if (name === 'row') beginRow(attributes());
        else if (name === 'is') {
          reading = 'inline';
          inline.begin();
        }
      },
      close: (name) => {
        if (name === 'c') endCell();
        else if (name === 'v') reading = null;
        else if (name === 'row') endRow();
        else if (name === 'is') {
          reading = null;
          value = inline.whole();
        } else if (reading === 'inline') inline.close(name);
      },
      text: (text) => {
        if (reading === null) return;
        length += text.length;
        if (length > most.units) throw new Unreadable('too-large-inside');
        if (reading === 'inline') inline.text(text);
        else value += text;
      },
    },
    { unpacked },
  );
}

/** From 0: `A1` is in 0, `AB7` in 27. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(place)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
