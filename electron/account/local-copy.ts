/**
 * Where a connection's copy lies on this computer, and its removal: everything of it, at once for the app, and
 * finished on the next start if it was interrupted.
 */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { ConnectionId } from '../../contract/ids.ts';
import { diskFailure } from './connections-file.ts';

export type CopyPaths = {
  /** Everything of this connection and nothing else: the database with its `-wal` and `-shm`, pictures, damaged copies. */
  readonly folder: string;
  readonly database: string;
  readonly pictures: string;
};

export type LocalCopy = {
  readonly pathsOf: (connection: ConnectionId) => CopyPaths;
  /** Makes the folders, closed to other users. Fails with `database`. */
  readonly prepare: (connection: ConnectionId) => Promise<Outcome<CopyPaths>>;
  /** Removes the copy; the database must be closed. Fails with `database` where something of it is left on the disk. */
  readonly wipe: (connection: ConnectionId) => Promise<Outcome<null>>;
  /** Finishes removals that were interrupted. To be called on starting; fails as `wipe` does. */
  readonly finishWipes: () => Promise<Outcome<null>>;
};

const wiped = '.wiped';

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** `folder`: the user data folder. */
export const createLocalCopy = ({ folder }: { folder: string }): LocalCopy => {
  const directories = join(folder, 'directories');

  const pathsOf = (connection: ConnectionId): CopyPaths => {
    // Parsed again here, because this becomes a path that is removed with everything below it.
    const own = join(directories, ConnectionId.parse(connection));
    return { folder: own, database: join(own, 'directory.sqlite'), pictures: join(own, 'pictures') };
  };

  /** Windows refuses for a moment what a virus scanner has open. */
  const removeTree = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });

  const finishWipes = async (): Promise<Outcome<null>> => {
    try {
      for (const entry of await readdir(directories))
        if (entry.endsWith(wiped)) await removeTree(join(directories, entry));
      return succeeded(null);
    } catch (error) {
      return isMissing(error) ? succeeded(null) : failed(diskFailure(error));
    }
  };

  return {
    pathsOf,
    finishWipes,
    prepare: async (connection) => {
      const paths = pathsOf(connection);
      try {
        for (const path of [directories, paths.folder, paths.pictures]) {
          await mkdir(path, { recursive: true, mode: 0o700 });
          await chmod(path, 0o700);
        }
        return succeeded(paths);
      } catch (error) {
        return failed(diskFailure(error));
      }
    },
    wipe: async (connection) => {
      const { folder: own } = pathsOf(connection);
      // Renamed first: a copy that is half removed must never be opened as one.
      const doomed = `${own}.${randomUUID()}${wiped}`;
      try {
        await rename(own, doomed);
      } catch (error) {
        return isMissing(error) ? finishWipes() : failed(diskFailure(error));
      }
      return finishWipes();
    },
  };
};
