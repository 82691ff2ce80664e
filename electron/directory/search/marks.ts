/** The parts of a name that a search matched, so that the page can mark them in the name as it is written. */
import { type Folded, foldWithOrigin, writtenOut } from './fold.ts';
import { isUnspaced } from './words.ts';

export type Mark = [start: number, end: number];

/** `[start, end)` in UTF-16 units of `name`, in order and apart; empty where no word matches the name. */
export function marksIn(name: string, words: readonly string[]): Mark[] {
  if (words.length === 0) return [];
  const spellings = [foldWithOrigin(name)];
  if (writtenOut(name) !== name) spellings.push(foldWithOrigin(name, writtenOut));
  const marks: Mark[] = [];
  for (const word of words) {
    for (const spelling of spellings) {
      const found = placesOf(word, spelling);
      if (found.length === 0) continue;
      marks.push(...found);
      break;
    }
  }
  return joined(marks);
}

function placesOf(word: string, { text, starts, ends }: Folded): Mark[] {
  const places: Mark[] = [];
  const anywhere = isUnspaced(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const start = starts[at];
    const end = ends[at + word.length - 1];
    if (start === undefined || end === undefined) break;
    if (anywhere || at === 0 || !isWordCharacter(characterBefore(text, at)) || followsApostrophe(starts, ends, at)) {
      places.push([start, end]);
    }
  }
  return places;
}

function characterBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

// An apostrophe folds to nothing: where the original has a gap, a new part of the name begins.
function followsApostrophe(starts: readonly number[], ends: readonly number[], at: number): boolean {
  return (starts[at] ?? 0) > (ends[at - 1] ?? 0);
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character) && !isUnspaced(character);
}

function joined(marks: Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result[result.length - 1];
    if (last !== undefined && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
    else result.push([...mark]);
  }
  return result;
}
