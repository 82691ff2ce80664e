/** Since when the server answers that there is no such user. The person stays; the mark ends when it answers again. */
import type { DatabaseSync } from 'node:sqlite';
import type { NotFoundSpan } from '../../contract/person.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery } from '../sqlite/typed-query.ts';
import type { MissingCounts } from './missing-counts.ts';
import { type MoveBack, movedBackColumn } from './moment.ts';

/** How many times of not being found are given at most; nobody reads further. */
const mostSpans = 200;

export type NotFoundTable = ReturnType<typeof createNotFoundTable>;

export function createNotFoundTable(database: DatabaseSync, counts: MissingCounts) {
  const again = database.prepare('UPDATE not_found SET last_at = max(?, since) WHERE person = ? AND ended_at IS NULL');
  const begin = database.prepare(`
    INSERT INTO not_found (person, since, last_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET ended_at = NULL`);
  const end = database.prepare(`
    UPDATE not_found SET ended_at = max(?, since, last_at) WHERE person = ? AND ended_at IS NULL`);
  const moveBack = database.prepare(`
    UPDATE OR IGNORE not_found SET ${['since', 'last_at', 'ended_at'].map(movedBackColumn).join(', ')}
    WHERE person = :person AND max(since, last_at) > :after`);
  const askAgain = database.prepare('UPDATE not_found SET last_at = 0 WHERE person = ? AND ended_at IS NULL');
  const askAllAgain = database.prepare(`
    UPDATE not_found SET last_at = 0
    WHERE ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM people p WHERE p.key = not_found.person)`);
  const every = prepareQuery(database, 'SELECT person FROM not_found WHERE ended_at IS NULL', [number]);
  const since = prepareQuery(database, 'SELECT since FROM not_found WHERE person = ? AND ended_at IS NULL', [number]);
  const history = prepareQuery(
    database,
    `SELECT since, ended_at AS until FROM not_found WHERE person = ? ORDER BY since DESC LIMIT ${mostSpans}`,
    { since: number, until: orNull(number) },
  );
  return {
    /** Returns whether it began with this. */
    mark: (person: PersonKey, at: number): boolean => {
      if (again.run(at, person).changes > 0) return false;
      begin.run(person, at, at);
      counts.add('not-found', person, 1);
      return true;
    },
    /** Returns whether there was anything to end. */
    end: (person: PersonKey, at: number): boolean => {
      // Nearly nobody is: looking first takes a twentieth of an update that changes nothing.
      if (since.get(person) === undefined) return false;
      end.run(at, person);
      counts.add('not-found', person, -1);
      return true;
    },
    moveBack: (person: PersonKey, how: MoveBack): void => {
      moveBack.run({ ...how, person });
    },
    /** The person is to be asked for again, and not found until then. */
    askAgain: (person: PersonKey): void => {
      askAgain.run(person);
    },
    /** The same for everybody who was never stored. */
    askUnknownAgain: (): void => {
      askAllAgain.run();
    },
    /** Everybody whose mark has not ended. */
    *every(): Generator<PersonKey> {
      for (const [key] of every.iterate()) yield key;
    },
    history: (person: PersonKey): NotFoundSpan[] => history.all(person),
    since: (person: PersonKey): number | null => since.get(person)?.[0] ?? null,
  };
}
