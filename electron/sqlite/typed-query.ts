/**
 * Rows are parsed where they leave the database: a query says what each of its columns holds, and each value is looked at
 * once. The checks are by hand, since a schema library takes longer for a row than SQLite does. Tables are STRICT, so a row
 * that does not fit is a mistake in the query, or damage that SQLite did not see.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Sha256, UserId } from '../../contract/ids.ts';

/** What a column holds, in words for the error, and whether a value is of that kind. */
export type Column<T extends SQLOutputValue = SQLOutputValue> = {
  readonly holds: string;
  readonly fits: (value: SQLOutputValue) => value is T;
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

const kindOf = <T extends SQLOutputValue>(holds: string, fits: Column<T>['fits']): Column<T> => ({ holds, fits });

export const number = kindOf('a number', (value): value is number => typeof value === 'number');
export const text = kindOf('text', (value): value is string => typeof value === 'string');
/** What was parsed before it was stored: only that it is text is looked at again. */
export const userId = kindOf('an id', (value): value is UserId => typeof value === 'string');
export const sha256 = kindOf('a hash', (value): value is Sha256 => typeof value === 'string');

export const orNull = <T extends SQLOutputValue>({ holds, fits }: Column<T>): Column<T | null> =>
  kindOf(`${holds} or NULL`, (value): value is T | null => value === null || fits(value));

export const oneOf = <const T extends string>(...words: readonly T[]): Column<T> =>
  kindOf(words.join(' or '), (value): value is T => (words as readonly SQLOutputValue[]).includes(value));

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

  const parse = (row: unknown): RowOf<C> => {
    const values = row as Readonly<Record<string | number, SQLOutputValue>>;
    // By number: the loop is a quarter of what it is over entries.
    for (let nth = 0; nth < kinds.length; nth += 1) {
      const place = places[nth] ?? '';
      const value = values[place];
      if (value === undefined || kinds[nth]?.fits(value) !== true)
        throw new UnfitRow(`column ${place} is not ${kinds[nth]?.holds}: ${sql}`);
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
