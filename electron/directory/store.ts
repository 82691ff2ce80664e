/**
 * The local copy of one connection: everyone ever fetched, with every reply that differed. The main process reads it
 * here; it is written in a thread of its own (thread/), over a connection of its own to the same file.
 */
import type { DatabaseSync } from 'node:sqlite';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { closeDatabase, connect, openDatabase } from './database.ts';
import { createIndexCare, type IndexCare } from './index-care.ts';
import { currentReader, type Reader } from './reader.ts';
import { createReads, type DirectoryReads } from './reads.ts';
import { isDamage } from './sqlite-failure.ts';
import { createTables, type Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';
import { createLook, createWrites, type DirectoryWrites, type Look, type Write } from './writes.ts';

export type DirectoryStore = DirectoryReads &
  DirectoryWrites &
  IndexCare & {
    readonly database: DatabaseSync;
    readonly tables: Tables;
    readonly write: Write;
    readonly look: Look;
    /** Tells that damage was met over another connection to the file. */
    readonly damaged: () => void;
    /** False once damage was met. */
    readonly isSound: () => boolean;
    /** Brings everything into the one file and closes it. Nothing may be read afterwards; writes are `cancelled`. */
    readonly close: () => void;
  };

export type StoreNeeds = {
  /** Path of the database; its folder is made, and kept from other accounts. */
  readonly file: string;
  /** The origin that people are fetched from. */
  readonly server?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Another than the one that reads replies as they come; for tests. */
  readonly reader?: Reader;
};

/**
 * `recovered`: what stood there was damaged and was moved aside, and the store begins empty. `endedCleanly`: false after a
 * crash, or where something else wrote to the file.
 * Failures: `database` with newer-version, read-only, full or cannot-open.
 */
export function openStore(
  needs: StoreNeeds,
): Outcome<{ store: DirectoryStore; recovered: boolean; endedCleanly: boolean }> {
  const opened = openDatabase(needs, (database) => createStore({ ...needs, database }));
  if (!opened.ok) return opened;
  const { built, ...how } = opened.value;
  return succeeded({ store: built, ...how });
}

/** One more connection to a file that `openStore` has just opened, for another thread. Throws SQLite's errors. */
export function joinStore(needs: StoreNeeds): DirectoryStore {
  const database = connect(needs.file);
  return createStore({ ...needs, database, close: (closing) => closing.close() });
}

/** The store over a database that `openDatabase` opened. */
export function createStore({
  database,
  file,
  server,
  clock,
  log,
  reader = currentReader,
  close = closeDatabase,
}: StoreNeeds & { readonly database: DatabaseSync; readonly close?: typeof closeDatabase }): DirectoryStore {
  const tables = createTables(database);
  let isSound = true;
  let isOpen = true;
  const damaged = () => {
    isSound = false;
  };
  const lookNow = createLook(log, damaged);
  // A reply may still come in when its connection has been left.
  const look: Look = (event, work) => (isOpen ? lookNow(event, work) : failed({ kind: 'cancelled' }));
  const write: Write = (event, work) => look(event, () => inTransaction(database, work));
  const reads = watched(createReads({ database, tables, reader, clock, server: server ?? null }), damaged);
  const writes = createWrites({ tables, reader, clock, write });

  const noticing =
    <A extends unknown[]>(record: (...given: A) => ReturnType<DirectoryWrites['recordUsers']>) =>
    (...given: A) => {
      const outcome = record(...given);
      if (outcome.ok) reads.recorded(outcome.value);
      return outcome;
    };

  return {
    ...reads,
    ...writes,
    ...createIndexCare({ database, tables, look }, reader),
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
    write,
    look,
    damaged,
    isSound: () => isSound,
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      try {
        close(database, file, isSound);
      } catch (error) {
        // Nothing is lost: what was committed is in the log, and the next opening takes it from there.
        log.defect('store.close', error);
      }
    },
  };
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
