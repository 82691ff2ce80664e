/** Who is meant by the items of a list: looked up by the index, each exactly, and no slip is thought about. */
import type { DatabaseSync } from 'node:sqlite';
import type { FoundPerson, PersonCard } from '../../contract/person.ts';
import { addressesWithin } from '../email/read-addresses.ts';
import type { ListedItem } from '../pasted/list-items.ts';
import { numberMatcher } from '../phone/same-number.ts';
import { placeInText } from '../phone/search-digits.ts';
import type { PersonIds, PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { Contacts } from './because.ts';
import { any, handleWhole, phoneWhole } from './expressions.ts';
import { fold } from './fold.ts';
import { asHandle, localPartOf } from './words.ts';

export type ListedNeeds = { readonly database: DatabaseSync; readonly ids: PersonIds };

/** For each item, in their order, who is known by it; empty for one by which nobody is. */
export type Listed = (items: readonly ListedItem[]) => readonly (readonly PersonKey[])[];

export function createListed({ database, ids }: ListedNeeds): Listed {
  const stored = prepareQuery(database, 'SELECT key FROM people WHERE key = ?', [number]);
  const reachable = prepareQuery(
    database,
    'SELECT p.key, p.emails, p.username FROM words CROSS JOIN people p ON p.key = words.rowid WHERE words MATCH ?',
    [number, orNull(text), orNull(text)],
  );
  const callable = prepareQuery(
    database,
    'SELECT p.key, p.phones FROM words CROSS JOIN people p ON p.key = words.rowid WHERE words MATCH ?',
    [number, orNull(text)],
  );

  /** The people with one of the addresses, all of which have the same local part. */
  const byAddresses = (local: string, addresses: ReadonlySet<string>): Map<string, PersonKey[]> => {
    // Many a username is an address.
    const handles = [local, ...addresses].map((one) => handleWhole(asHandle(one)));
    const found = new Map<string, PersonKey[]>();
    for (const [key, emails, username] of reachable.all(any(handles))) {
      const own = new Set((emails ?? '').split('\n').flatMap(addressesWithin).map(fold));
      if (username !== null) own.add(fold(username));
      for (const one of own) if (addresses.has(one)) found.set(one, [...(found.get(one) ?? []), key]);
    }
    return found;
  };
  // The index holds the last digits of numbers as well, by which another's may be found.
  const byNumber = (typed: string, digits: readonly string[]): PersonKey[] => {
    const isAsked = numberMatcher(typed);
    for (const one of digits) {
      const found = callable.all(phoneWhole(one)).filter(([, phones]) => (phones ?? '').split('\n').some(isAsked));
      if (found.length > 0) return found.map(([key]) => key);
    }
    return [];
  };

  return (items) => {
    const locals = new Map<string, Set<string>>();
    for (const item of items) {
      if (item.kind !== 'address') continue;
      const folded = fold(item.text);
      const local = localPartOf(folded);
      locals.set(local, (locals.get(local) ?? new Set()).add(folded));
    }
    const owners = new Map<string, readonly PersonKey[]>();
    for (const [local, addresses] of locals) {
      for (const [address, keys] of byAddresses(local, addresses)) owners.set(address, keys);
    }
    return items.map((item) => {
      if (item.kind === 'id') return ids.findAll(item.id).filter((key) => stored.get(key) !== undefined);
      return item.kind === 'address' ? (owners.get(fold(item.text)) ?? []) : byNumber(item.text, item.digits);
    });
  };
}

/** Why somebody was found: the item, as it stands in their record. */
export function listedBecause(item: ListedItem, card: PersonCard, contacts: Contacts | null): FoundPerson['because'] {
  if (item.kind === 'id') return { field: 'id', text: card.id, marks: [[0, card.id.length]] };
  const { emails = [], phones = [], username = null } = contacts ?? {};
  if (item.kind === 'number') {
    for (const text of phones) {
      const place = placeInText(text, item.digits);
      if (place !== null) return { field: 'phone', text, marks: [[...place]] };
    }
    return null;
  }
  const wanted = fold(item.text);
  const text = emails.find((one) => addressesWithin(one).some((address) => fold(address) === wanted));
  if (text !== undefined) return { field: 'email', text, marks: [[0, text.length]] };
  return username === null ? null : { field: 'username', text: username, marks: [[0, username.length]] };
}
