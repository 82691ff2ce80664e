/**
 * Rows are parsed where they leave the database: a query says what each of its columns holds, and each value is looked at
 * once. The checks are by hand, since a schema library takes longer for a row than SQLite does. Tables are STRICT, so a row
 * that does not fit is a mistake in the query, or damage that SQLite did not see.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Sha256, UserId } from '../../contract/ids.ts';

/** What a column holds: in words for the error, as `typeof` says it, and which texts, where not any. */
export type Column<T extends SQLOutputValue = SQLOutputValue> = {
  readonly holds: string;
  readonly type: 'number' | 'string' | 'object';
  readonly isNullable: boolean;
  readonly words: readonly string[] | null;
  /** For the compiler alone. */
  readonly value?: T;
};

/** The columns of a query: by name for rows that are objects, in order for rows that are arrays, which come a fifth faster. */
type Columns = readonly Column[] | Readonly<Record<string, Column>>;

type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** Each throws SQLite's errors, and `UnfitRow`. */
export type Query<R> = {
  readonly get: (...values: SQLInputValue[]) => R | undefined;
  /** The row of a query that always has one. */
  readonly one: (...values: SQLInputValue[]) => R;
  readonly all: (...values: SQLInputValue[]) => R[];
  readonly iterate: (...values: SQLInputValue[]) => Generator<R, void>;
};

/** A row is not as its query says. The message names the column and never what stands in it. */
export class UnfitRow extends Error {
  override readonly name = 'UnfitRow';
}

const columnOf = <T extends SQLOutputValue>(holds: string, type: Column['type']): Column<T> => ({
  holds,
  type,
  isNullable: false,
  words: null,
});

export const number = columnOf<number>('a number', 'number');
export const text = columnOf<string>('text', 'string');
/** Node gives a BLOB as an array of its own. */
export const bytes = columnOf<Uint8Array<ArrayBuffer>>('bytes', 'object');
/** What was parsed before it was stored: only that it is text is looked at again. */
export const userId = columnOf<UserId>('an id', 'string');
export const sha256 = columnOf<Sha256>('a hash', 'string');

export const orNull = <T extends SQLOutputValue>({ holds, type, words }: Column<T>): Column<T | null> => ({
  holds: `${holds} or NULL`,
  type,
  isNullable: true,
  words,
});

export const oneOf = <const T extends string>(...words: readonly T[]): Column<T> => ({
  ...columnOf<T>(words.join(' or '), 'string'),
  words,
});

/** Whether a value is as its column says, where it is not of the column's type or any text will not do. */
function fits(value: SQLOutputValue | undefined, { type, isNullable, words }: Column): boolean {
  if (value === null) return isNullable;
  return typeof value === type && (words === null || (words as readonly unknown[]).includes(value));
}

/** Prepares a statement. Throws SQLite's error, and `UnfitRow` where it has other columns. */
export function prepareQuery<const C extends Columns>(
  database: DatabaseSync,
  sql: string,
  columns: C,
): Query<RowOf<C>> {
  const statement = database.prepare(sql);
  const isByOrder = Array.isArray(columns);
  const places = isByOrder ? [...columns.keys()] : Object.keys(columns);
  const kinds: readonly Column[] = Object.values(columns);
  const names = statement.columns().map(({ name }) => name);
  if (isByOrder ? names.length !== kinds.length : !places.every((name) => names.includes(String(name))))
    throw new UnfitRow(`the query has the columns ${names.join(', ')}: ${sql}`);
  if (isByOrder) statement.setReturnArrays(true);

  const types = kinds.map(({ type, words }) => (words === null ? type : null));
  const check = (value: SQLOutputValue | undefined, nth: number) => {
    const kind = kinds[nth];
    if (kind === undefined || !fits(value, kind))
      throw new UnfitRow(`column ${places[nth]} is not ${kind?.holds}: ${sql}`);
  };
  // By number, and by `typeof` first: over entries, or with a call for each value, it takes several times as long.
  const parse = (row: unknown): RowOf<C> => {
    const values = row as Readonly<Record<string | number, SQLOutputValue>>;
    for (let nth = 0; nth < places.length; nth += 1) {
      const value = values[places[nth] ?? ''];
      if (typeof value !== types[nth]) check(value, nth);
    }
    return row as RowOf<C>;
  };
  const get = (...values: SQLInputValue[]): RowOf<C> | undefined => {
    const row = statement.get(...values);
    return row === undefined ? undefined : parse(row);
  };
  return {
    get,
    one: (...values) => {
      const row = get(...values);
      if (row === undefined) throw new UnfitRow(`no row: ${sql}`);
      return row;
    },
    all: (...values) => {
      const rows: readonly unknown[] = statement.all(...values);
      for (const row of rows) parse(row);
      return rows as RowOf<C>[];
    },
    *iterate(...values) {
      for (const row of statement.iterate(...values)) yield parse(row);
    },
  };
}
