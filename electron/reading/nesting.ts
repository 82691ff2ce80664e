/**
 * Bounds how deep JSON is nested. Parsing goes down without end; comparing, copying and writing do not, and one record
 * would end the work on all that came with it. Deeper values are cut where they begin, in the text, so that whatever reads
 * the JSON meets a bounded depth. The text itself is kept whole.
 */
import { randomUUID } from 'node:crypto';

/** Levels of lists and records, the outermost being the first. Deeper than any record. */
export const mostLevels = 200;

/** Stands for a value that is nested too deep. */
export class TooDeep {
  /** As it appears where a value is written out. */
  toJSON(): string {
    return '…';
  }
}

/** The source of what stands for a cut value. Nobody else can know it. */
const placeholder = `"${randomUUID()}"`;

let isAnyCut = false;

/** The text of some JSON with each value below `mostLevels` levels replaced; the text itself where there is none. Linear. */
export function cutDeep(text: string): string {
  if (!mayBeDeep(text)) return text;
  let made = '';
  let from = 0;
  let level = 0;
  let cutFrom = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = endOfText(text, at);
      // No JSON: parsing says so.
      if (at < 0) return text;
    } else if (character === '[' || character === '{') {
      level += 1;
      if (level === mostLevels + 1) cutFrom = at;
    } else if (character === ']' || character === '}') {
      if (level === mostLevels + 1) {
        made += text.slice(from, cutFrom) + placeholder;
        from = at + 1;
      }
      level -= 1;
    }
  }
  isAnyCut ||= from > 0;
  return made + text.slice(from);
}

/** Whether a value's source is what `cutDeep` put there. */
export const isCut = (source: string | undefined): boolean => source === placeholder;

/** Whether something in the value was nested too deep. Free of cost until this process has met such a reply. */
export function holdsTooDeep(value: unknown): boolean {
  if (!isAnyCut || typeof value !== 'object' || value === null) return false;
  return value instanceof TooDeep || Object.values(value).some(holdsTooDeep);
}

/** Whether there are more brackets than levels allowed, which few replies have: looking for them costs next to nothing. */
function mayBeDeep(text: string): boolean {
  let openings = 0;
  for (const bracket of ['[', '{']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      openings += 1;
      if (openings > mostLevels) return true;
    }
  }
  return false;
}

/** Where the text that begins at a quotation mark ends; -1: it does not. */
function endOfText(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return -1;
}
