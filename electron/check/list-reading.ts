/** One list that is being read: its parts come one by one, so that it can be told how far it is, and be given up. */
import { createHash } from 'node:crypto';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Whose } from '../pasted/whose.ts';
import type { CheckShape, ListRow } from '../storage/checks-table.ts';
import { usernameHandle } from '../storage/handles-of.ts';
import type { Tables } from '../storage/tables.ts';
import { isWorkbook } from '../workbook/read-workbook.ts';
import { createFindKeyColumn } from './key-column.ts';
import { ListRefused, type ReadList, type ReadPart } from './list-kinds.ts';
import { readListWorkbook, type WorkbookListNeeds } from './list-workbook.ts';
import { readList } from './read-list.ts';
import { createRowReader } from './row-text.ts';
import { textOfBytes } from './text-of-bytes.ts';

/** What a list is read from: a text, or the bytes of a file and what it is called. */
export type ListGiven = { readonly text: string } | { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string };

/** `rows`: the next of them, as JSON. `shape`: once all have come. */
export type ReadMore = {
  readonly rows: string;
  readonly read: number;
  readonly total: number;
  readonly shape: CheckShape | null;
};

export type ListReadingNeeds = {
  readonly tables: Pick<Tables, 'handles' | 'ids'>;
  readonly whose: () => Whose;
};

export type ListReading = {
  /** Fails with `list-too-large`, and `bad-input` (`list`) where there is nothing in it, or no text (`malformed`). */
  readonly begin: (given: ListGiven) => Promise<Outcome<null>>;
  /** Null: nothing is being read. Fails as `begin` does. */
  readonly more: () => Promise<Outcome<ReadMore | null>>;
  readonly giveUp: () => void;
};

type UnderWay = {
  readonly list: ReadList;
  readonly givenSha256: string;
  readonly parts: AsyncIterator<ReadPart> | Iterator<ReadPart>;
  next: ReadPart | null;
  rows: number;
};

const refuse = (reason: 'empty' | 'malformed') => failed({ kind: 'bad-input', where: 'list', reason });

const sha256Of = (given: ListGiven): string =>
  createHash('sha256')
    .update('text' in given ? given.text : given.bytes)
    .digest('hex');

async function listIn(given: ListGiven, needs: WorkbookListNeeds): Promise<Outcome<ReadList>> {
  if ('bytes' in given && isWorkbook(given.bytes, given.name)) return succeeded(readListWorkbook(given.bytes, needs));
  const text = 'text' in given ? given.text : textOfBytes(given.bytes);
  if (text === null) return refuse('malformed');
  return text.trim() === '' ? refuse('empty') : succeeded(await readList(text, needs));
}

function shapeOf({ list: { table, sheet }, rows, givenSha256 }: UnderWay): CheckShape {
  return {
    rows,
    table: table === null ? null : { columns: [...table.columns], key: table.key },
    givenSha256,
    ...(sheet ? { sheet: { name: sheet.name, others: [...sheet.others] } } : {}),
  };
}

export function createListReading({ tables: { handles, ids }, whose }: ListReadingNeeds): ListReading {
  let underWay: UnderWay | null = null;
  /** Grows with each list that is begun or given up. */
  let begun = 0;

  const guarded = async <T>(nth: number, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    try {
      return await work();
    } catch (error) {
      // Another list may have been begun in between.
      if (nth === begun) underWay = null;
      if (error instanceof ListRefused) return failed(error.failure);
      throw error;
    }
  };
  const nextOf = async ({ parts }: UnderWay): Promise<ReadPart | null> => {
    const next = await parts.next();
    return next.done === true ? null : next.value;
  };

  return {
    begin: (given) => {
      begun += 1;
      const nth = begun;
      return guarded(nth, async () => {
        const givenSha256 = sha256Of(given);
        const reader = createRowReader(whose());
        const keyColumnOf = createFindKeyColumn({
          reader,
          isCertain: (item) => item.kind !== 'id' || /\D/.test(item.id) || ids.find(item.id) !== null,
          isUsername: (one) => handles.ownersOf(usernameHandle(one), 1).length > 0,
        });
        const list = await listIn(given, { reader, keyColumnOf, isGivenUp: () => nth !== begun });
        if (!list.ok) return list;
        if (nth !== begun) return succeeded(null);
        const { parts } = list.value;
        underWay = {
          list: list.value,
          givenSha256,
          parts: Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator](),
          next: null,
          rows: 0,
        };
        underWay.next = await nextOf(underWay);
        return succeeded(null);
      });
    },
    more: () =>
      guarded(begun, async () => {
        const now = underWay;
        if (now === null || now.next === null) return succeeded(null);
        const { rows, read, total } = now.next;
        now.rows += rows.length;
        now.next = await nextOf(now);
        // It was given up in between.
        if (underWay !== now) return succeeded(null);
        const isLast = now.next === null;
        if (isLast) underWay = null;
        const shape = isLast ? shapeOf(now) : null;
        return succeeded({ rows: JSON.stringify(rows satisfies readonly ListRow[]), read, total, shape });
      }),
    giveUp: () => {
      begun += 1;
      underWay = null;
    },
  };
}
