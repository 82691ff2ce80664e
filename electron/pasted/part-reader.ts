/** Reads the parts of a line: each is an item, holds some, or is none. What an item is, is said by whoever asks. */
import { bareItem, isConjunction } from './bare-item.ts';
import { isIdHeading } from './headings.ts';
import { hasAny, levels, partsOf } from './separators.ts';

export type Items<T> = {
  /** What a part is as a whole; null: no item. */
  readonly item: (part: string) => T | null;
  /** Items that stand anywhere in a text, whatever stands around them. */
  readonly within: (text: string) => T[];
  /** Whether there are items without a digit and without an `@`, which look like words. */
  readonly hasWords: boolean;
  /** Whether what stands beside words in a part may be meant, where every line is such a part. */
  readonly mayStandBeside: (item: T) => boolean;
  /** The same text for items that are one. */
  readonly keyOf: (item: T) => string;
};

export type Reading<T> = {
  readonly items: T[];
  /** Parts that are no items, among others of which most are. */
  readonly odd: string[];
  /** The item that a part begins or ends with whose other words are none, as where names stand beside ids. */
  beside: T | null;
};

export type PartReader<T> = { readonly read: (part: string) => Reading<T> };

/** Words of a name that stands beside an id, and the id. */
const mostBeside = 12;

export function createPartReader<T>({ item, within, hasWords }: Items<T>): PartReader<T> {
  const inToken = (one: string): T[] => {
    const some = within(one);
    const whole = some.length > 0 ? null : item(one);
    return whole === null ? some : [whole];
  };

  /** Reads a part that nothing but spaces parts: a list of ids, a name with an id beside it, or prose. */
  const readWords = (part: string, into: Reading<T>): void => {
    const tokens = part.trim().split(/\s+/);
    const mayBeList = hasWords || tokens.filter((one) => /[\d@]/.test(one)).length * 2 > tokens.length;
    const found = mayBeList ? tokens.map(inToken) : [];
    const good = found.filter((ids) => ids.length > 0).length;
    if (good > 1 && good * 2 > tokens.length) {
      for (const [nth, ids] of found.entries()) {
        const one = tokens[nth] ?? '';
        if (ids.length > 0) into.items.push(...ids);
        else if (bareItem(one) !== '' && !isConjunction(one)) into.odd.push(one);
      }
      return;
    }
    const ids = within(part);
    for (const id of ids) into.items.push(id);
    if (ids.length > 0 || tokens.length > mostBeside) return;
    const items = tokens.map((one) => item(one)).filter((id) => id !== null);
    // Of several, none is known to be whose.
    if (items.length === 1) into.beside ??= item(tokens[0] ?? '') ?? item(tokens.at(-1) ?? '');
  };

  /** Reads a part that is no id by itself. */
  const readInside = (part: string, level: number, into: Reading<T>): void => {
    const separators = levels.slice(level).find((some) => hasAny(part, some));
    if (separators === undefined) {
      readWords(part, into);
      return;
    }
    const next = levels.indexOf(separators) + 1;
    const before = into.items.length;
    const none: string[] = [];
    let good = 0;
    for (const one of partsOf(part, separators)) {
      if (one.trim() === '' || isIdHeading(one)) continue;
      const had = into.items.length;
      const whole = item(one);
      if (whole === null) readInside(one, next, into);
      else into.items.push(whole);
      if (into.items.length > had) good += 1;
      else none.push(one);
    }
    if (into.items.length > before) into.beside = null;
    if (good > 0 && good >= none.length) for (const one of none) into.odd.push(one);
  };

  return {
    read: (part) => {
      const reading: Reading<T> = { items: [], odd: [], beside: null };
      const whole = item(part);
      if (whole === null) readInside(part, 0, reading);
      else reading.items.push(whole);
      return reading;
    },
  };
}
