/**
 * What reading a record leaves behind besides the user: the fields that could not be read, those that are cut, and those
 * that the reference does not describe. Nothing that came is dropped silently, and none of the lists can grow without bound.
 */

import { boundedText } from '../../contract/bounded-text.ts';
import type { CutField, OtherField, UnreadField } from '../../contract/user.ts';
import { TooDeep } from './nesting.ts';
import { excerptOf } from './read-excerpt.ts';
import { WrittenNumber } from './written-json.ts';

/** What came, in one line of a sentence. */
const cameLimit = 80;
const otherLimit = 20_000;
/** Of all such fields together: they cross to the page with every opening. */
const othersLimit = 40_000;
/** A hostile reply can hold a hundred thousand wrong elements; a person reads a few. */
const mostUnread = 100;
const mostOthers = 100;
const mostCut = 50;
const fieldLimit = 120;

export type Notes = {
  readonly unread: UnreadField[];
  readonly others: OtherField[];
  readonly cut: CutField[];
  /** The text with at most so many UTF-16 units and few marks a letter; lists the field as cut where that is not all of it. */
  readonly bounded: (text: string, longest: number, field: string) => string;
  /** Lists a list as cut: `kept` of its `of` entries. */
  readonly cutList: (field: string, kept: number, of: number) => void;
  /** Lists a field as unread. `came` is the value; `undefined` stands for a missing field. */
  readonly cannotRead: (field: string, expected: string, came: unknown) => void;
  /** Lists a field that the reference does not describe, unless it is empty. */
  readonly other: (field: string, value: unknown) => void;
  /** Says in both lists how many entries were left out. To be called once, at the end. */
  readonly finish: () => void;
};

const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  for (const key in value) if (Object.hasOwn(value, key)) return false;
  return true;
};

const fieldName = (field: string): string => {
  const quoted = excerptOf(field, fieldLimit, 0).text;
  // Plain names stay as they are; anything with an escape in it is shown escaped and quoted.
  return quoted === `"${field}"` ? field : quoted;
};

export const createNotes = (): Notes => {
  const unread: UnreadField[] = [];
  const others: OtherField[] = [];
  const cut: CutField[] = [];
  const noteCut = (one: CutField) => {
    if (cut.length < mostCut) cut.push(one);
  };
  let unreadLeftOut = 0;
  let othersLeftOut = 0;
  let othersLength = 0;
  return {
    unread,
    others,
    cut,
    bounded: (text, longest, field) => {
      const bounded = boundedText(text, longest);
      if (bounded !== text) {
        const what = text.length > longest ? 'letters' : 'marks';
        noteCut({ field, what, kept: bounded.length, of: text.length });
      }
      return bounded;
    },
    cutList: (field, kept, of) => noteCut({ field, what: 'entries', kept, of }),
    cannotRead: (field, expected, came) => {
      if (unread.length >= mostUnread) {
        unreadLeftOut += 1;
        return;
      }
      unread.push({ field, expected, came: came === undefined ? 'missing' : excerptOf(came, cameLimit, 0).text });
    },
    other: (field, value) => {
      if (isEmpty(value)) return;
      if (others.length >= mostOthers || othersLength >= othersLimit) {
        othersLeftOut += 1;
        return;
      }
      const { text, wasCut } = excerptOf(value, otherLimit, 2);
      othersLength += text.length;
      others.push({
        field: fieldName(field),
        json: wasCut ? `${text}\n(cut here; the raw reply has all of it)` : text,
      });
    },
    finish: () => {
      if (unreadLeftOut > 0) {
        unread.push({ field: '…', expected: 'see the raw reply', came: `${unreadLeftOut} more fields` });
      }
      if (othersLeftOut > 0) others.push({ field: '…', json: `${othersLeftOut} more fields, in the raw reply` });
    },
  };
};

/** A JSON object, as opposed to an array, null or a plain value. */
export type JsonRecord = { readonly [field: string]: unknown };

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof WrittenNumber || value instanceof TooDeep);

/** Text shortened for one line of a message. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit ? boundedText(text, limit) : `${boundedText(text, limit - 1)}…`;
