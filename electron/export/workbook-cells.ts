/** What stands in the cells of a workbook: text as text, and what Rolodesk itself says as what it is. */
import type { WrittenCell } from '../workbook/write-workbook.ts';
import type { Cell } from './cells.ts';

/** As `isoTime` writes it. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const count = /^\d{1,15}$/;

export function workbookCell(cell: Cell): WrittenCell {
  if (typeof cell === 'string') return cell;
  const { verbatim } = cell;
  if (moment.test(verbatim)) return { moment: Date.parse(verbatim) };
  return count.test(verbatim) ? { number: Number(verbatim) } : verbatim;
}
