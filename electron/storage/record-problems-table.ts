/** What is wrong with each record by itself: written with the person, so that nothing has to be read to count them. */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numberListsIn } from './number-lists.ts';
import { type RecordKind, type RecordProblem, recordKinds } from './record-problems.ts';

export type RecordProblemsTable = ReturnType<typeof createRecordProblemsTable>;

const codeOf = (kind: RecordKind): number => recordKinds.indexOf(kind);

export function createRecordProblemsTable(database: DatabaseSync) {
  const of = prepareQuery(database, 'SELECT what, evidence FROM record_problems WHERE person = ?', [number, number]);
  const put = database.prepare(`
    INSERT INTO record_problems (person, what, evidence) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET evidence = excluded.evidence`);
  const remove = database.prepare('DELETE FROM record_problems WHERE person = ? AND what = ?');
  // One text instead of a row for each: a fifth of the time.
  const every = prepareQuery(
    database,
    "SELECT group_concat(person || ',' || what || ',' || evidence, ';') FROM record_problems",
    [orNull(text)],
  );

  return {
    /** What is wrong with a record now. `isNew`: nothing of the person is there yet. Within a transaction. */
    put: (person: PersonKey, problems: readonly RecordProblem[], isNew: boolean): void => {
      const before = new Map(isNew ? [] : of.all(person));
      for (const { kind, evidence } of problems) {
        const code = codeOf(kind);
        if (before.get(code) !== evidence) put.run(person, code, evidence);
        before.delete(code);
      }
      for (const code of before.keys()) remove.run(person, code);
    },
    /** In the order of people. */
    *every(): Generator<readonly [person: PersonKey, kind: RecordKind, evidence: number]> {
      for (const [person, [code = -1, evidence = 0]] of numberListsIn(every.one()[0])) {
        const kind = recordKinds[code];
        if (kind !== undefined) yield [person, kind, evidence];
      }
    },
  };
}
