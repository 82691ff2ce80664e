/** Reads a text that is searched or filtered with as a list of ids, addresses and telephone numbers, where it is one. */

import { mostListed } from '../../contract/bounds.ts';
import type { OddItems } from '../../contract/pasted.ts';
import { withWholeIds } from './broken-ids.ts';
import { textsInJson } from './json-ids.ts';
import { type ListedItem, listItems } from './list-items.ts';
import { readLines } from './read-lines.ts';
import { seenText } from './seen-text.ts';
import type { Whose } from './whose.ts';

export type ReadList = {
  /** Each once, in the text's order; at most `mostListed`. */
  readonly items: readonly ListedItem[];
  /** How many more there are. */
  readonly beyond: number;
  readonly odd: OddItems;
};

/**
 * Words alone are looked for as a name: a list has two parts with digits or an `@`, or that begin a link, or one and something
 * else that is set apart from it.
 */
function mayBeList(text: string): boolean {
  const isApart = /[,;\n]\s*\S/.test(text);
  let parts = 0;
  for (const [part] of text.matchAll(/[^\s,;|/+&<>()]+/g)) {
    if (/[\d@]|:$/.test(part)) parts += 1;
    if (parts > 1 || (parts === 1 && isApart)) return true;
  }
  return false;
}

/** Null: there are not two of them in the text, nor one beside what is none (`odd`). `whose` is asked only where there may be. */
export function readList(text: string, whose: () => Whose): ReadList | null {
  const seen = seenText(text);
  if (!mayBeList(seen)) return null;
  const listed = textsInJson(seen)?.map((one) => one.replace(/\s+/g, ' '));
  const known = whose();
  const { items, odd } = readLines(listed?.join('\n') ?? withWholeIds(seen, known), listItems(known), {
    isSure: true,
    isPlain: listed !== undefined,
  });
  if (items.length === 0 || (items.length === 1 && odd.count === 0)) return null;
  return { items: items.slice(0, mostListed), beyond: Math.max(0, items.length - mostListed), odd };
}
