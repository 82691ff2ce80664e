/**
 * What the writer's thread does: all that writes to the local copy, and what has to be asked in turn with it. Each piece is
 * one transaction, and gives an `Outcome` of plain data.
 */

import type { Ask } from '../thread/thread-messages.ts';
import { createCheckWrites } from './check-writes.ts';
import { createGrowth } from './growth.ts';
import { createIndexCare } from './index-care.ts';
import { createProblemWrites } from './problem-writes.ts';
import type { StoreFile } from './store-file.ts';
import { createWrites } from './writes.ts';

export type WriteStore = ReturnType<typeof createWriteStore>;

/** Asks the writer's thread for a piece of it. */
export type AskWriter = Ask<WriteStore>;

export function createWriteStore(file: StoreFile) {
  return {
    ...createWrites(file),
    ...createGrowth(file),
    ...createIndexCare(file),
    ...createCheckWrites(file),
    ...createProblemWrites(file),
  };
}
