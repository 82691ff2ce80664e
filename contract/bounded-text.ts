/**
 * Bounds a text: its length, and how many combining marks stand on one letter. Thousands of marks on a letter take the
 * page's text layout seconds, and are drawn over all that stands around them.
 */
import { mostMarks } from './bounds.ts';

/** Before the first combining mark. */
const unmarked = /^[\0-\u02ff]*$/;
/** Marks, and what is not seen between them: a joiner begins no new letter. */
const manyMarks = new RegExp(`[\\p{M}\\p{Cf}]{${mostMarks + 1}}`, 'u');
const mark = /\p{M}/u;
const unseen = /\p{Cf}/u;

/** The text's first `length` UTF-16 units, one fewer where that would split a surrogate pair. */
export const firstUnits = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
};

/** The text with at most so many UTF-16 units and `mostMarks` marks a letter; the text itself where that is all of it. Linear. */
export function boundedText(text: string, longest: number): string {
  return thinMarks(firstUnits(text, longest));
}

/** Whether that is all of it. A part of an address, an id or a number would be another one, so it is whole or left out. */
export const isBounded = (text: string, longest: number): boolean => boundedText(text, longest) === text;

/** The text without the marks beyond `mostMarks` on a letter. */
export function thinMarks(text: string): string {
  if (unmarked.test(text) || !manyMarks.test(text)) return text;
  let kept = '';
  let marks = 0;
  for (const character of text) {
    if (mark.test(character)) marks += 1;
    else if (!unseen.test(character)) marks = 0;
    if (marks <= mostMarks || !mark.test(character)) kept += character;
  }
  return kept;
}
