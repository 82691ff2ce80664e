/** Reads the forest as it was at a moment of the past: of those who were known then, with their statuses and claims of then. */
import type { DatabaseSync } from 'node:sqlite';
import { marks, noStatus, statusBits } from '../../contract/organisation-marks.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { atOneMoment } from '../sqlite/transaction.ts';
import { createClaimsAsOf } from '../storage/claims-as-of.ts';
import { createPeopleAsOf } from '../storage/people-as-of.ts';
import type { Forest } from './forest.ts';
import { type ForestRead, forestOf } from './forest-of.ts';
import { createNamesInOrder } from './read-forest.ts';

/**
 * `at`: milliseconds since 1970-01-01T00:00Z; what came then is part of it. `before`: whose order is kept; null: everybody is
 * ordered by size, and by their names of today. Throws SQLite's errors.
 */
export type ReadForestAsOf = (at: number, before: Forest | null) => ForestRead;

export function createReadForestAsOf(database: DatabaseSync): ReadForestAsOf {
  const namesInOrder = createNamesInOrder(database);
  const peopleAsOf = createPeopleAsOf(database);
  const claims = createClaimsAsOf(database);
  return (at, before) =>
    atOneMoment(database, () => {
      const known = peopleAsOf(at);
      const names = namesInOrder();
      const statusOf = new Uint8Array(names.reduce((most, key) => Math.max(most, key), 0) + 1).fill(noStatus);
      for (const packed of known.statuses) statusOf[packed >> statusBits] = packed & marks.status;
      return forestOf({
        byName: names.filter((key) => statusOf[key] !== noStatus),
        known,
        upward: claims.upward(at, (person) => statusFromNumber(statusOf[person] ?? noStatus)),
        claimsBegun: (pairs) => claims.begun(at, pairs),
        before,
      });
    });
}
