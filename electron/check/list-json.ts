/**
 * Reads a list that is JSON: an array of texts, or of objects, which is a table. The array may stand in an object, as in the reply of
 * a list. Numbers stay as they are written: an id of twenty digits is one.
 */
import { mostCheckedLines } from '../../contract/bounds.ts';
import { parseWrittenJson, WrittenNumber } from '../reading/written-json.ts';
import { inParts, type RowRead } from './in-parts.ts';
import type { FindKeyColumn } from './key-column.ts';
import { isTableSize, ListRefused, ListTooLarge, type ReadList } from './list-kinds.ts';

/** Objects by which the column is told that is looked up. */
const sampled = 200;
const deepest = 3;
const ofOthers = 'value';

/** Null: the text is no JSON, or holds no list. Throws `ListRefused`. */
export function readListJson(text: string, keyColumnOf: FindKeyColumn): ReadList | null {
  const array = arrayIn(text);
  if (array === null || array.length === 0) return null;
  if (array.length > mostCheckedLines) throw new ListTooLarge({ lines: array.length });
  if (!array.some(isObject)) {
    const rows = array.map((value, nth): RowRead => ({ row: [nth + 1, 0, textOf(value)], read: nth + 1 }));
    return { table: null, parts: inParts(rows, array.length) };
  }
  const places = new Map<string, number>();
  const fieldsOf = (value: unknown): readonly (readonly [string, string])[] =>
    isObject(value) ? [...flat(value)] : [[ofOthers, textOf(value)]];
  for (const value of array) {
    for (const [name] of fieldsOf(value)) {
      if (!places.has(name)) places.set(name, places.size);
    }
    if (!isTableSize(places.size, array.length)) throw new ListRefused({ kind: 'list-too-heavy' });
  }
  const cellsOf = (value: unknown): string[] => {
    const cells: string[] = [];
    for (const [name, text] of fieldsOf(value)) {
      const place = places.get(name) ?? 0;
      while (cells.length < place) cells.push('');
      cells[place] = text;
    }
    return cells;
  };
  const columns = [...places.keys()];
  const key = keyColumnOf(columns, array.slice(0, sampled).map(cellsOf)) ?? 0;
  function* rows(some: readonly unknown[]): Generator<RowRead> {
    for (const [nth, value] of some.entries()) yield { row: [nth + 1, 0, cellsOf(value)], read: nth + 1 };
  }
  return { table: { columns, key }, parts: inParts(rows(array), array.length) };
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

function arrayIn(text: string): readonly unknown[] | null {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed) || !/[\]}]$/.test(trimmed)) return null;
  try {
    const parsed = parseWrittenJson(trimmed);
    if (Array.isArray(parsed)) return parsed;
    if (!isObject(parsed)) return null;
    return Object.values(parsed).find((value) => Array.isArray(value)) ?? null;
  } catch {
    return null;
  }
}

/** `{ email: { address } }` is the column `email.address`. */
function* flat(fields: Fields, before = '', depth = 1): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(fields)) {
    if (isObject(value) && depth < deepest) yield* flat(value, `${before}${name}.`, depth + 1);
    else yield [before + name, textOf(value)];
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (value instanceof WrittenNumber) return value.text;
  return JSON.stringify(value, (_key, inner) => (inner instanceof WrittenNumber ? inner.text : inner));
}
