/** The formats of a workbook's cells, by the number of their style. */
import { builtInFormat, type CellFormat, formatOf } from './number-format.ts';
import type { PackedPart } from './packed-parts.ts';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.ts';

/** Excel makes no more than 65,490. */
const mostStyles = 100_000;

export async function readStyles(part: PackedPart): Promise<readonly CellFormat[]> {
  const codes = new Map<number, CellFormat>();
  const formats: CellFormat[] = [];
  let isInCells = false;
  await readXml(part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCells = true;
      else if (name === 'numFmt') {
        const { numFmtId: id, formatCode = '' } = attributes();
        codes.set(Number(id), formatOf(formatCode));
      } else if (name === 'xf' && isInCells) {
        const id = Number(attributes().numFmtId ?? 0);
        formats.push(codes.get(id) ?? builtInFormat(id));
      }
      if (codes.size > mostStyles || formats.length > mostStyles) throw new Unreadable('too-large-inside');
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}
