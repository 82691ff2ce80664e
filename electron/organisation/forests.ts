/** Reads forests, of now and as of a moment of the past, and keeps of each the claims of which it was made. */

import { createClaimsWatched } from '../storage/claims-upward.ts';
import type { StoreFile } from '../storage/store-file.ts';
import type { Forest } from './forest.ts';
import type { ForestRead } from './forest-of.ts';
import { createReadForest } from './read-forest.ts';
import { createReadForestAsOf } from './read-forest-as-of.ts';
import type { SnapshotsNeeds } from './snapshots.ts';

export type Forests = Pick<SnapshotsNeeds, 'read' | 'readAsOf'> & {
  readonly claimsOf: (forest: Forest) => ForestRead['claims'] | undefined;
};

export function createForests({ database, tables }: Pick<StoreFile, 'database' | 'tables'>): Forests {
  const upward = createClaimsWatched(database, tables.claims);
  const readNow = createReadForest({ database, claims: tables.claims, upward });
  const readAsOf = createReadForestAsOf(database);
  const claimsOf = new WeakMap<Forest, ForestRead['claims']>();
  const keep = ({ forest, claims }: ForestRead): Forest => {
    claimsOf.set(forest, claims);
    return forest;
  };
  return {
    read: (before) => keep(readNow(before)),
    readAsOf: (at, before) => keep(readAsOf(at, before)),
    claimsOf: (forest) => claimsOf.get(forest),
  };
}
