/** What the main process and the threads do with a local copy, over one connection: what a test writes it reads at once. */
import type { DatabaseSync } from 'node:sqlite';
import { type Outcome, succeeded } from '../../../contract/failures.ts';
import { createOverviewStore, type OverviewStore } from '../../../electron/people/overview-store.ts';
import { createProblemsStore, type ProblemsStore } from '../../../electron/problems/problems-store.ts';
import { type closeDatabase, openDatabase } from '../../../electron/storage/database.ts';
import { createReadStore, type ReadStore } from '../../../electron/storage/read-store.ts';
import type { Reader } from '../../../electron/storage/reader.ts';
import { createStoreFile, type StoreFile, type StoreNeeds } from '../../../electron/storage/store-file.ts';
import type { AskWriter } from '../../../electron/storage/write-store.ts';
import { createWriteStore, type WriteStore } from '../../../electron/storage/write-store.ts';

export type { StoreNeeds };

/** Its writes are read at once; those of `workOf` are not, as in the app. */
export type DirectoryStore = ReadStore &
  WriteStore &
  Pick<StoreFile, 'database' | 'tables' | 'look'> & { readonly storeFile: StoreFile };

export function openStore(
  needs: StoreNeeds,
): Outcome<{ store: DirectoryStore; recovered: boolean; endedCleanly: boolean }> {
  const opened = openDatabase(needs, (database) => createStore({ ...needs, database }));
  if (!opened.ok) return opened;
  const { built, ...how } = opened.value;
  return succeeded({ store: built, ...how });
}

export function createStore(
  needs: StoreNeeds & { readonly database: DatabaseSync; readonly close?: typeof closeDatabase },
): DirectoryStore {
  const storeFile = createStoreFile(needs);
  const { database, tables, look } = storeFile;
  const reads = createReadStore(storeFile);
  const writes = createWriteStore(storeFile);
  const noticing =
    <A extends unknown[]>(record: (...given: A) => ReturnType<WriteStore['recordUsers']>) =>
    (...given: A) => {
      const outcome = record(...given);
      if (outcome.ok) reads.recorded(outcome.value);
      return outcome;
    };
  return {
    ...reads,
    ...writes,
    setLabels: (labels) => {
      const outcome = writes.setLabels(labels);
      reads.labelled();
      return outcome;
    },
    nameLabel: (...named) => {
      const outcome = writes.nameLabel(...named);
      reads.labelled();
      return outcome;
    },
    recordNotFound: (id, ...when) => {
      const outcome = writes.recordNotFound(id, ...when);
      if (outcome.ok) reads.missed([id]);
      return outcome;
    },
    recordUsers: noticing(writes.recordUsers),
    rereadOutdated: noticing(writes.rereadOutdated),
    database,
    tables,
    look,
    storeFile,
  };
}

/** What both threads do, over the same connection. */
export type ThreadWork = WriteStore & OverviewStore & ProblemsStore;

export function workOf({ storeFile }: DirectoryStore, reader: Reader = storeFile.reader): ThreadWork {
  const file = { ...storeFile, reader };
  return { ...createWriteStore(file), ...createOverviewStore(file), ...createProblemsStore(file) };
}

/** The writer without a thread, for tests that look at what it does and not at where. `before`: waited for before each piece. */
export function writerInPlace(
  store: DirectoryStore,
  before: (name: keyof WriteStore) => Promise<void> | undefined = () => undefined,
): AskWriter {
  const work: WriteStore = createWriteStore(store.storeFile);
  // The name decides the types of input and output.
  return (async (name: keyof WriteStore, input: readonly unknown[]) => {
    await before(name);
    return (work[name] as (...given: readonly unknown[]) => unknown)(...input);
  }) as AskWriter;
}
