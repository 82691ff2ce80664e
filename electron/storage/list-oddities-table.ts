/** What was wrong with entries of the server's list of all users, as it last came: told among the problems. */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, oneOf, prepareQuery, text } from '../sqlite/typed-query.ts';

/** Beyond that the list is broken as a whole, and a longer account of it says no more. */
const mostKept = 5000;

/** `no-id`: what stands for its id cannot be one. `no-user`: it is no record of a user at all. */
export type NobodyBecause = 'no-id' | 'no-user';

export type BadEntry = { readonly why: NobodyBecause; readonly text: string };

export function createListOdditiesTable(database: DatabaseSync) {
  const clear = database.prepare('DELETE FROM list_oddities');
  const put = database.prepare('INSERT OR REPLACE INTO list_oddities (nth, why, text, person) VALUES (?, ?, ?, ?)');
  const badEntries = prepareQuery(database, 'SELECT nth FROM list_oddities WHERE person IS NULL ORDER BY nth', [
    number,
  ]);
  const badEntry = prepareQuery(database, 'SELECT why, text FROM list_oddities WHERE nth = ? AND person IS NULL', {
    why: oneOf('no-id', 'no-user'),
    text,
  });
  const twice = prepareQuery(
    database,
    'SELECT DISTINCT person FROM list_oddities WHERE person IS NOT NULL ORDER BY person',
    [number],
  );
  const times = prepareQuery(database, 'SELECT count(*) FROM list_oddities WHERE person = ?', [number]);
  /** Who has stood in the list that is being taken, by key: a million people are a million bytes. */
  let seen = new Uint8Array(0);
  let kept = 0;

  return {
    /** Another list begins: what was wrong with the one before is over. */
    begin: (): void => {
      clear.run();
      seen = new Uint8Array(1024);
      kept = 0;
    },
    /** Whether somebody stands in this list for the first time. */
    isFirst: (key: PersonKey): boolean => {
      if (key >= seen.length) {
        const larger = new Uint8Array(Math.max(key + 1, seen.length * 2));
        larger.set(seen);
        seen = larger;
      }
      if (seen[key] === 1) return false;
      seen[key] = 1;
      return true;
    },
    add: (
      nth: number,
      { why, text }: BadEntry | { readonly why: 'twice'; readonly text: '' },
      key: PersonKey | null,
    ) => {
      if (kept >= mostKept) return;
      kept += 1;
      put.run(nth, why, text, key);
    },
    badEntries: (): number[] => badEntries.all().map(([nth]) => nth),
    badEntry: (nth: number): BadEntry | null => badEntry.get(nth) ?? null,
    /** Who stood there more than once. */
    listedTwice: (): PersonKey[] => twice.all().map(([person]) => person),
    /** How often somebody stood there. */
    times: (key: PersonKey): number => times.one(key)[0] + 1,
  };
}
