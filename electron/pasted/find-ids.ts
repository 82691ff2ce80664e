/**
 * Finds user ids in whatever a person pastes: a list, a table, a log, JSON, links. Time grows linearly with the text,
 * whatever it holds.
 *
 * What surely is an id counts wherever it stands: a UUID, a link to somebody (`links.ts`), and whatever has the form of
 * this directory's own ids. Where there is none of these, and the form of the ids is not known well yet, a list of what
 * may be ids counts too, since the reference types an id as any string. Where at least half of the parts are ids the text
 * is a list, and each part that is none is named; the rest of any other text is prose.
 */

import { otherSpelling, type UserId } from '../../contract/ids.ts';
import type { OddItems } from '../../contract/pasted.ts';
import { asUserId } from '../api/read-ids.ts';
import { bareItem } from './bare-item.ts';
import { couldBeId } from './could-be-id.ts';
import { isIdHeading, isRule, isTitle } from './headings.ts';
import { idColumnsOf } from './id-columns.ts';
import { textsInJson } from './json-ids.ts';
import { createOddList } from './odd-items.ts';
import { isUuid } from './own-form.ts';
import { createPartReader, type PartReader, type Reading } from './part-reader.ts';
import { linesOf } from './separators.ts';
import { cellsOf, tableShapeOf } from './table-shape.ts';
import { nobodys, type Whose } from './whose.ts';

export type FoundIds = {
  /** In the order they stand in the text, each once, as the API client sends them. */
  readonly ids: readonly UserId[];
  readonly odd: OddItems;
};

const unseen = /\p{Cf}/gu;
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const plain = /^[\x00-\x7f]*$/;
/** Lines by which it is told whether a text is a table. */
const sampled = 200;
const canonicalLength = 36;
/** Of a text without ids, in UTF-16 units: enough to name the first few. */
const lookedThrough = 100_000;

/** `isGiven`: the text stands where ids are asked for, so that what only may be one counts where nothing surely is. */
export function findIds(text: string, whose: Whose = nobodys, isGiven = true): FoundIds {
  const seen = plain.test(text) ? text : text.replace(unseen, '').replace(hyphens, '-');
  const listed = textsInJson(seen)?.map((one) => one.replace(/\s+/g, ' '));
  const list = listed?.join('\n') ?? seen;
  const isPlain = listed !== undefined;
  const sure = readLines(list, createPartReader(whose), { isSure: true, isPlain });
  if (sure.ids.length > 0 || !isGiven) return sure;
  const isKnownForm = whose.ownForm?.isSettled === true;
  // One by itself is what is meant, whatever form it has: the server will say.
  if (isKnownForm && bareItem(list).search(/\s/) >= 0) return sure;
  if (isKnownForm && couldBeId(bareItem(list)) === null) return sure;
  const likely = readLines(list, createPartReader(whose, couldBeId), { isSure: false, isPlain });
  return likely.ids.length > 0 ? likely : sure;
}

/** Where nothing is found: what looks like an id or a link, and why it is none. */
function nearlyIds(text: string): OddItems {
  const odd = createOddList();
  let looked = 0;
  for (const { line, number } of linesOf(text)) {
    looked += line.length;
    if (looked > lookedThrough) break;
    for (const part of line.split(/[\s,;|]+/)) {
      if (part.includes('://') || couldBeId(bareItem(part)) !== null) odd.add(part, number);
    }
  }
  return odd.all();
}

type How = { readonly isSure: boolean /** Each line is one text. */; readonly isPlain: boolean };

function readLines(text: string, parts: PartReader, { isSure, isPlain }: How): FoundIds {
  const found = new Set<UserId>();
  const odd = createOddList();
  /** Lines without an id: odd where most lines have one. */
  const without = createOddList();
  const beside: { readonly id: UserId; readonly line: string; readonly number: number }[] = [];
  let good = 0;
  const readLine = isPlain ? (line: string) => parts.read(line) : lineReader(text, parts, isSure);
  for (const { line, number } of linesOf(text)) {
    const canonical = line.length === canonicalLength ? asUserId(line) : null;
    if (canonical !== null && canonical === line && isSure) {
      found.add(canonical);
      good += 1;
      continue;
    }
    const reading = readLine(line);
    if (reading === 'heading') continue;
    if (reading.ids.length > 0) {
      good += 1;
      for (const id of reading.ids) found.add(id);
      for (const one of reading.odd) odd.add(one, number);
    } else if (reading.beside !== null && isBeside(reading.beside, isSure)) {
      beside.push({ id: reading.beside, line, number });
    } else if (!(good === 0 && isTitle(line))) without.add(reading.odd[0] ?? line, number);
  }
  // Names beside ids, line by line; one such line may be prose.
  const isColumn = beside.length + good > 1 && beside.length + good >= without.all().count;
  for (const { id, line, number } of beside) {
    if (isColumn) found.add(id);
    else without.add(line, number);
  }
  const none = without.all();
  const isList = good + (isColumn ? beside.length : 0) >= none.count;
  if (found.size === 0) return { ids: [], odd: nearlyIds(text) };
  const inLines = odd.all();
  return {
    ids: [...new Set([...found].map((id) => respelled(id, parts.whose)))],
    odd: isList
      ? { count: inLines.count + none.count, first: [...inLines.first, ...none.first].slice(0, 20) }
      : inLines,
  };
}

/** A UUID as this directory has them, with dashes or without. */
function respelled(id: UserId, { hasBareUuids }: Whose): UserId {
  if (hasBareUuids === null || id.includes('-') !== hasBareUuids || !isUuid(id)) return id;
  return otherSpelling(id) ?? id;
}

/** Short numbers stand before words in lists of anything, and before names in prose. */
function isBeside(id: UserId, isSure: boolean): boolean {
  return isSure ? id.length > 2 : /[a-z]/i.test(id) || id.length > 3;
}

/** Reads a line as a row of the table that the text is, or by itself where it is none. */
function lineReader(text: string, parts: PartReader, isSure: boolean): (line: string) => Reading | 'heading' {
  const sample: string[] = [];
  for (const { line } of linesOf(text)) if (sample.push(line) >= sampled) break;
  const hasId = (cell: string) => parts.read(cell).ids.length > 0;
  const shape = tableShapeOf(sample, hasId);
  let isFirst = true;
  const columns = shape === null ? [] : idColumnsOf(shape, hasId, isSure);
  return (line) => {
    if (isRule(line)) return 'heading';
    const wasFirst = isFirst;
    isFirst = false;
    if ((wasFirst && shape?.hasHeading === true) || isIdHeading(line)) return 'heading';
    const cells = shape === null ? [] : cellsOf(line, shape.separator);
    if (shape === null || columns.length === 0 || cells.length !== shape.cells) return parts.read(line);
    const readings = columns.map((nth) => parts.read(cells[nth] ?? ''));
    const ids = readings.flatMap((one) => one.ids);
    // What stands where an id should, rather than the whole row.
    const none = ids.length > 0 ? [] : columns.map((nth) => cells[nth] ?? '').filter((cell) => cell.trim() !== '');
    return { ids, odd: [...readings.flatMap((one) => one.odd), ...none.slice(0, 1)], beside: null };
  };
}
