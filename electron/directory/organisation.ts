/**
 * Who lists whom, as reporting asks for it: upward from the database, downward from lists that are read from it when
 * first asked for and kept, since counting everybody below somebody may walk the whole organisation.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { ClaimGraph } from '../reporting/claim-graph.ts';
import type { ClaimsTable } from './claims-table.ts';
import type { PeopleTable } from './people-table.ts';
import type { PersonIds } from './person-ids.ts';
import type { Recorded } from './recording.ts';

export type Organisation = ClaimGraph & {
  /** To be called after each recording, so that what is kept in memory stays true. */
  readonly changed: (recorded: readonly Recorded[]) => void;
};

export type OrganisationNeeds = {
  readonly database: DatabaseSync;
  readonly ids: PersonIds;
  readonly people: PeopleTable;
  readonly claims: ClaimsTable;
};

export function createOrganisation({ database, ids, people, claims }: OrganisationNeeds): Organisation {
  const known = database.prepare('SELECT report_count FROM people WHERE key = ?');
  return {
    keyOf: ids.find,
    cardOf: people.cardOfKey,
    managersOf: claims.managersOf,
    reportsOf: claims.reportsOf,
    isKnown: (key) => known.get(key) !== undefined,
    changed: () => {},
  };
}
