/** Reads a list of lines: each is a row, or several where it holds a list of its own. Blank lines are rows as well. */
import { mostCheckedLines } from '../../contract/bounds.ts';
import { lineBreak } from '../pasted/separators.ts';
import { inParts, type RowRead } from './in-parts.ts';
import { partsOfLine } from './line-parts.ts';
import { ListTooLarge, type ReadList } from './list-kinds.ts';
import type { RowReader } from './row-text.ts';

/** The lines of a text with their numbers, from 1. Behind the last line break there is no line. `end`: where the next begins. */
export function* everyLine(
  text: string,
): Generator<{ readonly line: string; readonly number: number; readonly end: number }> {
  const breaks = new RegExp(lineBreak, 'g');
  let from = 0;
  for (let number = 1; from < text.length; number += 1) {
    const found = breaks.exec(text);
    const end = found === null ? text.length : found.index + found[0].length;
    yield { line: text.slice(from, found?.index ?? end), number, end };
    from = end;
  }
}

export function countLines(text: string): number {
  let count = 0;
  for (const _ of everyLine(text)) count += 1;
  return count;
}

/** Throws `ListTooLarge`, also while the parts are read. */
export function readListLines(text: string, reader: RowReader): ReadList {
  const lines = countLines(text);
  if (lines > mostCheckedLines) throw new ListTooLarge({ lines });
  return { table: null, parts: inParts(rowsIn(text, reader), text.length) };
}

function* rowsIn(text: string, reader: RowReader): Generator<RowRead> {
  for (const { line, number, end } of everyLine(text)) {
    for (const [part, given] of partsOfLine(line, reader).entries()) yield { row: [number, part, given], read: end };
  }
}
