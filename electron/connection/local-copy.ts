/**
 * Where a connection's copy lies on this computer, and its removal: everything of it, at once for the app, and
 * finished on the next start if it was interrupted.
 */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { ConnectionId } from '../../contract/ids.ts';
import { isMissing, storeFailure } from '../disk/errors.ts';
import { makeWay } from '../disk/place.ts';
import { moveOnceFree } from '../disk/whole-file.ts';

export type CopyPaths = {
  /** Everything of this connection and nothing else: the database with its `-wal` and `-shm`, pictures, damaged copies. */
  readonly folder: string;
  readonly database: string;
  readonly pictures: string;
};

export type LocalCopy = {
  readonly pathsOf: (connection: ConnectionId) => CopyPaths;
  /** Makes the folders, closed to other users. Fails with `database`, but not for that of the pictures. */
  readonly prepare: (connection: ConnectionId) => Promise<Outcome<CopyPaths>>;
  /** Removes the copy; the database must be closed. Fails with `database` where something of it is left on the disk. */
  readonly wipe: (connection: ConnectionId) => Promise<Outcome<null>>;
  /** Finishes removals that were interrupted. To be called on starting; fails as `wipe` does. */
  readonly finishWipes: () => Promise<Outcome<null>>;
};

const wiped = '.wiped';

/** On a disk that is read-only, Node says of a folder with those above it that something is missing. */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(path, { mode: 0o700 });
  }
};

/** Made where it is missing, and closed to other users. What is no folder is moved aside. */
const makeOwn = async (path: string): Promise<void> => {
  makeWay(path, 'folder');
  await makeFolder(path);
  await chmod(path, 0o700);
};

/** `folder`: the user data folder. `moveFolder`: another than the file system's own, for tests. */
export const createLocalCopy = ({
  folder,
  moveFolder = rename,
}: {
  folder: string;
  moveFolder?: (from: string, to: string) => Promise<void>;
}): LocalCopy => {
  const directories = join(folder, 'directories');

  const pathsOf = (connection: ConnectionId): CopyPaths => {
    // Parsed again here, because this becomes a path that is removed with everything below it.
    const own = join(directories, ConnectionId.parse(connection));
    return { folder: own, database: join(own, 'directory.sqlite'), pictures: join(own, 'pictures') };
  };

  /** Windows refuses for a moment what a virus scanner has open. */
  const removeTree = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });

  /** Whatever is left of one of them, the others are removed. `of`: whose leavings fail; otherwise anybody's. */
  const removeWiped = async (of = ''): Promise<Outcome<null>> => {
    let left: Outcome<null> = succeeded(null);
    try {
      for (const entry of await readdir(directories)) {
        if (!entry.endsWith(wiped)) continue;
        await removeTree(join(directories, entry)).catch((error: unknown) => {
          if (entry.startsWith(of)) left = failed(storeFailure(error));
        });
      }
      return left;
    } catch (error) {
      return isMissing(error) ? succeeded(null) : failed(storeFailure(error));
    }
  };

  /** A folder's longer name can need room that a full disk has not got. What is left opens as an empty copy. */
  const removeInPlace = async (connection: ConnectionId): Promise<Outcome<null>> => {
    const { folder: own, database } = pathsOf(connection);
    try {
      await rm(database, { force: true });
      await removeTree(own);
      return removeWiped(connection);
    } catch (error) {
      return failed(storeFailure(error));
    }
  };

  return {
    pathsOf,
    finishWipes: () => removeWiped(),
    prepare: async (connection) => {
      const paths = pathsOf(connection);
      try {
        for (const path of [directories, paths.folder]) await makeOwn(path);
        // Without pictures there are initials.
        await makeOwn(paths.pictures).catch(() => undefined);
        return succeeded(paths);
      } catch (error) {
        return failed(storeFailure(error));
      }
    },
    wipe: async (connection) => {
      const { folder: own } = pathsOf(connection);
      // Renamed first: a copy that is half removed must never be opened as one.
      const doomed = `${own}.${randomUUID()}${wiped}`;
      try {
        await moveOnceFree(own, doomed, moveFolder);
      } catch (error) {
        if (isMissing(error)) return removeWiped(connection);
        const failure = storeFailure(error);
        if (failure.trouble !== 'full') return failed(failure);
        return removeInPlace(connection);
      }
      return removeWiped(connection);
    },
  };
};
