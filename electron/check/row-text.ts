/**
 * What a row of a list says: who it may name, or why it cannot be understood. A line of a log that names one id says that id.
 * What an id, an address and a number are is told by `pasted/list-items.ts`, as everywhere.
 */
import type { WhyNotUnderstood } from '../../contract/check.ts';
import { bareItem } from '../pasted/bare-item.ts';
import { couldBeId, isNumberOrRange } from '../pasted/could-be-id.ts';
import { type ListedItem, listItems } from '../pasted/list-items.ts';
import { createPartReader } from '../pasted/part-reader.ts';
import { seenText } from '../pasted/seen-text.ts';
import type { Whose } from '../pasted/whose.ts';

/**
 * `items`: each once. A `username` may be one: `otherwise` says what it is where nobody has it; null: a username all the same. Of
 * one that is `name` people may be called so.
 */
export type RowText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'items'; readonly items: readonly ListedItem[] }
  | { readonly kind: 'username'; readonly text: string; readonly otherwise: 'name' | 'another-form' | null }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'none'; readonly why: Exclude<WhyNotUnderstood, 'name'> };

/** What may be somebody's name; null: it is something else. */
export function nameIn(read: RowText | null): string | null {
  if (read?.kind === 'name') return read.text;
  return read?.kind === 'username' && read.otherwise === 'name' ? read.text : null;
}

export type RowReader = {
  readonly read: (text: string) => RowText;
  /** Whether a text is one id, address or number and nothing else. */
  readonly itemIn: (text: string) => ListedItem | null;
};

/** In UTF-16 units. Nothing is looked for in a longer row: it is no line of a list. */
const longestRow = 65_536;
/** What is said of somebody in more words is no name. */
const mostWords = 8;
const longestName = 160;
/** One word without a space, of letters and what joins them in usernames. */
const handle = /^@?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._+-]*$/u;
const wordLike = /^[\p{L}\p{M}\s.,'’()-]+$/u;

export function createRowReader(whose: Whose): RowReader {
  const items = listItems(whose);
  const parts = createPartReader(items);
  const isSettled = whose.ownForm?.isSettled === true;

  const each = (found: readonly ListedItem[]): readonly ListedItem[] =>
    found.length === 1 ? found : [...new Map(found.map((item) => [items.keyOf(item), item])).values()];

  /** What may be an id where the form of the ids is not known well. */
  const likelyId = (bare: string): ListedItem | null => {
    if (isSettled || (whose.ownForm !== null && isNumberOrRange(bare))) return null;
    const id = couldBeId(bare);
    return id === null ? null : { kind: 'id', text: bare, id };
  };

  const readWords = (seen: string): RowText => {
    const text = seen
      .trim()
      .replace(/^["'“”„«]+|["'“”»,;]+$/gu, '')
      .trim();
    if (text.includes('://')) return { kind: 'none', why: 'another-link' };
    const bare = bareItem(text);
    const id = bare === '' ? null : likelyId(bare);
    if (id !== null) return { kind: 'items', items: [id] };
    if (handle.test(text)) {
      const username = text.replace(/^@/, '');
      const isMarked = text.startsWith('@') || /[._+-]/.test(username);
      if (/\d/.test(username)) {
        if (!/\p{L}/u.test(username)) return { kind: 'none', why: couldBeId(bare) === null ? 'no-id' : 'another-form' };
        return { kind: 'username', text: username, otherwise: text.startsWith('@') ? null : 'another-form' };
      }
      return { kind: 'username', text: username, otherwise: isMarked ? null : 'name' };
    }
    const words = text.split(/\s+/);
    const isName =
      text.length <= longestName && words.length <= mostWords && wordLike.test(text) && /\p{L}/u.test(text);
    return isName ? { kind: 'name', text } : { kind: 'none', why: 'no-id' };
  };

  return {
    itemIn: (text) => items.item(seenText(text)),
    read: (text) => {
      if (text.length > longestRow) return { kind: 'none', why: 'too-long' };
      const seen = seenText(text);
      if (seen.trim() === '') return { kind: 'empty' };
      const whole = items.item(seen);
      if (whole !== null) return { kind: 'items', items: [whole] };
      const { items: found, beside } = parts.read(seen);
      if (found.length > 0) return { kind: 'items', items: each(found) };
      if (beside !== null && items.mayStandBeside(beside)) return { kind: 'items', items: [beside] };
      return readWords(seen);
    },
  };
}
