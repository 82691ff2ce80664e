/** Cuts a line that holds several ids, addresses or numbers into its parts. A line of a log that mentions several stays whole. */
import { mostCheckedLines } from '../../contract/bounds.ts';
import { levels, partsOf } from '../pasted/separators.ts';
import { ListTooLarge } from './list-kinds.ts';
import type { RowReader } from './row-text.ts';

/** Of a line with more parts than are checked it is told by the first whether they are items. */
const sampled = 2000;
/** Words of a longer line are no list. */
const longestOfWords = 65_536;

/** At least one, in the line's order. Throws `ListTooLarge` where there are more than are checked at once. */
export function partsOfLine(line: string, { itemIn }: Pick<RowReader, 'itemIn'>): readonly string[] {
  if (line.length < 3 || itemIn(line) !== null) return [line];
  const isList = (parts: readonly string[]) => {
    const items = parts.filter((part) => itemIn(part) !== null).length;
    return items > 1 && items * 2 > parts.length;
  };
  const listedBy = (separators: string): readonly string[] | null => {
    const count = countOf(line, separators);
    if (count === 0) return null;
    const isLong = count >= mostCheckedLines;
    const some = partsOf(isLong ? line.slice(0, sampled) : line, separators).filter(isSaid);
    // Of a text that is cut anywhere, the last piece is none.
    if (!isList(isLong ? some.slice(0, -1) : some)) return null;
    if (isLong) throw new ListTooLarge({ lines: count + 1 });
    return some;
  };
  for (const separators of levels) {
    const parts = listedBy(separators);
    if (parts !== null) return parts;
  }
  const words = line.length > longestOfWords ? [] : line.split(/\s+/).filter(isSaid);
  return words.length > 1 && words.every((word) => itemIn(word) !== null) ? words : [line];
}

function isSaid(part: string): boolean {
  return part.trim() !== '';
}

function countOf(line: string, separators: string): number {
  let count = 0;
  for (const one of separators) {
    for (let at = line.indexOf(one); at >= 0; at = line.indexOf(one, at + 1)) count += 1;
  }
  return count;
}
