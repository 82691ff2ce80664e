/** A pasted text as it is seen: what comes along unseen is gone, and word processors' hyphens are hyphens. */

const unseen = /\p{Cf}/gu;
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const plain = /^[\x00-\x7f]*$/;

export function seenText(text: string): string {
  return plain.test(text) ? text : text.replace(unseen, '').replace(hyphens, '-');
}
