/** Lists that were checked, their rows in parts, what was chosen of them, and their runs. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { mostEntries } from '../../contract/bounds.ts';
import { CheckId } from '../../contract/check.ts';
import { CheckCounts, CheckSource, type KeptChecks } from '../../contract/check-overview.ts';
import { PeopleFilter } from '../../contract/table.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, oneOf, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';

/**
 * Of a table its headings and which column is looked up. `rows`: of all parts. `givenSha256`: of the file, or of the text in UTF-8. `sheet`: of
 * a workbook the sheet that was read, and the first of the others. `comparedWith`: the part of the directory that stands beside the list.
 */
export const CheckShape = z.object({
  rows: z.number().int(),
  table: z.object({ columns: z.array(z.string()), key: z.number().int() }).nullable(),
  givenSha256: z.string().optional(),
  sheet: z.object({ name: z.string(), others: z.array(z.string()) }).optional(),
  comparedWith: PeopleFilter.optional(),
});
export type CheckShape = z.infer<typeof CheckShape>;

/** `olderThan`: milliseconds. Somebody is still to be asked for where the server last answered so long before `at`. */
export type CheckAsked = {
  readonly at: number;
  readonly olderThan: number;
  readonly status: 'running' | 'paused' | null;
};

export type StoredCheck = {
  readonly id: CheckId;
  readonly name: string | null;
  readonly source: CheckSource;
  readonly madeAt: number;
  readonly shape: CheckShape;
  /** Null: the server was never asked for it. */
  readonly asked: CheckAsked | null;
};

export type Choice = { readonly place: number; readonly key: PersonKey; readonly isByName: boolean };
export type StoredRun = {
  readonly number: number;
  readonly at: number;
  readonly counts: CheckCounts;
  readonly answers: string;
};

/** One row of a list: the line it came from (from 1), which part of it (from 0), and its text, or the cells of a table. */
export type ListRow = readonly [line: number, part: number, given: string | readonly string[]];

export type ChecksTable = ReturnType<typeof createChecksTable>;

