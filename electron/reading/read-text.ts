/**
 * Reads text so that it can be shown beside other text: what is blank is "not set", and no character can end the
 * line, reverse what stands around it or break storage, and none is longer than a page can show. Nothing else is changed;
 * the raw reply keeps it all.
 */

import { isBounded } from '../../contract/bounded-text.ts';
import { longestText, longestWord } from '../../contract/bounds.ts';
import { isCanonicalUuid, isDashedUuid } from '../../contract/uuid.ts';
import { isRecord, type Notes } from './read-notes.ts';
import { digitsOf } from './written-json.ts';

/** Controls that mean white space: replaced by a space in a line, so that the words on both sides stay apart. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Other C0 and C1 controls, and the bidirectional embeddings, overrides and isolates. */
const forbidden = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** Nothing of that: what lies in between is letters and signs of nearly all scripts. */
const plain = /^[ -~\u00a0-\u1fff\u3000-\ud7ff]*$/;
/** Nothing to see: spaces, controls, zero-width characters, fillers, the blank Braille pattern. */
const blank = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

export const isBlank = (text: string): boolean => {
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return blank.test(text);
};

/** One line: line breaks and tabs become spaces, other controls go, lone surrogates become U+FFFD. */
export const asLine = (text: string): string =>
  plain.test(text) ? text : text.replace(breaks, ' ').replace(forbidden, '').toWellFormed();

/** Several lines: line breaks (as `\n`) and tabs stay. */
export const asParagraphs = (text: string): string =>
  plain.test(text)
    ? text
    : text
        .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
        .replace(/[\v\f]/g, ' ')
        .replace(forbidden, '')
        .toWellFormed();

type Reading = { readonly clean: (text: string) => string; readonly longest: number; readonly isWhole?: boolean };

const readString = (value: unknown, field: string, notes: Notes, how: Reading): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string') {
    notes.cannotRead(field, 'text', value);
    return null;
  }
  const text = how.clean(value);
  if (how.isWhole === true && !isBounded(text, how.longest)) {
    notes.cannotRead(field, `text of at most ${how.longest} letters`, value);
    return null;
  }
  const bounded = notes.bounded(text, how.longest, field);
  return isBlank(bounded) ? null : bounded;
};

/** A line of text, null where not set. A number or boolean is no text: it is listed as unread rather than guessed at. */
export const readLine = (value: unknown, field: string, notes: Notes, longest = longestText): string | null =>
  readString(value, field, notes, { clean: asLine, longest });

/** A line that means something else once a part of it is missing, such as an address: longer ones are not read. */
export const readWholeLine = (value: unknown, field: string, notes: Notes, longest: number): string | null =>
  readString(value, field, notes, { clean: asLine, longest, isWhole: true });

/** Text with line breaks, null where not set. */
export const readParagraphs = (value: unknown, field: string, notes: Notes): string | null =>
  readString(value, field, notes, { clean: asParagraphs, longest: longestText });

/** A string that is not blank, as one line, or a whole number where a number is plainly meant as an identifier; else null. */
export const asIdentifier = (value: unknown): string | null => {
  if (typeof value !== 'string') return digitsOf(value);
  if (isCanonicalUuid(value)) return value;
  const text = asLine(value).trim();
  if (isBlank(text)) return null;
  return isDashedUuid(text) ? text.toLowerCase() : text;
};

/** Whether a text is as short as an id or a word; a part of it would be another one. */
export const isWord = (text: string): boolean => isBounded(text, longestWord);

const nameFields = ['name', 'title', 'displayName', 'label'] as const;

/** The name that an object such as a role or team carries, or null. */
export const nameIn = (record: { readonly [field: string]: unknown }): string | null => {
  for (const field of nameFields) {
    const value = record[field];
    if (typeof value !== 'string') continue;
    const name = asLine(value).trim();
    if (!isBlank(name)) return name;
  }
  return null;
};

/**
 * A reference to another record: its id, its name (v2), or an object that carries either, which is then also kept
 * whole among the others. UUIDs come out in lower case, so that they can be looked up.
 */
export const readReference = (value: unknown, field: string, notes: Notes): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && isBlank(value)) return null;
  const found = isRecord(value) ? (asIdentifier(value.id) ?? nameIn(value)) : asIdentifier(value);
  if (found !== null && !isWord(found)) {
    notes.cannotRead(field, `an id or a name of at most ${longestWord} letters`, value);
    return null;
  }
  if (found === null) notes.cannotRead(field, 'an id or a name', value);
  else if (isRecord(value) && Object.keys(value).length > 1) notes.other(field, value);
  return found;
};
