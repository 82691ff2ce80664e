/** Cuts a text at what parts the items of a list, the outermost first: columns, then `;`, then commas. */

/** Each of them alone parts the cells of a table. */
export const cellSeparators = ['\t', '|', ';', ','] as const;

/** What parts items of one line. */
export const levels = ['\t|', ';', ','] as const;

const patterns = new Map<string, RegExp>();

/** The parts between any of the separators; what stands in double quotes is one part, as in CSV. */
export function partsOf(text: string, separators: string): string[] {
  if (separators.length === 1 && !text.includes('"')) return text.split(separators);
  const pattern = patterns.get(separators) ?? new RegExp(`["${separators}]`, 'g');
  patterns.set(separators, pattern);
  const parts: string[] = [];
  let begun = 0;
  let isQuoted = false;
  /** Where a quotation that stands first in its part would begin. */
  let first = true;
  for (const { 0: unit, index } of text.matchAll(pattern)) {
    if (unit !== '"') {
      if (isQuoted) continue;
      parts.push(text.slice(begun, index));
      begun = index + 1;
      first = true;
      continue;
    }
    // One that is never closed is no quotation.
    isQuoted = !isQuoted && first && text.slice(begun, index).trim() === '' && text.includes('"', index + 1);
    first = false;
  }
  parts.push(text.slice(begun));
  return parts;
}

export const hasAny = (text: string, separators: string): boolean => {
  for (const one of separators) if (text.includes(one)) return true;
  return false;
};

/** The last is what a field of one line has for them. */
export const lineBreak = /\r\n|[\r\n\u2028\u2029\v\f\u21b5]/;

/** In UTF-16 units. What is longer is read in pieces, since the parts of a line are held at once. */
export const longestLine = 65_536;
/** No id has one of these in it. */
const mayBeCut = /[\t|;, ]/g;

/**
 * The lines of a text with their numbers, from 1; blank ones are left out. Nothing is copied ahead. A line that is longer than
 * `longestLine` comes in pieces, where something parts them.
 */
export function* linesOf(text: string): Generator<{ readonly line: string; readonly number: number }> {
  const breaks = new RegExp(lineBreak, 'g');
  let from = 0;
  for (let number = 1; from <= text.length; number += 1) {
    const found = breaks.exec(text);
    const end = found?.index ?? text.length;
    while (from < end) {
      const cut = cutOf(text, from, end);
      const line = text.slice(from, cut);
      if (line.trim() !== '') yield { line, number };
      from = cut;
    }
    if (found === null) return;
    from = end + found[0].length;
  }
}

/** Where the piece of a line ends that begins at `from`. */
function cutOf(text: string, from: number, end: number): number {
  if (end - from <= longestLine) return end;
  mayBeCut.lastIndex = from + longestLine;
  return Math.min(end, mayBeCut.exec(text)?.index ?? end);
}
