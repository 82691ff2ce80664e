/**
 * A pasted text as it is seen, in signs of ASCII where there are such: what comes along unseen is gone, word processors'
 * hyphens are hyphens, and digits, commas and brackets of other scripts are those that lists are read by.
 */
import { inPlainText } from '../phone/plain-text.ts';

/** Also what fonts of signs draw bullets with, which are nothing elsewhere. */
const unseen = /[\p{Cf}\p{Co}]/gu;
/** Runs of what has another form in ASCII: the digits of any script, hyphens, full width, and signs that part or enclose. */
const others = /[\p{Nd}\u2010-\u2015\u2212\ufe58\ufe63\uff01-\uff5e\u060c\u061b\u3001]+/gu;
const enclosing = /[\u300a-\u3011\u3014-\u301b\uff5f-\uff63]/g;
const isOpening = /[\p{Ps}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const plain = /^[\x00-\x7f]*$/;

export function seenText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(unseen, '')
    .replace(others, (some) => inPlainText(some).text)
    .replace(enclosing, (one) => (isOpening.test(one) ? '(' : ')'));
}
