/** Gathers the rows of a list in parts of a length that is stored and read at once. */
import { mostCheckedLines } from '../../contract/bounds.ts';
import type { ListRow } from '../storage/checks-table.ts';
import { ListTooLarge, longestInPart, type ReadPart, rowsInPart } from './list-kinds.ts';

/** A row, and how far the text has been read behind it. */
export type RowRead = { readonly row: ListRow; readonly read: number };

const lengthOf = ([, , given]: ListRow): number =>
  typeof given === 'string' ? given.length : given.reduce((sum, cell) => sum + cell.length + 3, 0);

export type Gathering = {
  /** Takes a row; gives the part that is full with it, or null. Throws `ListTooLarge`. */
  readonly add: (one: RowRead) => ReadPart | null;
  /** The rows that are left. */
  readonly last: () => ReadPart;
};

export function createGathering(total: number): Gathering {
  let rows: ListRow[] = [];
  let length = 0;
  let count = 0;
  const take = (read: number): ReadPart => {
    const part = { rows, read, total };
    rows = [];
    length = 0;
    return part;
  };
  return {
    add: ({ row, read }) => {
      count += 1;
      if (count > mostCheckedLines) throw new ListTooLarge({ lines: count });
      rows.push(row);
      length += lengthOf(row);
      return rows.length >= rowsInPart || length >= longestInPart ? take(read) : null;
    },
    last: () => take(total),
  };
}

export function* inParts(rows: Iterable<RowRead>, total: number): Generator<ReadPart> {
  const gathering = createGathering(total);
  for (const one of rows) {
    const part = gathering.add(one);
    if (part !== null) yield part;
  }
  yield gathering.last();
}
