/**
 * Writes any parsed JSON value as JSON text of bounded length, depth and cost. `JSON.stringify` cannot: it writes a
 * megabyte to show eighty characters of it, and overflows the stack on nesting that `JSON.parse` accepts.
 */

import { firstUnits, thinMarks } from '../../contract/bounded-text.ts';
import { TooDeep } from './nesting.ts';
import { WrittenNumber } from './written-json.ts';

/** Deeper than anything a person reads; what lies below is shown as an ellipsis. */
const deepest = 40;

/** Invisible and able to reorder what stands around them: controls, line separators, bidirectional overrides. */
const treacherous = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (text: string): string =>
  JSON.stringify(text).replace(treacherous, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export type Excerpt = { readonly text: string; readonly wasCut: boolean };

/**
 * JSON text of a value, at most `limit` UTF-16 units, of which the last is an ellipsis where something was cut.
 * `indent` is the number of spaces a level, 0 for a single line. Linear in what is written, not in the value.
 */
export const excerptOf = (value: unknown, limit: number, indent: number): Excerpt => {
  let text = '';
  let wasCut = false;
  const isFull = () => text.length > limit;

  const writeAll = (open: string, close: string, depth: number, count: number, writeOne: (index: number) => void) => {
    if (count === 0) {
      text += open + close;
      return;
    }
    if (depth >= deepest) {
      wasCut = true;
      text += `${open}…${close}`;
      return;
    }
    text += open;
    for (let index = 0; index < count && !isFull(); index += 1) {
      if (index > 0) text += ',';
      if (indent > 0) text += `\n${' '.repeat(indent * (depth + 1))}`;
      writeOne(index);
    }
    if (indent > 0) text += `\n${' '.repeat(indent * depth)}`;
    text += close;
  };

  const write = (part: unknown, depth: number): void => {
    if (isFull()) return;
    if (typeof part === 'string') {
      // One unit more than can be shown is enough to know that it was cut.
      const first = firstUnits(part, limit + 1);
      const thin = thinMarks(first);
      wasCut ||= thin !== first;
      text += escaped(thin);
    } else if (part instanceof WrittenNumber) {
      text += firstUnits(part.text, limit + 1);
    } else if (part instanceof TooDeep) {
      wasCut = true;
      text += '…';
    } else if (Array.isArray(part)) {
      writeAll('[', ']', depth, part.length, (index) => write(part[index], depth + 1));
    } else if (typeof part === 'object' && part !== null) {
      const entries = Object.entries(part);
      writeAll('{', '}', depth, entries.length, (index) => {
        const [key, inner] = entries[index] ?? ['', null];
        text += `${escaped(thinMarks(firstUnits(key, limit + 1)))}:${indent > 0 ? ' ' : ''}`;
        write(inner, depth + 1);
      });
    } else {
      // Undefined never comes out of JSON.
      text += String(part);
    }
  };

  write(value, 0);
  if (!isFull()) return { text, wasCut };
  return { text: `${firstUnits(text, limit - 1)}…`, wasCut: true };
};