export function createChecksTable(database: DatabaseSync) {
  const begin = database.prepare('INSERT INTO checks (source, made_at) VALUES (?, ?)');
  const addPart = database.prepare('INSERT INTO check_parts (check_id, number, rows) VALUES (?, ?, ?)');
  const setShape = database.prepare('UPDATE checks SET shape = ? WHERE id = ?');
  const setName = database.prepare('UPDATE checks SET name = ? WHERE id = ?');
  const setAsked = database.prepare('UPDATE checks SET asked_at = ?, older_than = ?, asking = ? WHERE id = ?');
  const endAsking = database.prepare('UPDATE checks SET asking = NULL WHERE id = ?');
  const removals = ['check_parts', 'check_choices', 'check_runs'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE check_id = ?`),
  );
  const remove = database.prepare('DELETE FROM checks WHERE id = ?');
  const withoutName = prepareQuery(database, 'SELECT id FROM checks WHERE name IS NULL AND id <> ?', [number]);
  const unread = prepareQuery(database, 'SELECT id FROM checks WHERE shape IS NULL', [number]);
  const unanswered = prepareQuery(
    database,
    'SELECT id FROM checks WHERE NOT EXISTS (SELECT 1 FROM check_runs WHERE check_id = checks.id)',
    [number],
  );
  const asking = prepareQuery(database, "SELECT id FROM checks WHERE asking = 'running' ORDER BY id", [number]);
  const of = prepareQuery(
    database,
    'SELECT id, name, source, made_at, shape, asked_at, older_than, asking FROM checks WHERE id = ? AND shape IS NOT NULL',
    {
      id: number,
      name: orNull(text),
      source: text,
      made_at: number,
      shape: text,
      asked_at: orNull(number),
      older_than: orNull(number),
      asking: orNull(oneOf('running', 'paused')),
    },
  );
  const part = prepareQuery(database, 'SELECT rows FROM check_parts WHERE check_id = ? AND number = ?', [text]);
  const choices = prepareQuery(database, 'SELECT place, person, by_name FROM check_choices WHERE check_id = ?', [
    number,
    number,
    number,
  ]);
  const choose = database.prepare(
    'INSERT OR REPLACE INTO check_choices (check_id, place, person, by_name) VALUES (?, ?, ?, ?)',
  );
  const unchoose = database.prepare('DELETE FROM check_choices WHERE check_id = ? AND place = ?');
  const unchooseAll = database.prepare('DELETE FROM check_choices WHERE check_id = ?');
  const runKinds = { number, at: number, counts: text };
  const runs = prepareQuery(
    database,
    `SELECT number, at, counts FROM check_runs WHERE check_id = ? ORDER BY number DESC LIMIT ${mostEntries}`,
    runKinds,
  );
  const lastRun = prepareQuery(
    database,
    'SELECT number, at, counts, answers FROM check_runs WHERE check_id = ? AND number < ? ORDER BY number DESC LIMIT 1',
    { ...runKinds, answers: text },
  );
  const putRun = database.prepare(
    'INSERT OR REPLACE INTO check_runs (check_id, number, at, counts, answers) VALUES (?, ?, ?, ?, ?)',
  );
  // The newest says what the list of checks says.
  const removeRun = database.prepare(`
    DELETE FROM check_runs WHERE check_id = ?1 AND number = ?2
      AND number < (SELECT max(number) FROM check_runs WHERE check_id = ?1)`);
  const kept = prepareQuery(
    database,
    `SELECT c.id, c.name, c.source, c.made_at, r.at, r.counts FROM checks c
    JOIN check_runs r ON r.check_id = c.id
      AND r.number = (SELECT max(number) FROM check_runs WHERE check_id = c.id)
    WHERE c.shape IS NOT NULL ORDER BY r.at DESC, c.id DESC LIMIT ${mostEntries}`,
    { id: number, name: orNull(text), source: text, made_at: number, at: number, counts: text },
  );

  const removeWhole = (id: number): void => {
    for (const one of removals) one.run(id);
    remove.run(id);
  };
  const countsIn = (stored: string): CheckCounts => CheckCounts.parse(JSON.parse(stored));

  return {
    /** A list that is being read; `finish` keeps it. Within a transaction, as all that write. */
    begin: (source: CheckSource, at: number): CheckId =>
      CheckId.parse(Number(begin.run(JSON.stringify(source), at).lastInsertRowid)),
    addPart: (id: CheckId, nth: number, rows: string): void => {
      addPart.run(id, nth, rows);
    },
    setShape: (id: CheckId, shape: CheckShape): void => {
      setShape.run(JSON.stringify(shape), id);
    },
    /** Those that have no name, but for this one; gives which those were. */
    removeOthers: (id: CheckId): CheckId[] => {
      const others = withoutName.all(id).map(([other]) => CheckId.parse(other));
      for (const other of others) removeWhole(other);
      return others;
    },
    /** Lists that were never read to their end, as a run that was killed leaves them. */
    removeUnread: (): void => {
      for (const [id] of unread.all()) removeWhole(id);
    },
    /** With them those that were never answered: while none is being read, a run that was killed left all of these. */
    removeUnanswered: (): void => {
      for (const [id] of unanswered.all()) removeWhole(id);
    },
    remove: removeWhole,
    setName: (id: CheckId, name: string): void => {
      setName.run(name, id);
    },
    setAsked: (id: CheckId, { at, olderThan, status }: CheckAsked): void => {
      setAsked.run(at, olderThan, status, id);
    },
    /** Nobody of it is asked for any more. */
    endAsking: (id: CheckId): void => {
      endAsking.run(id);
    },
    /** Those whose people the server is still asked for, the first made first. */
    asking: (): CheckId[] => asking.all().map(([id]) => CheckId.parse(id)),
    /** Null: it is not kept, or still being read. */
    of: (id: CheckId): StoredCheck | null => {
      const row = of.get(id);
      if (row === undefined) return null;
      const { asked_at: at, older_than: olderThan, asking: status } = row;
      return {
        id,
        name: row.name,
        source: CheckSource.parse(JSON.parse(row.source)),
        madeAt: row.made_at,
        shape: CheckShape.parse(JSON.parse(row.shape)),
        asked: at === null || olderThan === null ? null : { at, olderThan, status },
      };
    },
    /** Null: there is no such part. What was stored is not looked through again: lists are long. */
    part: (id: CheckId, nth: number): readonly ListRow[] | null => {
      const row = part.get(id, nth);
      return row === undefined ? null : (JSON.parse(row[0]) as ListRow[]);
    },
    choices: (id: CheckId): Choice[] =>
      choices.all(id).map(([place, key, byName]) => ({ place, key, isByName: byName === 1 })),
    choose: (id: CheckId, { place, key, isByName }: Choice): void => {
      choose.run(id, place, key, Number(isByName));
    },
    unchoose: (id: CheckId, place: number): void => {
      unchoose.run(id, place);
    },
    unchooseAll: (id: CheckId): void => {
      unchooseAll.run(id);
    },
    /** Newest first. */
    runs: (id: CheckId) => runs.all(id).map((run) => ({ ...run, counts: countsIn(run.counts) })),
    /** The newest before that number. */
    runBefore: (id: CheckId, nth: number): StoredRun | null => {
      const run = lastRun.get(id, nth);
      return run === undefined ? null : { ...run, counts: countsIn(run.counts) };
    },
    putRun: (id: CheckId, run: StoredRun): void => {
      putRun.run(id, run.number, run.at, JSON.stringify(run.counts), run.answers);
    },
    /** The newest stays. */
    removeRun: (id: CheckId, nth: number): void => {
      removeRun.run(id, nth);
    },
    kept: (): KeptChecks => {
      const checks = kept.all().map(({ id, name, source, made_at: madeAt, at: ranAt, counts }) => ({
        id: CheckId.parse(id),
        name,
        source: CheckSource.parse(JSON.parse(source)),
        madeAt,
        ranAt,
        counts: countsIn(counts),
      }));
      return { checks, last: checks.find(({ name }) => name === null)?.id ?? null };
    },
  };
}
