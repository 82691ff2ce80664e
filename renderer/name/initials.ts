/** Initials for any script: whole letters as a reader sees them, never half of one. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
const joining = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Mongolian}/u;
const article = /^(?:al|el|ad|an|ar|as|ash|at|az)[-\u2010\u2011](?=\p{L})/iu;
const zeroWidthNonJoiner = '\u200c';

/** One or two letters. Names without any letter or digit give their first character, an empty one `?`. */
export function initialsOf(name: string): string {
  const words = name
    .split(/[\s\u00a0]+/u)
    .map((word) => word.replace(article, '').replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '');
  const first = words[0];
  if (first === undefined) return firstLetter(name.trim()) || '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  if (last === undefined) return unspaced.test(first) ? letters(first, 2) : upper(firstLetter(first));
  const pair = [upper(firstLetter(first)), upper(firstLetter(last))];
  // Letters of a joining script would run together into what looks like a word.
  return pair.join(pair.some((letter) => joining.test(letter)) ? zeroWidthNonJoiner : '');
}

function letters(word: string, count: number): string {
  return Array.from(graphemes.segment(word), ({ segment }) => segment)
    .slice(0, count)
    .join('');
}

function firstLetter(word: string): string {
  return letters(word, 1);
}

/** `ß` becomes `SS` and some ligatures two letters: one is enough. */
function upper(letter: string): string {
  return firstLetter(letter.toUpperCase());
}
