/** The parts of a text that a search matched, so that the page can mark them in the text as it is written. */
import { isJoint } from './compounds.ts';
import { type Folded, foldWithOrigin, writtenOut } from './fold.ts';
import { isUnspaced, pairsOf } from './words.ts';

export type Mark = [start: number, end: number];

/** `marks`: `[start, end)` in UTF-16 units, in order and apart. `missing`: the words that match nothing of the text. */
export type Marked = { readonly marks: Mark[]; readonly missing: readonly string[] };

const nothingMeant: Meant = new Map();

/**
 * Where each of the words begins a word of the text. `meant`: for a mistyped word what it may have been meant for;
 * a word that begins so is marked whole.
 */
export function markWords(text: string, words: readonly string[], meant: Meant = nothingMeant): Marked {
  if (words.length === 0) return { marks: [], missing: [] };
  const spellings = [foldWithOrigin(text)];
  const out = writtenOut(text);
  if (out !== text) spellings.push(foldWithOrigin(text, writtenOut));
  const marks: Mark[] = [];
  const missing: string[] = [];
  for (const word of words) {
    const ways = [
      () => placesIn(spellings, (spelling) => placesOf(word, spelling)),
      () => placesIn(spellings.map(withoutJoints), (spelling) => placesOf(word, spelling)),
      () => placesOfPairs(word, spellings),
      () => placesIn(spellings, (spelling) => placesMeant(meant.get(word), spelling)),
    ];
    let found: Mark[] = [];
    for (const way of ways) if (found.length === 0) found = way();
    if (found.length === 0) missing.push(word);
    marks.push(...found);
  }
  return { marks: joined(marks), missing };
}

/** The marks alone; empty where no word matches the name. */
export function marksIn(name: string, words: readonly string[]): Mark[] {
  return markWords(name, words).marks;
}

export type Meant = ReadonlyMap<string, readonly string[]>;

function placesIn(spellings: readonly Folded[], find: (spelling: Folded) => Mark[]): Mark[] {
  for (const spelling of spellings) {
    const places = find(spelling);
    if (places.length > 0) return places;
  }
  return [];
}

/** The spelling with "Jean-Luc" and "田中 太郎" in one word each, as they may be typed. */
function withoutJoints({ text, starts, ends }: Folded): Folded {
  const kept = Array.from({ length: text.length }, (_, at) => at).filter((at) => !isJointAt(text, at));
  return {
    text: kept.map((at) => text[at]).join(''),
    starts: kept.map((at) => starts[at] ?? 0),
    ends: kept.map((at) => ends[at] ?? 0),
  };
}

function isJointAt(text: string, at: number): boolean {
  const unit = text[at] ?? '';
  if (unit === ' ') {
    if (isUnspaced(characterBefore(text, at))) return isUnspaced(text.slice(at + 1));
    const before = text.slice(text.lastIndexOf(' ', at - 1) + 1, at);
    return isJoint(before.replace(/\.$/, ''), text.slice(at + 1).split(' ')[0]);
  }
  return /[-\u2010-\u2015\u2212\u05be.]/.test(unit);
}

/** A family name typed behind the given one, or before it, stands nowhere in one piece. */
function placesOfPairs(word: string, spellings: readonly Folded[]): Mark[] {
  if (!isUnspaced(word)) return [];
  return pairsOf(word).flatMap((pair) => placesIn(spellings, (spelling) => placesOf(pair, spelling)));
}

function placesMeant(corrections: readonly string[] | undefined, spelling: Folded): Mark[] {
  return (corrections ?? []).flatMap((word) => placesOf(word, spelling, wordEnd));
}

function placesOf(word: string, spelling: Folded, endOf = (_: string, end: number) => end): Mark[] {
  const { text, starts, ends } = spelling;
  const places: Mark[] = [];
  const anywhere = isUnspaced(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const start = starts[at];
    const end = ends[endOf(text, at + word.length) - 1];
    if (start === undefined || end === undefined) break;
    if (anywhere || at === 0 || !isWordCharacter(characterBefore(text, at)) || followsApostrophe(starts, ends, at)) {
      places.push([start, end]);
    }
  }
  return places;
}

function wordEnd(text: string, from: number): number {
  const rest = text.slice(from).search(/[^\p{L}\p{M}\p{N}]/u);
  return rest < 0 ? text.length : from + rest;
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
