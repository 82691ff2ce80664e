/** What of a text somebody may be looked for by, among others: an id, an e-mail address, a telephone number. */
import { spelledAlike, type UserId } from '../../contract/ids.ts';
import { readAddresses } from '../email/read-addresses.ts';
import { nationalOf } from '../phone/runs.ts';
import { dialled, extensionsOf } from '../phone/same-number.ts';
import { typedNumbersIn } from '../phone/search-digits.ts';
import { writtenNumbersIn } from '../phone/written-numbers.ts';
import { longestItem } from './bare-item.ts';
import { couldBeId } from './could-be-id.ts';
import { idItems } from './id-items.ts';
import { type Items, international } from './part-reader.ts';
import type { Whose } from './whose.ts';

export type ListedItem =
  | { readonly kind: 'id'; readonly text: string; readonly id: UserId }
  | { readonly kind: 'address'; readonly text: string }
  /** `digits`: what it may stand as in the index. */
  | { readonly kind: 'number'; readonly text: string; readonly digits: readonly string[] };

const address = /(?<![^\s"'“”„‘’<>(){}[\],;|=:])[^\s"'“”„‘’<>(){}[\],;|=:@]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Fewer digits are of an id, a room, a date. */
const fewestDigits = 6;
/** More are of two numbers, also with an extension. */
const mostDigits = 21;

/** What the number stands as in the index: with its country's code and without, and with its extension. */
function wholeDigits(part: string): string[] {
  const [first, ...others] = writtenNumbersIn(part);
  if (first === undefined || others.length > 0) return [];
  const ways = first.prefix === '' ? [dialled(first)] : [first.digits, nationalOf(first.digits)];
  const [extension = ''] = extensionsOf(first);
  return [...new Set(ways)].filter((one) => one.length >= fewestDigits).map((one) => one + extension);
}

export function listItems(whose: Whose): Items<ListedItem> {
  const ids = idItems(whose);
  const idItem = (id: UserId, text: string): ListedItem => ({ kind: 'id', text, id });

  const number = (part: string): ListedItem | null => {
    const count = part.replace(/[^\p{Nd}]/gu, '').length;
    if (count < fewestDigits || count > mostDigits || !isNumber(part)) return null;
    const digits = typedNumbersIn(part).length === 0 ? [] : wholeDigits(part);
    return digits.length === 0 ? null : { kind: 'number', text: part, digits };
  };
  /** Several ids side by side, or with a slash between, look like a number that is written in groups. */
  const isIds = (part: string): boolean => {
    const tokens = part.split(/[\s/&]+/);
    const isSure = whose.ownForm?.isSettled === true && !/[/&]/.test(part);
    return tokens.length > 1 && tokens.every((one) => (isSure ? ids.item(one) !== null : whose.isKnown(one)));
  };
  function isNumber(part: string): boolean {
    return (
      !isIds(part) && (/^[+(\d]/.test(part) || couldBeId(part) === null) && !/^\d{1,4}-\d{1,2}-\d{1,4}\b/.test(part)
    );
  }

  return {
    item: (part) => {
      if (part.length > longestItem) return null;
      const text = part.trim();
      const id = ids.item(text);
      if (id !== null) return idItem(id, text);
      const [one, ...others] = text.includes('@') ? readAddresses(text) : [];
      if (one !== undefined) return others.length === 0 ? { kind: 'address', text: one } : null;
      return number(text);
    },
    within: (text) => {
      const found = ids.within(text).map((id) => idItem(id, id));
      for (const [one] of text.includes('+') ? text.matchAll(international) : []) {
        const item = number(one);
        if (item !== null) found.push(item);
      }
      if (!text.includes('@')) return found;
      return [...found, ...Array.from(text.matchAll(address), ([one]): ListedItem => ({ kind: 'address', text: one }))];
    },
    hasWords: ids.hasWords,
    mayStandBeside: (item) => item.kind !== 'id' || ids.mayStandBeside(item.id),
    isCertain: (item) => item.kind !== 'id' || ids.isCertain(item.id),
    keyOf: (item) => {
      if (item.kind === 'id') return `id:${spelledAlike(item.id)}`;
      return item.kind === 'address' ? `address:${item.text.toLowerCase()}` : `number:${item.digits[0] ?? item.text}`;
    },
  };
}
