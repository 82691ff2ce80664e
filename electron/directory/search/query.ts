/** What a person typed, taken apart. */
import { fold } from './fold.ts';
import { asHandle, dialledDigitsOf, localPartOf, wordsOf } from './words.ts';

export type Query = {
  /** The words as typed, folded; the last one may be unfinished. */
  readonly words: readonly string[];
  /** The text as one username or local part, folded; empty where it cannot be one. */
  readonly handle: string;
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
  return {
    words: wordsOf(folded)
      .slice(0, mostWords)
      .map((word) => word.slice(0, longestWord)),
    handle: /\s/.test(folded) ? '' : asHandle(address === null ? folded : localPartOf(folded)).slice(0, longestWord),
    address,
    phone: phone.length >= 3 ? phone : null,
    ids: [...new Set([trimmed, ...trimmed.split(/[\s/?#=&,;:"'<>]+/)])].filter(Boolean).slice(0, mostIds),
  };
}
