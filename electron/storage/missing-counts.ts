/** How many people there are no records of since they could not be had, kept with every write: counting takes ever longer. */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery } from '../sqlite/typed-query.ts';

export type Missing = 'failed' | 'not-found';

export type MissingCounts = ReturnType<typeof createMissingCounts>;

/** Functions that write are to be called within a transaction, before the person is stored and after what they count. */
export function createMissingCounts(database: DatabaseSync) {
  const isStored = prepareQuery(database, 'SELECT 1 FROM people WHERE key = ?', [number]);
  const add = database.prepare('UPDATE missing_counts SET people = people + ? WHERE what = ?');
  const countFailed = database.prepare(`
    UPDATE missing_counts SET people = (
      SELECT count(*) FROM fetch_failures f WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.key = f.person)
    ) WHERE what = 'failed'`);
  const read = prepareQuery(database, 'SELECT people FROM missing_counts WHERE what = ?', [number]);
  return {
    /** Somebody has come to be missing, or is so no more. Whoever is stored is not missing. */
    add: (what: Missing, person: PersonKey, by: 1 | -1): void => {
      if (isStored.get(person) === undefined) add.run(by, what);
    },
    /** Counts anew who failed, where many rows have gone at once. */
    countFailed: (): void => {
      countFailed.run();
    },
    of: (what: Missing): number => read.one(what)[0],
  };
}
