/** What a person typed, taken apart. */

import { restored } from '../export/cells.ts';
import { typedNumbersIn } from '../phone/search-digits.ts';
import { fold, writtenOut } from './fold.ts';
import { withoutLooseLetters } from './hangul.ts';
import { withoutTitles } from './titles.ts';
import { asHandle, localPartOf, wordsOf } from './words.ts';

export type Query = {
  /** The words as typed, folded; the last one may be unfinished. */
  readonly words: readonly string[];
  /** The words of a text with ä ö ü å ø, those written out; null where there are none. */
  readonly spelledOut: readonly string[] | null;
  /** The same without titles, and without what stands in brackets; null where there are none of these. */
  readonly core: Pick<Query, 'words' | 'spelledOut'> | null;
  /** The text as one username or local part, folded; empty where it cannot be one. */
  readonly handle: string;
  /** Whether it was typed as `@username`, which is nobody's name. */
  readonly asksHandle: boolean;
  /** An e-mail address as far as it was typed, folded; null where the text has none. */
  readonly address: string | null;
  /** Digits of a phone number, the likeliest first; empty where the text cannot be one. */
  readonly numbers: readonly string[];
  /** What may be ids: the text itself, and its pieces. As typed. */
  readonly ids: readonly string[];
  /** What the text may be the beginning of an id as; empty where it is rather a name's. */
  readonly idsBegun: readonly string[];
};

const mostWords = 8;
const mostIds = 12;
const longestWord = 64;
const shortestIdBegun = 3;
/** Letters alone begin names; of so many, all hexadecimal digits, an id may be meant. */
const shortestIdOfLetters = 6;
/** Longer texts are pasted by mistake, or are whole messages: what is looked for stands at their beginning. */
const longestText = 2000;

/** An address also where it is pasted with a name, brackets, quotation marks, a link's scheme or a comma behind it. */
const addressIn = /(?:^|[\s<>"(:,;])'?([^\s<>"(),;:@]+@[^\s<>"'(),;?@]*)/;

/** Something stands beside the name, or behind it in a script without spaces. */
const mayHaveTitle = /^[^@]*[\s([（［]|[さ様先氏く君ち殿님씨女小老經经總总]/u;

export function readQuery(text: string): Query {
  // What is not seen was not meant: marks of direction come along with what is copied from a list of contacts, and
  // apostrophes with what is copied from an export.
  const visible = text.slice(0, longestText).replace(/\p{Cf}/gu, '');
  const seen = restored(visible.trim()).trim();
  const address = addressIn.exec(seen)?.[1]?.replace(/\.+$/, '') ?? null;
  const asksHandle = address === null && /^@[^\s@]+$/.test(seen);
  const meant = asksHandle ? seen.slice(1) : (address ?? seen);
  const folded = withoutLooseLetters(fold(meant));
  const out = writtenOut(meant);
  const numbers = typedNumbersIn(seen);
  const words = typedWordsOf(folded);
  // What stands in a link is somebody only where the link says so, which is seen elsewhere.
  const pieces = seen.includes('://') ? [] : seen.split(/[\s/?#=&,;:"'<>()[\]{}|]+|%2f/i).filter(isWorthLooking);
  return {
    // Beside a number, "ext" is nobody's name.
    words: numbers.length === 0 ? words : words.filter((word) => !/^ext(?:ension|n)?$/.test(word)),
    core: address === null && mayHaveTitle.test(folded) ? coreOf(folded, out === meant ? null : fold(out)) : null,
    spelledOut: out === meant ? null : typedWordsOf(fold(out)),
    handle: /\s/.test(folded) ? '' : asHandle(address === null ? folded : localPartOf(folded)).slice(0, longestWord),
    asksHandle,
    address: address === null ? null : folded,
    numbers,
    ids: [...new Set([meant, ...pieces])].filter(Boolean).slice(0, mostIds),
    idsBegun: mayBeginAnId(meant) ? [...new Set([meant, meant.toLowerCase()])] : [],
  };
}

function coreOf(folded: string, spelledOut: string | null): Query['core'] {
  const bare = withoutTitles(folded);
  const words = bare === null ? [] : typedWordsOf(bare);
  if (words.length === 0) return null;
  const out = spelledOut === null ? null : withoutTitles(spelledOut);
  return { words, spelledOut: out === null ? null : typedWordsOf(out) };
}

/** Short numbers are of rooms, floors and ages rather than ids. */
function isWorthLooking(piece: string): boolean {
  return piece.length >= shortestIdBegun;
}

function typedWordsOf(folded: string): string[] {
  return wordsOf(folded)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
}

function mayBeginAnId(text: string): boolean {
  if (text.length < shortestIdBegun || /\s/.test(text)) return false;
  return /\d/.test(text) || (text.length >= shortestIdOfLetters && /^[a-f-]+$/i.test(text));
}
