/** Who could not be fetched lately, and why. A row goes when the person is fetched, or found not to exist. */
import type { DatabaseSync } from 'node:sqlite';
import { FailureSchema } from '../../contract/failure-schema.ts';
import type { Failure } from '../../contract/failures.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { MissingCounts } from './missing-counts.ts';

export type FetchFailure = { readonly failure: Failure; readonly at: number };
export type FailuresTable = ReturnType<typeof createFailuresTable>;

export function createFailuresTable(database: DatabaseSync, counts: MissingCounts) {
  const again = database.prepare(`
    UPDATE fetch_failures SET failure = ?, at = ?, passes = ?, tries = tries + 1 WHERE person = ?`);
  const add = database.prepare(
    'INSERT INTO fetch_failures (failure, at, passes, person, tries) VALUES (?, ?, ?, ?, 1)',
  );
  const forget = database.prepare('DELETE FROM fetch_failures WHERE person = ?');
  const forgetAll = database.prepare('DELETE FROM fetch_failures');
  const forgetRefusals = database.prepare(
    "DELETE FROM fetch_failures WHERE failure ->> 'kind' IN ('forbidden', 'unauthorized')",
  );
  const of = prepareQuery(database, 'SELECT failure, at FROM fetch_failures WHERE person = ?', {
    failure: text,
    at: number,
  });
  return {
    /** `passes`: whether it may go well another time without anything being changed. */
    put: (person: PersonKey, failure: Failure, at: number, passes: boolean): void => {
      const row = [JSON.stringify(failure), at, Number(passes), person] as const;
      if (again.run(...row).changes > 0) return;
      add.run(...row);
      counts.add('failed', person, 1);
    },
    forget: (person: PersonKey): void => {
      if (forget.run(person).changes > 0) counts.add('failed', person, -1);
    },
    forgetAll: (): void => {
      forgetAll.run();
      counts.countFailed();
    },
    /** Of everybody whom the token was not allowed to read. */
    forgetRefusals: (): void => {
      forgetRefusals.run();
      counts.countFailed();
    },
    of: (person: PersonKey): FetchFailure | null => {
      const row = of.get(person);
      return row === undefined ? null : { failure: FailureSchema.parse(JSON.parse(row.failure)), at: row.at };
    },
  };
}
