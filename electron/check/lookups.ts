/**
 * What rows and people meet by: an id in whichever spelling, an address, a number, a username, a name. Each is a text with a sign
 * before it that says which.
 */
import type { DatabaseSync } from 'node:sqlite';
import { spelledAlike, type UserId } from '../../contract/ids.ts';
import type { ListedItem } from '../pasted/list-items.ts';
import { fold } from '../search/fold.ts';
import { sortNameOf } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { prepareQuery, text } from '../sqlite/typed-query.ts';
import { addressHandle, askedNumberHandles, handlesOf, usernameHandle } from '../storage/handles-of.ts';
import type { Tables } from '../storage/tables.ts';
import type { RowText } from './row-text.ts';

export const idLookup = (id: UserId): string => `i${spelledAlike(id)}`;
const nameLookup = (sortName: string): string => `s${sortName}`;

/** As names are sorted: of "Silva, Ana" also with the first name first. */
export function sortNamesOf(name: string): readonly string[] {
  const [last = '', first = '', ...more] = name.split(',');
  const ways = [name, ...(first.trim() === '' || more.length > 0 ? [] : [`${first} ${last}`])];
  return [...new Set(ways.map((way) => sortNameOf(fold(way))))].filter((way) => way !== '');
}

/** By which owners of it are looked up, the surest first: many a username is an address. */
export function handlesOfItem(item: ListedItem): readonly string[] {
  if (item.kind === 'id') return [];
  return item.kind === 'number' ? askedNumberHandles(item.text) : [addressHandle(item.text), usernameHandle(item.text)];
}

export function lookupsOfRow(read: RowText): readonly string[] {
  switch (read.kind) {
    case 'items':
      return read.items.flatMap((item) => (item.kind === 'id' ? [idLookup(item.id)] : handlesOfItem(item)));
    case 'username': {
      const names = read.otherwise === 'name' ? sortNamesOf(read.text).map(nameLookup) : [];
      return [usernameHandle(read.text), ...names];
    }
    case 'name':
      return sortNamesOf(read.text).map(nameLookup);
    default:
      return [];
  }
}

/** The same text for rows that say the same. */
export function sayingOf(read: RowText, given: string): string {
  const lookups = lookupsOfRow(read);
  return lookups.length === 0 ? `x${given.trim().toLowerCase()}` : lookups.toSorted().join('\n');
}

/** By what rows may be about somebody; empty where nothing is stored of them. */
export function createPersonLookups(
  database: DatabaseSync,
  { ids, people }: Pick<Tables, 'ids' | 'people'>,
): (key: PersonKey) => readonly string[] {
  const sortName = prepareQuery(database, 'SELECT sort_name FROM people WHERE key = ?', [text]);
  return (key) => {
    const contacts = people.contacts(key);
    const name = sortName.get(key)?.[0];
    if (contacts === null || name === undefined) return [];
    return [idLookup(ids.idOf(key)), nameLookup(name), ...handlesOf(contacts).map(({ handle }) => handle)];
  };
}
