/**
 * Text for spreadsheets that stays what it is there: no formula, number, date, time or truth value. Whatever could be
 * taken for one gets an apostrophe before it, the spreadsheets' own sign for "this is text"; see
 * docs/decisions/export-cells.md.
 */

import { isDashedUuid } from '../../contract/uuid.ts';
import { hasOtherWord } from './date-words.ts';
import { isTruthWord } from './truth-words.ts';

/** Text that somebody else wrote, or what spreadsheets may read as what it is: a moment, a count, a word of Rolodesk's. */
export type Cell = string | Verbatim;
export type Verbatim = { readonly verbatim: string };

/** A letter, and then letters and signs that part nothing: nearly all names and addresses. */
const plain = /^[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f .,'&/@_()-]*$/;
/** What has digits and is read as nothing else. */
const plainAddress = /^[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9.-]*[A-Za-z]$/;
/** What parts of a text begin after: read with another separator, they would be cells; some are values of a list. */
const separator = /[;|\t\r\n][\s\p{Cc}\p{Cf}]*/gu;
/** With the apostrophe behind it, if there is one: time grows linearly with the text, whatever it holds. */
const guardedPart = /([;|\t\r\n][\s\p{Cc}\p{Cf}]*)'?/gu;
/** Signs that begin a formula or an error's name, also in full width, after anything that a program may drop. */
const formula = /^[\s"'\p{Cc}\p{Cf}]*[=+\-@#\uff1d\uff0b\uff0d\uff20\uff03]/u;
/** What a program may drop; and an apostrophe, which could not be told from one that was put there. */
const dropped = /^[\s'\p{Cc}\p{Cf}]/u;
const unseen = /[\s\p{Cc}\p{Cf}]+/gu;
/** Digits, fractions and numerals of every script. */
const digit = /\p{N}/u;

/** The text, with an apostrophe before each part of it that a spreadsheet could read as something else. */
export function defused(text: string): string {
  if (isPlain(text)) return text;
  let made = /^[\t\r\n]/.test(text) ? "'" : '';
  let from = 0;
  for (const { 0: between, index } of text.matchAll(separator)) {
    made += defusedPart(text.slice(from, index)) + between;
    from = index + between.length;
  }
  return made + defusedPart(text.slice(from));
}

/** What `defused` was given, from what it made of it. Other text loses an apostrophe where a part begins with one. */
export function restored(text: string): string {
  return text.replace(guardedPart, '$1').replace(/^'/, '');
}

function defusedPart(part: string): string {
  return part === '' || isPlain(part) || !isReadOtherwise(part) ? part : `'${part}`;
}

/** Told first, since it is true of most and costs least. */
function isPlain(text: string): boolean {
  if (plain.test(text)) return !isTruthWord(text.trim());
  return isDashedUuid(text) || plainAddress.test(text);
}

function isReadOtherwise(part: string): boolean {
  if (formula.test(part) || dropped.test(part)) return true;
  return digit.test(part) ? !hasOtherWord(part) : isTruthWord(part.replace(unseen, ''));
}

const ends = '\r\n';

/** One line of a CSV file (RFC 4180), its end with it. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map((cell) => quoted(written(cell))).join(',') + ends;
}

/**
 * One line of text with tabs between its columns: a tab or line break in a cell becomes a space. A quotation mark at the
 * start of a cell would take all that follows up to the next one into it, over columns and lines.
 */
export function tabbedLine(cells: readonly Cell[]): string {
  const flat = cells.map((cell) =>
    typeof cell === 'string' ? defused(cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')) : cell.verbatim,
  );
  return `${flat.map((cell) => (cell.startsWith('"') ? inQuotes(cell) : cell)).join('\t')}\n`;
}

function written(cell: Cell): string {
  return typeof cell === 'string' ? defused(cell) : cell.verbatim;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? inQuotes(cell) : cell;
}

function inQuotes(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
