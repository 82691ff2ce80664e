/** Initials for any script: whole letters as a reader sees them, never half of one. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
const joining = /\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Mongolian}/u;
const article = /^(?:al|el|ad|an|ar|as|ash|at|az)[-\u2010\u2011](?=\p{L})/iu;
const zeroWidthNonJoiner = '\u200c';

/** What stands in brackets is about the person, not of the name: pronouns, a company, "external". The innermost first. */
const bracketed =
  /[([{<\uff08\uff3b\u3010\u3014\u300a\u300c][^()[\]{}<>\uff08\uff09\uff3b\uff3d\u3010\u3011\u3014\u3015\u300a\u300b\u300c\u300d]*[)\]}>\uff09\uff3d\u3011\u3015\u300b\u300d]/gu;
/** One that is opened and never closed, as where a name was cut off. */
const unclosed = /[([{\uff08\u3010][^)\]}\uff09\u3011]*$/u;
/** So is what a stroke or a dash between spaces sets apart: "Ben Jones | Acme". */
const setApart = /\s[|@/\u2013\u2014\u2022\u00b7-]\s.*$/u;
/** Titles before a name are no part of it; short ones that are names as well only with their dot. */
const title =
  /^(?:(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|dame|herr|frau|mme|mlle)\.?|(?:mag|ing|dipl|med|rer|nat|phil|jur|iur|pol|oec|sr|sra|srta|dott|dra|arq|eng|rev|hon|habil|h\.c)\.|(?:dipl|dr|prof)[.-].*)$/iu;
/** Nor is what follows it: without a comma before it only what nobody is called. */
const degree = /^(?:ph\.?d|m\.?d|mba|[bm]\.?sc|[bm]\.?a|ll\.?[bm]|j\.?d|r\.?n|esq|cpa|cfa|pmp|ext|external)\.?$/iu;
const suffix = /^(?:[JS]r\.?|I{2,3}|IV|Ph\.?D\.?|PHD|MBA)$/u;

/** Pronouns without brackets: "he/him". */
const pronouns = /^(?:he|she|they|ze|xe|er|sie|il|elle|iel|él|ella|m|w|f)(?:\/\p{L}+)+$/iu;

/** One or two letters. Names without any letter or digit give their first character, an empty one `?`. */
export function initialsOf(name: string): string {
  const words = ownWords(name);
  const first = words[0];
  if (first === undefined) return firstLetter(name.trim()) || '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  if (last === undefined) return unspaced.test(first) ? letters(first, 2) : upper(firstLetter(first));
  const pair = [upper(firstLetter(first)), upper(firstLetter(last))];
  // Letters of a joining script would run together into what looks like a word.
  return pair.join(pair.some((letter) => joining.test(letter)) ? zeroWidthNonJoiner : '');
}

/** The words of the name itself; those of all of it where nothing else is left. */
function ownWords(name: string): string[] {
  let own = name;
  // Brackets in brackets.
  for (let depth = 0; depth < 3; depth += 1) own = own.replace(bracketed, ' ');
  own = own.replace(unclosed, ' ').replace(setApart, ' ');
  const words = wordsOf(own);
  const first = words.findIndex((word) => !title.test(word));
  const named = first < 0 ? words : words.slice(first);
  while (named.length > 1 && isSuffix(named[named.length - 1] ?? '', named[named.length - 2] ?? '')) named.pop();
  return named.length > 0 ? named : wordsOf(name);
}

function isSuffix(word: string, before: string): boolean {
  const bare = word.replace(/,$/, '');
  return suffix.test(bare) || pronouns.test(bare) || (before.endsWith(',') && (degree.test(bare) || title.test(bare)));
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s\u00a0]+/u)
    .map((word) => word.replace(article, '').replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '');
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
