/** The two threads of an open directory: what may be asked of each, and what each begins with. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createOverviewStore } from '../people/overview-store.ts';
import { joinStoreFile } from '../storage/store-file.ts';
import { createWriteStore } from '../storage/write-store.ts';
import type { Work, Worked } from '../thread/thread-messages.ts';

export type DirectoryThreadStart = {
  readonly part: 'writer' | 'overview';
  /** Path of the database, opened and sound. */
  readonly file: string;
  /** The origin that people are fetched from. */
  readonly server: string;
};

/** Opens the file once more. Throws SQLite's errors. */
export function beginDirectoryWork({ part, file, server }: DirectoryThreadStart, log: Log): Worked<Work> {
  const store = joinStoreFile({ file, server, clock: systemClock, log });
  return {
    work: part === 'writer' ? createWriteStore(store) : createOverviewStore(store),
    close: (): Outcome<boolean> => {
      store.close();
      return succeeded(store.isSound());
    },
  };
}
