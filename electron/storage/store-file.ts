/**
 * One connection to the file of the local copy, its tables, and what guards each piece of work on it. The main process reads
 * over one (`read-store.ts`), the writer's thread writes over another (`write-store.ts`), and the overview's thread looks at
 * everybody over a third (`overview-store.ts`).
 */
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { failed } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { inTransaction } from '../sqlite/transaction.ts';
import { closeDatabase, connect } from './database.ts';
import { createLook, type Look, type Write } from './guarded-work.ts';
import { currentReader, type Reader } from './reader.ts';
import { createTables, type Tables } from './tables.ts';

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

export type StoreFile = {
  readonly database: DatabaseSync;
  readonly tables: Tables;
  readonly reader: Reader;
  readonly clock: Clock;
  /** The origin that people are fetched from; null where nobody asks for it. */
  readonly server: string | null;
  readonly write: Write;
  readonly look: Look;
  /** Tells that damage was met, be it over another connection to the file. */
  readonly damaged: () => void;
  /** False once damage was met. */
  readonly isSound: () => boolean;
  /** Nothing may be read afterwards; pieces of work are `cancelled`. */
  readonly close: () => void;
};

/** Over a database that `openDatabase` opened, which is closed with everything in its one file. */
export function createStoreFile({
  database,
  file,
  server,
  clock,
  log,
  reader = currentReader,
  close = closeDatabase,
}: StoreNeeds & { readonly database: DatabaseSync; readonly close?: typeof closeDatabase }): StoreFile {
  let isSound = true;
  let isOpen = true;
  const damaged = () => {
    isSound = false;
  };
  const lookNow = createLook({ log, folder: dirname(file) }, damaged);
  // A reply may still come in when its connection has been left.
  const look: Look = (event, work) => (isOpen ? lookNow(event, work) : failed({ kind: 'cancelled' }));
  return {
    database,
    tables: createTables(database),
    reader,
    clock,
    server: server ?? null,
    look,
    write: (event, work) => look(event, () => inTransaction(database, work)),
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

/** One more connection to a file that is open already, for another thread. Throws SQLite's errors. */
export function joinStoreFile(needs: StoreNeeds): StoreFile {
  const database = connect(needs.file);
  return createStoreFile({ ...needs, database, close: (closing) => closing.close() });
}
