/** Reads a list in whichever form it comes: JSON, a table, or lines. Each line of it is a row, in its order. */
import type { FindKeyColumn } from './key-column.ts';
import { readListJson } from './list-json.ts';
import type { ReadList } from './list-kinds.ts';
import { readListLines } from './list-lines.ts';
import { readListTable } from './list-table.ts';
import type { RowReader } from './row-text.ts';

export type ReadListNeeds = { readonly reader: RowReader; readonly keyColumnOf: FindKeyColumn };

/** Throws `ListRefused`, also while the parts are read. */
export async function readList(text: string, needs: ReadListNeeds): Promise<ReadList> {
  const whole = text.startsWith('\ufeff') ? text.slice(1) : text;
  return (
    readListJson(whole, needs.keyColumnOf) ?? (await readListTable(whole, needs)) ?? readListLines(whole, needs.reader)
  );
}
