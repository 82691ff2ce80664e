/** The index of folded words, and candidates out of it. Ranking is `find.ts`'s. */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../person-ids.ts';
import type { SearchText } from './words.ts';

export type Candidate = {
  readonly key: PersonKey;
  readonly standing: number;
  readonly sortName: string;
  readonly reportCount: number;
};

/** How many candidates a question may bring. Ranking more of them would take longer than a keystroke. */
const mostCandidates = 200;

export type IndexTable = ReturnType<typeof createIndexTable>;

export function createIndexTable(database: DatabaseSync) {
  const put = database.prepare('INSERT OR REPLACE INTO words (rowid, name, other, phone) VALUES (?, ?, ?, ?)');
  const columns = 'p.key, p.standing, p.sort_name AS sortName, p.report_count AS reportCount';
  const match = database.prepare(`
    SELECT ${columns} FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ${mostCandidates}) w
    CROSS JOIN people p ON p.key = w.rowid`);
  const byId = database.prepare(`
    SELECT ${columns} FROM (SELECT key FROM ids WHERE id >= ?1 AND id < ?1 || char(1114111) LIMIT ${mostCandidates}) i
    CROSS JOIN people p ON p.key = i.key`);
  return {
    put: (key: PersonKey, { name, other, phone }: SearchText): void => {
      put.run(key, name, other, phone);
    },
    /** People for whom an FTS5 expression holds, in the order they became known. */
    match: (expression: string): Candidate[] => match.all(expression) as unknown as Candidate[],
    /** People whose id begins so. */
    byIdPrefix: (prefix: string): Candidate[] => byId.all(prefix) as unknown as Candidate[],
  };
}
