/**
 * Addresses and numbers that several people carry, out of what people are looked up by (`handles-of.ts`). Numbers are the same where
 * they are written alike: both with their country's code, or both without. Where extensions are written they are compared too: people
 * behind one switchboard share no number.
 */
import type { DatabaseSync } from 'node:sqlite';
import { hashOf } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numbersIn } from '../storage/number-lists.ts';
import { add, type Found, type FoundOfKind, mixed, noneOf } from './found.ts';

export type SharedContacts = Pick<Found, 'shared-email' | 'shared-phone'>;

/** With what handles of each kind begin, from the first to before the last. Numbers also stand there as they are dialled at home. */
const emails = ['@', 'A'] as const;
const numbers = [
  ['+', ','],
  ['0', '1'],
] as const;
const extension = 'x';
const behindExtensions = 'y';

export function createFindSharedContacts(database: DatabaseSync): () => SharedContacts {
  const shared = prepareQuery(
    database,
    `SELECT handle, group_concat(person) FROM handles WHERE handle >= ? AND handle < ?
    GROUP BY handle HAVING count(*) > 1`,
    [text, text],
  );
  const within = prepareQuery(database, 'SELECT person FROM handles WHERE handle > ? AND handle < ?', [number]);

  const put = (found: FoundOfKind, handle: string, owners: readonly PersonKey[]) => {
    if (owners.length < 2) return;
    found.handles?.push(handle);
    found.about?.push(owners);
    add(found, hashOf(handle), mixed(owners), owners.length);
  };
  const ownersOf = (listed: string): PersonKey[] => Array.from(numbersIn(listed)).sort((one, other) => one - other);
  /** Without those who are only reached behind it. */
  const withoutExtension = (handle: string, owners: PersonKey[]): PersonKey[] => {
    if (handle.includes(extension)) return owners;
    const behind = new Set(within.all(`${handle}${extension}`, `${handle}${behindExtensions}`).map(([one]) => one));
    return behind.size === 0 ? owners : owners.filter((owner) => !behind.has(owner));
  };

  return () => {
    const found: SharedContacts = {
      'shared-email': { ...noneOf(), about: [], handles: [] },
      'shared-phone': { ...noneOf(), about: [], handles: [] },
    };
    for (const [handle, owners] of shared.iterate(...emails)) put(found['shared-email'], handle, ownersOf(owners));
    for (const range of numbers) {
      for (const [handle, owners] of shared.all(...range)) {
        put(found['shared-phone'], handle, withoutExtension(handle, ownersOf(owners)));
      }
    }
    return found;
  };
}
