/** The main process's connection to the local copy: it reads there, and writes nothing. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { isDamage } from '../sqlite/sqlite-failure.ts';
import { openDatabase } from './database.ts';
import { createReads, type DirectoryReads } from './reads.ts';
import { createStoreFile, type StoreFile, type StoreNeeds } from './store-file.ts';

export type ReadStore = DirectoryReads & Pick<StoreFile, 'damaged' | 'isSound' | 'close'>;

/**
 * `recovered`: what stood there was damaged and was moved aside, and the store begins empty. `endedCleanly`: false after a
 * crash, or where something else wrote to the file.
 * Failures: `database` with newer-version, read-only, full or cannot-open.
 */
export function openReadStore(
  needs: StoreNeeds,
): Outcome<{ store: ReadStore; recovered: boolean; endedCleanly: boolean }> {
  const opened = openDatabase(needs, (database) => createReadStore(createStoreFile({ ...needs, database })));
  if (!opened.ok) return opened;
  const { built, ...how } = opened.value;
  return succeeded({ store: built, ...how });
}

export function createReadStore(file: StoreFile): ReadStore {
  const { damaged, isSound, close } = file;
  return { ...watched(createReads(file), damaged), damaged, isSound, close };
}

/** The same functions, taking note of damage that they meet. */
function watched(reads: DirectoryReads, damaged: () => void): DirectoryReads {
  const watch =
    <A extends unknown[], R>(read: (...given: A) => R) =>
    (...given: A): R => {
      try {
        return read(...given);
      } catch (error) {
        if (isDamage(error)) damaged();
        throw error;
      }
    };
  return Object.fromEntries(
    Object.entries(reads).map(([name, read]) => [name, watch(read as (...given: unknown[]) => unknown)]),
  ) as DirectoryReads;
}
