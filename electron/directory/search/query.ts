/** What a person typed, as questions to the index: each is an FTS5 expression, the strictest first. */
import { fold } from './fold.ts';
import { asHandle, dialledDigitsOf, isUnspaced, localPartOf, pairsOf, wordsOf } from './words.ts';

export type Query = {
  /** The words as typed, folded; the last one may be unfinished. */
  readonly words: readonly string[];
  /** Whole words in the name, beginnings in the name, a whole username or local part, beginnings anywhere. */
  readonly tiers: readonly string[];
  /** An e-mail address as far as it was typed, folded; null where the text has no `@`. */
  readonly address: string | null;
  /** Digits of a phone number; null where the text cannot be one. */
  readonly phone: string | null;
  /** Pieces of the text that may be ids: the text itself, the parts of a link. As typed. */
  readonly ids: readonly string[];
};

const mostWords = 8;
const mostIds = 12;
const longestWord = 64;

export function readQuery(text: string): Query {
  const trimmed = text.trim();
  const folded = fold(trimmed);
  const address = /^\S*[^\s@]@\S*$/.test(trimmed) ? folded : null;
  const phone = /^[\d\s+()./-]+$/.test(trimmed) ? dialledDigitsOf(trimmed) : '';
  const words = wordsOf(folded)
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord));
  const handle = asHandle(localPartOf(folded));
  const addressTiers = handle === '' ? [] : [`other : ${begins(handle)}`];
  return {
    words,
    tiers: address === null ? tiersOf(folded, words) : addressTiers,
    address,
    phone: phone.length >= 3 ? phone : null,
    ids: [...new Set([trimmed, ...trimmed.split(/[\s/?#=&,;:"'<>]+/)])].filter(Boolean).slice(0, mostIds),
  };
}

function tiersOf(folded: string, words: readonly string[]): string[] {
  const last = words[words.length - 1];
  if (last === undefined) return [];
  const whole = words.map(termsWhole).join(' AND ');
  const begun = words.map(termsBegun).join(' AND ');
  const tiers = [`name : (${whole})`, `name : (${begun})`];
  if (/\s/.test(folded)) return [...tiers, begun];
  // "ann.lee": as a handle it is one word, whatever stands in it.
  const handle = asHandle(folded);
  return [...tiers, `other : ${quoted(handle)}`, begun, ...(handle === last ? [] : [`other : ${begins(handle)}`])];
}

function termsWhole(word: string): string {
  if (!isUnspaced(word)) return quoted(word);
  return pairsOf(word).map(quoted).join(' AND ') || begins(word);
}

function termsBegun(word: string): string {
  return isUnspaced(word) ? termsWhole(word) : begins(word);
}

function begins(word: string): string {
  return `${quoted(word)} *`;
}

// Words and handles hold no quotation mark, nor anything else at which the index would part them.
function quoted(word: string): string {
  return `"${word.slice(0, longestWord)}"`;
}
