/**
 * Whether two records say the same of a person. What differs from reply to reply without anybody being another is no
 * difference: `updatedAt` wherever it stands, the order of keys, the order of `emails` (the primary has a field of its
 * own) and of `reportees`, how a number is written, and which of the ways to say "not set" was taken. The order of `phones` counts: nothing
 * else tells which comes first. See docs/decisions/what-is-remembered.md.
 */
import { isRecord, type JsonRecord } from '../reading/read-notes.ts';
import { isSameNumber, WrittenNumber } from '../reading/written-json.ts';

/** `identical`: also in what is no difference, but for the order of keys. */
export type Likeness = 'identical' | 'same' | 'different';

/** When somebody last touched a record, be it only to store it again. */
const bookkeeping = 'updatedAt';
const unordered: ReadonlySet<string> = new Set(['emails', 'reportees']);
/** Of objects, each of which is looked for among all others. */
const mostUnordered = 200;

/** Whether a value is one of the ways to say "not set". A number or `false` says something. */
export function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}

export function likenessOf(known: JsonRecord, came: JsonRecord): Likeness {
  let isIdentical = true;

  const isSame = (one: unknown, other: unknown, depth: number): boolean => {
    if (one === other) return true;
    if (isSameNumber(one, other)) {
      isIdentical =
        isIdentical && one instanceof WrittenNumber && other instanceof WrittenNumber && one.text === other.text;
      return true;
    }
    if (typeof one !== 'object' || typeof other !== 'object') return false;
    if (one instanceof WrittenNumber) return false;
    if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other, depth);
    return isRecord(one) && isRecord(other) && isSameRecord(one, other, depth);
  };
  function isSameList(one: readonly unknown[], other: readonly unknown[], depth: number): boolean {
    return one.length === other.length && one.every((entry, at) => isSame(entry, other[at], depth + 1));
  }

  function isSameRecord(one: JsonRecord, other: JsonRecord, depth: number): boolean {
    for (const key in one) {
      if (isSame(one[key], Object.hasOwn(other, key) ? other[key] : undefined, depth + 1)) continue;
      const mayDiffer =
        key === bookkeeping ||
        (saysNothing(one[key]) && saysNothing(other[key])) ||
        (depth === 0 && unordered.has(key) && hasSameEntries(one[key], other[key]));
      if (!mayDiffer) return false;
      isIdentical = false;
    }
    for (const key in other) {
      if (Object.hasOwn(one, key)) continue;
      if (key !== bookkeeping && !saysNothing(other[key])) return false;
      isIdentical = false;
    }
    return true;
  }

  function hasSameEntries(one: unknown, other: unknown): boolean {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    const left: unknown[] = [];
    const texts = new Map<unknown, number>();
    for (const entry of other) {
      if (typeof entry === 'string') texts.set(entry, (texts.get(entry) ?? 0) + 1);
      else left.push(entry);
    }
    if (left.length > mostUnordered) return false;
    return one.every((entry) => {
      if (typeof entry === 'string') {
        const times = texts.get(entry) ?? 0;
        texts.set(entry, times - 1);
        return times > 0;
      }
      const at = left.findIndex((candidate) => isSame(entry, candidate, 2));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  }

  if (!isSameRecord(known, came, 0)) return 'different';
  return isIdentical ? 'identical' : 'same';
}
