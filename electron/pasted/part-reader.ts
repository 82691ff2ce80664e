/** Reads the parts of a line: each is an item, holds some, or is none. The caller says what an item is. */
import { isConjunction } from './bare-item.ts';
import { isIdHeading, isRule } from './headings.ts';
import { hasAny, levels, partsOf } from './separators.ts';
import { readOnce } from './short-parts.ts';

export type Items<T> = {
  /** What a part is as a whole; null: no item. */
  readonly item: (part: string) => T | null;
  /** Items that stand anywhere in a text, whatever stands around them. */
  readonly within: (text: string) => T[];
  /** Whether there are items without a digit and without an `@`, which look like words. */
  readonly hasWords: boolean;
  /** Whether what stands beside words in a part may be meant, where every line is such a part. */
  readonly mayStandBeside: (item: T) => boolean;
  /** Whether it can be nothing else: digits alone are also amounts, where nobody is known by them. */
  readonly isCertain: (item: T) => boolean;
  /** The same text for items that are one. */
  readonly keyOf: (item: T) => string;
};

/** What a part is read as. Only what makes it changes it. */
export type Reading<T> = {
  readonly items: T[];
  /** Parts that are no items, among others of which most are. */
  readonly odd: string[];
  /** The item that a part begins or ends with whose other words are none, as where names stand beside ids. */
  beside: T | null;
};

/** A telephone number with its country's code: what stands in it is no id. */
export const international = /\+\d{7,15}(?!\d)|\(?\+\d[\d ()./-]{4,24}\d/g;

export type PartReader<T> = { readonly read: (part: string) => Reading<T> };

/** Words of a name that stands beside an id, and the id. */
const mostBeside = 12;
const token = new RegExp(`${international.source}|\\S+`, 'g');
const joint = /\s?[/+&]\s?/;
/** Shorter pieces are of dates and fractions. */
const shortestJoined = 4;
const rowNumber = /^[1-9]\d{0,4}[.):]?$/;
/** What stands between items. A dash may say that all those from the one to the other are meant, and is named. */
const isJoint = (token: string): boolean => !/[\p{L}\p{N}-]/u.test(token);

/** Of any number: so many arguments of one call as there are items would overflow the stack. */
function addAll<T>(some: readonly T[], into: T[]): void {
  for (const one of some) into.push(one);
}

export function createPartReader<T>({ item, within, hasWords, mayStandBeside }: Items<T>): PartReader<T> {
  // A word of a text is no item only because somebody's id is that word.
  const tokenItem = (one: string): T | null => (hasWords || /[\d@]/.test(one) ? item(one) : null);
  const inToken = readOnce((one): readonly T[] => {
    const some = within(one);
    const whole = some.length > 0 ? null : tokenItem(one);
    if (whole !== null) return [whole];
    return some.length > 0 ? some : joinedItems(one);
  });
  /** `u-1/u-2` and `u-1+u-2`, where there is nothing else in it. */
  function joinedItems(one: string): T[] {
    const pieces = joint.test(one) ? one.split(joint).map((piece) => piece.trim()) : [];
    const items = pieces.flatMap((piece) => (piece.length < shortestJoined ? [] : (item(piece) ?? [])));
    return items.length === pieces.length ? items : [];
  }

  /** Reads a part that nothing but spaces parts: a list of ids, a name with an id beside it, or prose. */
  const readWords = (part: string, into: Reading<T>): void => {
    const joined = joinedItems(part);
    if (joined.length > 0) {
      addAll(joined, into.items);
      return;
    }
    const tokens = part.match(token) ?? [];
    const mayBeList = hasWords || tokens.filter((one) => /[\d@]/.test(one)).length * 2 > tokens.length;
    const found = mayBeList ? tokens.map(inToken) : [];
    const good = found.filter((ids) => ids.length > 0).length;
    if (good > 1 && good * 2 > tokens.length) {
      for (const [nth, ids] of found.entries()) {
        const one = tokens[nth] ?? '';
        if (ids.length > 0) addAll(ids, into.items);
        else if (!isJoint(one) && !isConjunction(one)) into.odd.push(one);
      }
      return;
    }
    const ids = within(part);
    addAll(ids, into.items);
    if (ids.length > 0 || tokens.length > mostBeside) return;
    const items = tokens.map(tokenItem);
    // Of several, none is known to be whose.
    if (items.filter((one) => one !== null).length === 1) into.beside ??= besideWords(tokens, items);
  };

  /** Beside a name, or behind the number of the row; other digits beside it make it a piece of a telephone number. */
  function besideWords(tokens: readonly string[], items: readonly (T | null)[]): T | null {
    const nth = items.findIndex((one) => one !== null);
    const others = tokens.filter((one, at) => at !== nth && !isJoint(one) && one !== '-');
    const isCounted = others.length === 1 && tokens[0] === others[0] && rowNumber.test(others[0] ?? '');
    const isAtEnd = nth === 0 || nth === tokens.length - 1;
    return isAtEnd && (isCounted || others.some((one) => /\p{L}/u.test(one))) ? (items[nth] ?? null) : null;
  }

  const isBeside = (beside: T | null): beside is T => beside !== null && mayStandBeside(beside);

  /** Of each level. Null: nothing that counts, in a list or elsewhere. */
  const parts = [...levels, ''].map((_, level) =>
    readOnce((one) => (isRule(one) || one.trim() === '' || isIdHeading(one) ? null : { one, ...read(one, level) })),
  );

  /** Reads a part that is no id by itself. */
  const readInside = (part: string, level: number, into: Reading<T>): void => {
    const separators = levels.slice(level).find((some) => hasAny(part, some));
    if (separators === undefined) {
      readWords(part, into);
      return;
    }
    const next = levels.indexOf(separators) + 1;
    const readings = partsOf(part, separators)
      .map((one) => parts[next]?.(one) ?? null)
      .filter((one) => one !== null);
    const good = readings.filter(({ items }) => items.length > 0).length;
    const besides = readings.filter(({ items, beside }) => items.length === 0 && isBeside(beside)).length;
    const none = readings.length - good - besides;
    // As with names beside ids, line by line.
    const isRow = besides > 0 && good + besides > 1 && good + besides >= none;
    const have = isRow ? good + besides : good;
    const isList = have > 0 && have >= readings.length - have;
    for (const { one, items, odd, beside } of readings) {
      addAll(items, into.items);
      addAll(odd, into.odd);
      if (items.length > 0) continue;
      if (isRow && isBeside(beside)) into.items.push(beside);
      else if (isList) into.odd.push(one);
      else if (have === 0) into.beside ??= beside;
    }
  };

  function read(part: string, level: number): Reading<T> {
    const reading: Reading<T> = { items: [], odd: [], beside: null };
    const whole = item(part);
    if (whole === null) readInside(part, level, reading);
    else reading.items.push(whole);
    return reading;
  }

  return { read: (part) => read(part, 0) };
}
