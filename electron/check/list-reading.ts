/** One list that is being read: its parts come one by one, so that it can be told how far it is, and be given up. */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Whose } from '../pasted/whose.ts';
import type { CheckShape, ListRow } from '../storage/checks-table.ts';
import { usernameHandle } from '../storage/handles-of.ts';
import type { Tables } from '../storage/tables.ts';
import { createFindKeyColumn } from './key-column.ts';
import { type ListTable, ListTooLarge, type ReadPart } from './list-kinds.ts';
import { readList } from './read-list.ts';
import { createRowReader } from './row-text.ts';
import { textOfBytes } from './text-of-bytes.ts';

/** What is to be read: a text, or the bytes of a file. */
export type ListGiven = { readonly text: string } | { readonly bytes: Uint8Array<ArrayBuffer> };

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
  readonly table: ListTable | null;
  readonly parts: AsyncIterator<ReadPart> | Iterator<ReadPart>;
  next: ReadPart | null;
  rows: number;
};

const refuse = (reason: 'empty' | 'malformed') => failed({ kind: 'bad-input', where: 'list', reason });

export function createListReading({ tables: { handles, ids }, whose }: ListReadingNeeds): ListReading {
  let underWay: UnderWay | null = null;

  const guarded = async <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    try {
      return await work();
    } catch (error) {
      underWay = null;
      if (error instanceof ListTooLarge) return failed(error.failure);
      throw error;
    }
  };
  const nextOf = async ({ parts }: UnderWay): Promise<ReadPart | null> => {
    const next = await parts.next();
    return next.done === true ? null : next.value;
  };

  return {
    begin: (given) =>
      guarded(async () => {
        const text = 'text' in given ? given.text : textOfBytes(given.bytes);
        if (text === null) return refuse('malformed');
        if (text.trim() === '') return refuse('empty');
        const reader = createRowReader(whose());
        const keyColumnOf = createFindKeyColumn({
          reader,
          isCertain: (item) => item.kind !== 'id' || /\D/.test(item.id) || ids.find(item.id) !== null,
          isUsername: (one) => handles.ownersOf(usernameHandle(one), 1).length > 0,
        });
        const { table, parts } = await readList(text, { reader, keyColumnOf });
        underWay = {
          table,
          parts: Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator](),
          next: null,
          rows: 0,
        };
        underWay.next = await nextOf(underWay);
        return succeeded(null);
      }),
    more: () =>
      guarded(async () => {
        const now = underWay;
        if (now === null || now.next === null) return succeeded(null);
        const { rows, read, total } = now.next;
        now.rows += rows.length;
        now.next = await nextOf(now);
        // It was given up in between.
        if (underWay !== now) return succeeded(null);
        const isLast = now.next === null;
        if (isLast) underWay = null;
        const { table } = now;
        const shape = isLast
          ? { rows: now.rows, table: table === null ? null : { columns: [...table.columns], key: table.key } }
          : null;
        return succeeded({ rows: JSON.stringify(rows satisfies readonly ListRow[]), read, total, shape });
      }),
    giveUp: () => {
      underWay = null;
    },
  };
}
