/** Questions to the index, in FTS5's language. */
import { finishedHangul } from './hangul.ts';
import type { LabelMatches } from './labels.ts';
import { asToken, isUnspaced, pairsOf } from './words.ts';

export const inName = (expression: string) => `name : (${expression})`;
export const handleWhole = (handle: string) => `other : ${quoted(asToken(handle))}`;
export const handleBegun = (handle: string) => `other : ${begins(asToken(handle))}`;
export const inPhone = (digits: string) => `phone : ${begins(digits)}`;
/** Not only its beginning. */
export const phoneWhole = (digits: string) => `phone : ${quoted(digits)}`;
export const all = (expressions: readonly string[]) => expressions.map((one) => `(${one})`).join(' AND ');
export const any = (expressions: readonly string[]) => expressions.join(' OR ');

/** Each word stands whole in the name. */
export const nameWhole = (words: readonly string[]) => inName(all(words.map(whole)));
/** Each word begins one of the name's. */
export const nameBegun = (words: readonly string[]) =>
  inName(all(words.map((word, nth) => (nth === words.length - 1 ? unfinished(word) : begun(word)))));

/** Each word begins one of the name, a username or an address, or one of a role's or team's name. */
export function begunAnywhere(words: readonly string[], { perWord }: LabelMatches): string {
  return all(words.map((word, nth) => any([wordInName(word, perWord[nth] ?? []), handleBegun(word)])));
}

/** The same without usernames and addresses. */
export function inNameOrLabel(words: readonly string[], { perWord }: LabelMatches): string {
  return all(words.map((word, nth) => wordInName(word, perWord[nth] ?? [])));
}

/** The word begins one of the name or of a role's or team's name. */
export function wordInName(word: string, tokens: readonly string[]): string {
  const name = inName(begun(word));
  return tokens.length === 0 ? name : any([name, labelled(tokens)]);
}

/** Whoever has one of these labels. */
export function labelled(tokens: readonly string[]) {
  return `label : (${any(tokens.map(quoted))})`;
}

export function whole(word: string): string {
  if (!isUnspaced(word)) return quoted(word);
  return pairsOf(word).map(quoted).join(' AND ') || begins(word);
}

export function begun(word: string): string {
  return isUnspaced(word) ? whole(word) : begins(word);
}

/** The same of the word that is being typed. */
function unfinished(word: string): string {
  const ways = finishedHangul(word);
  return ways.length === 1 ? begun(word) : any(ways.map((way) => `(${begun(way)})`));
}

export function begins(word: string): string {
  return `${quoted(word)} *`;
}

// Words, handles and tokens hold no quotation mark, nor anything else at which the index would part them.
export function quoted(word: string): string {
  return `"${word}"`;
}
