/**
 * Those who are otherwise now than they were at a moment of the past, as they were then: a database in memory with the tables and
 * indexes of the local copy, so that the very rules by which people are found now find them by what they were.
 */
import { DatabaseSync } from 'node:sqlite';
import type { User } from '../../contract/user.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { atOneMoment, inTransaction } from '../sqlite/transaction.ts';
import { number, orNull, prepareQuery, text, userId } from '../sqlite/typed-query.ts';
import { carriedOf } from '../storage/carried.ts';
import { filePerson } from '../storage/filing.ts';
import { migrate } from '../storage/migrations.ts';
import { wholeReply } from '../storage/reply-content.ts';
import type { StoreFile } from '../storage/store-file.ts';
import { createTables, type Tables } from '../storage/tables.ts';

export type DirectoryThen = {
  readonly database: DatabaseSync;
  readonly tables: Tables;
  /** The people in it, by the keys of the local copy. */
  readonly keys: ReadonlySet<PersonKey>;
};

/** Reading and indexing so many replies takes about a second of processor time. */
export const mostOtherwise = 30_000;

type Otherwise = { readonly key: PersonKey; readonly observation: number; readonly user: User };

/** `at`: milliseconds since 1970-01-01T00:00Z. Null: more people are otherwise than are read. Throws SQLite's errors. */
export function createReadDirectoryThen(
  { database, tables, reader }: Pick<StoreFile, 'database' | 'tables' | 'reader'>,
  most: number,
): (at: number) => DirectoryThen | null {
  const otherwise = prepareQuery(
    database,
    `SELECT newest.person, newest.id
    FROM (SELECT person, max(id) AS id FROM observations WHERE first_seen_at <= ?1 GROUP BY person) newest
    CROSS JOIN people p ON p.key = newest.person WHERE p.observation <> newest.id LIMIT ?2`,
    [number, number],
  );
  const reply = prepareQuery(
    database,
    'SELECT o.text, o.carried, i.id FROM observations o CROSS JOIN ids i ON i.key = o.person WHERE o.id = ?',
    [text, orNull(text), userId],
  );

  const readAt = (at: number): Otherwise[] | null => {
    const found = otherwise.all(at, most + 1);
    if (found.length > most) return null;
    return found.flatMap(([key, observation]): Otherwise[] => {
      const [stored, carried, id] = reply.one(observation);
      const read = reader.read(wholeReply(stored, carriedOf(carried)), id);
      // Of a reply that cannot be read any more nothing else is known than what is known today.
      return read.ok ? [{ key, observation, user: { ...read.value, id } }] : [];
    });
  };

  return (at) => {
    const people = atOneMoment(database, () => readAt(at));
    if (people === null) return null;
    const memory = new DatabaseSync(':memory:');
    migrate(memory);
    const then = createTables(memory);
    inTransaction(memory, () => {
      for (const { kind, id, name } of tables.remembered.labels()) then.remembered.nameLabel(kind, id, name);
      for (const { key, observation, user } of people) {
        then.ids.giveAs(key, user.id);
        const filing = { key, user, observation, fetchedAt: at, reportsAt: null, isWhole: true, carried: [] };
        filePerson(then, { ...filing, readerVersion: reader.version }, null);
      }
      then.people.settleCounts();
    });
    return { database: memory, tables: then, keys: new Set(people.map(({ key }) => key)) };
  };
}
