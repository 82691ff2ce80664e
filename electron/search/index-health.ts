/**
 * Whether the index says what the people say, and making it anew where it does not. Rebuilding goes on in chunks, each
 * in a transaction of its own, and survives the process: people who are not in it again yet are not found meanwhile,
 * and whoever is recorded in between is indexed as ever.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { isDamage } from '../sqlite/sqlite-failure.ts';
import { inTransaction } from '../sqlite/transaction.ts';
import { number, prepareQuery } from '../sqlite/typed-query.ts';
import type { IndexTable } from './index-table.ts';
import type { SearchText } from './words.ts';

/** `rebuilding`: a rebuilding was begun and did not come to its end. */
export type IndexState = 'sound' | 'rebuilding' | 'mismatched' | 'damaged';

export type IndexHealthNeeds = {
  readonly database: DatabaseSync;
  readonly index: Pick<IndexTable, 'put' | 'vocabulary'>;
  /** What is to be indexed of a person; null for one of whom nothing can be read. */
  readonly searchTextOf: (key: PersonKey) => SearchText | null;
};

export type IndexHealth = {
  /** Reads the whole index: seconds with a million people. */
  readonly check: () => IndexState;
  /** Empties the index, so that `rebuild` fills it. */
  readonly beginRebuild: () => void;
  /** Indexes the next people, at most `limit`; 0 once everybody is in it, and where no rebuilding was begun. */
  readonly rebuild: (limit: number) => number;
  /**
   * Brings together what many batches left in pieces, at most so many pages of it; false once it is one piece. Looking
   * up takes half the time afterwards; worth it after many people were written.
   */
  readonly settle: (pages: number) => boolean;
};

/** Empties the index, to be rebuilt: also one that cannot be read. */
export function emptyIndex(database: DatabaseSync): void {
  inTransaction(database, () =>
    database.exec(`
      INSERT INTO words (words) VALUES ('delete-all');
      DELETE FROM vocabulary;
      DELETE FROM index_rebuild;
      INSERT INTO index_rebuild (done_to) VALUES (0);
    `),
  );
}

/** Whether a finding of SQLite's own check is about the index, and so about nothing that could not be made anew. */
export function isOfIndex(finding: string): boolean {
  return /^fts5: .* table "words"$|^malformed inverted index for FTS5 table main\.words$/.test(finding);
}

export function createIndexHealth({ database, index, searchTextOf }: IndexHealthNeeds): IndexHealth {
  const integrity = database.prepare("INSERT INTO words (words) VALUES ('integrity-check')");
  // Contentless: which rows there are is known by their sizes alone.
  const differing = prepareQuery(
    database,
    `SELECT EXISTS (SELECT key FROM people EXCEPT SELECT id FROM words_docsize)
      OR EXISTS (SELECT id FROM words_docsize EXCEPT SELECT key FROM people)`,
    [number],
  );
  const doneTo = prepareQuery(database, 'SELECT done_to FROM index_rebuild', [number]);
  const forget = database.prepare('DELETE FROM index_rebuild');
  const note = database.prepare('INSERT INTO index_rebuild (done_to) VALUES (?)');
  const next = prepareQuery(database, 'SELECT key FROM people WHERE key > ? ORDER BY key LIMIT ?', [number]);
  const merge = database.prepare("INSERT INTO words (words, rank) VALUES ('merge', ?)");
  const changes = prepareQuery(database, 'SELECT total_changes()', [number]);
  const totalChanges = () => changes.one()[0];
  let isSettling = false;
  const place = () => doneTo.get()?.[0] ?? null;

  return {
    check: () => {
      try {
        if (place() !== null) return 'rebuilding';
        integrity.run();
        return differing.one()[0] === 1 ? 'mismatched' : 'sound';
      } catch (error) {
        if (isDamage(error)) return 'damaged';
        throw error;
      }
    },
    beginRebuild: () => {
      emptyIndex(database);
      index.vocabulary.forget();
    },
    rebuild: (limit) =>
      inTransaction(database, () => {
        const from = place();
        if (from === null) return 0;
        const keys = next.all(from, limit).map(([key]) => key);
        for (const key of keys) {
          const search = searchTextOf(key);
          if (search !== null) index.put(key, search);
        }
        forget.run();
        const last = keys[keys.length - 1];
        if (last !== undefined) note.run(last);
        return keys.length;
      }),
    settle: (pages) =>
      inTransaction(database, () => {
        const before = totalChanges();
        // A negative number begins with all that there is; a positive one goes on with that.
        merge.run(isSettling ? pages : -pages);
        isSettling = totalChanges() - before > 1;
        return isSettling;
      }),
  };
}
