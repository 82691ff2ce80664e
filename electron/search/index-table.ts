/** The index of folded words, and candidates out of it. Ranking is `find.ts`'s. */
import type { DatabaseSync } from 'node:sqlite';
import type { Status } from '../../contract/user.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusToNumber } from '../sqlite/status-order.ts';
import { number, prepareQuery, text } from '../sqlite/typed-query.ts';
import { createLabelTokens, type LabelTokens, statusToken } from './label-tokens.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import type { SearchText } from './words.ts';

export type Candidate = {
  readonly key: PersonKey;
  readonly status: number;
  readonly sortName: string;
  readonly reportCount: number;
};

/** What is asked of the index. `status`: of this one alone. `limit`: at most so many, those first who became known first. */
export type Asked = { readonly status: Status | null; readonly limit: number };

export type IndexTable = {
  /** Indexes a person of whom nothing was indexed before. Within a transaction only, as `put`. */
  readonly add: (key: PersonKey, search: SearchText) => void;
  /** Indexes a person, in place of what was indexed of them before. */
  readonly put: (key: PersonKey, search: SearchText) => void;
  /** People for whom an FTS5 expression holds, in the order they became known. */
  readonly match: (expression: string, asked: Asked) => Candidate[];
  /** Those of them of whom an address, folded, begins so. */
  readonly matchAddress: (expression: string, address: string, asked: Asked) => Candidate[];
  /** People whose id begins so. */
  readonly byIdPrefix: (prefix: string, asked: Asked) => Candidate[];
  /** How many there are of each status, as it is stored, among the first `limit` who match an expression. */
  readonly tally: (expression: string, limit: number) => readonly (readonly [status: number, people: number])[];
  readonly vocabulary: Vocabulary;
  readonly tokens: LabelTokens;
};

export function createIndexTable(database: DatabaseSync): IndexTable {
  const vocabulary = createVocabulary(database);
  const tokens = createLabelTokens(database);
  const inserting = (how: string) =>
    database.prepare(`${how} INTO words (rowid, name, other, phone, label) VALUES (?, ?, ?, ?, ?)`);
  const add = inserting('INSERT');
  const put = inserting('INSERT OR REPLACE');
  const columns = 'p.key, p.status, p.sort_name, p.report_count';
  const limited = '(?2 IS NULL OR p.status = ?2) LIMIT ?3';
  const candidates = (sql: string) => prepareQuery(database, sql, [number, number, text, number]);
  const match = candidates(
    `SELECT ${columns} FROM words CROSS JOIN people p ON p.key = words.rowid WHERE words MATCH ?1 AND ${limited}`,
  );
  const matchAddress = candidates(
    `SELECT ${columns} FROM words CROSS JOIN people p ON p.key = words.rowid
    WHERE words MATCH ?1 AND (?2 IS NULL OR p.status = ?2) AND instr(char(10) || folded(p.emails), char(10) || ?4) > 0
    LIMIT ?3`,
  );
  const byId = candidates(
    `SELECT ${columns} FROM ids i CROSS JOIN people p ON p.key = i.key
    WHERE i.id >= ?1 AND i.id < ?1 || char(1114111) AND ${limited}`,
  );
  const tally = prepareQuery(
    database,
    `SELECT status, count(*) FROM
    (SELECT p.status FROM words CROSS JOIN people p ON p.key = words.rowid WHERE words MATCH ? LIMIT ?) GROUP BY status`,
    [number, number],
  );
  const toCandidates = (rows: ReturnType<typeof match.all>): Candidate[] =>
    rows.map(([key, status, sortName, reportCount]) => ({ key, status, sortName, reportCount }));
  const numbered = (status: Status | null) => (status === null ? null : statusToNumber(status));

  const write = (how: typeof put, key: PersonKey, { name, other, phone, status, role, team }: SearchText) => {
    vocabulary.add(name);
    const label = [
      // Nearly everybody is active: that token would be found nowhere faster than the people themselves.
      status === 'active' ? '' : statusToken(status),
      role === null ? '' : tokens.give('role', role),
      team === null ? '' : tokens.give('team', team),
    ];
    how.run(key, name, other, phone, label.join(' '));
  };

  return {
    add: (key, search) => write(add, key, search),
    put: (key, search) => write(put, key, search),
    match: (expression, { status, limit }) => {
      const narrowed =
        status === null || status === 'active' ? expression : `(${expression}) AND label : "${statusToken(status)}"`;
      return toCandidates(match.all(narrowed, numbered(status), limit));
    },
    matchAddress: (expression, address, { status, limit }) =>
      toCandidates(matchAddress.all(expression, numbered(status), limit, address)),
    byIdPrefix: (prefix, { status, limit }) => toCandidates(byId.all(prefix, numbered(status), limit)),
    tally: (expression, limit) => tally.all(expression, limit),
    vocabulary,
    tokens,
  };
}
