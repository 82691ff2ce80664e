/** Who could not be fetched lately, and why. A row goes when the person is fetched, or found not to exist. */
import type { DatabaseSync } from 'node:sqlite';
import { Failure } from '../../contract/failures.ts';
import type { PersonKey } from './person-ids.ts';

export type FetchFailure = { readonly failure: Failure; readonly at: number };
export type FailuresTable = ReturnType<typeof createFailuresTable>;

export function createFailuresTable(database: DatabaseSync) {
  const put = database.prepare(`
    INSERT INTO fetch_failures (person, failure, at, tries, passes) VALUES (?, ?, ?, 1, ?)
    ON CONFLICT DO UPDATE SET failure = excluded.failure, at = excluded.at, passes = excluded.passes, tries = tries + 1`);
  const forget = database.prepare('DELETE FROM fetch_failures WHERE person = ?');
  const forgetAll = database.prepare('DELETE FROM fetch_failures');
  const forgetRefusals = database.prepare("DELETE FROM fetch_failures WHERE failure ->> 'kind' = 'forbidden'");
  const of = database.prepare('SELECT failure, at FROM fetch_failures WHERE person = ?');
  return {
    /** `passes`: whether it may go well another time without anything being changed. */
    put: (person: PersonKey, failure: Failure, at: number, passes: boolean): void => {
      put.run(person, JSON.stringify(failure), at, Number(passes));
    },
    forget: (person: PersonKey): void => {
      forget.run(person);
    },
    forgetAll: (): void => {
      forgetAll.run();
    },
    /** Of everybody whom the token was not allowed to read. */
    forgetRefusals: (): void => {
      forgetRefusals.run();
    },
    of: (person: PersonKey): FetchFailure | null => {
      const row = of.get(person) as { failure: string; at: number } | undefined;
      return row === undefined ? null : { failure: Failure.parse(JSON.parse(row.failure)), at: row.at };
    },
  };
}
