/** SQLite's word for what a disk refuses is not the disk's own: a quota that is used up is an error of input or output to it. */
import { afterEach, expect, it } from 'vitest';
import { attempt, openingFailure } from '../../../electron/sqlite/sqlite-failure.ts';
import { mountSmallDisk, type SmallDisk } from '../small-disk.ts';
import { strictLog } from '../storage/stored.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_IOERR_SHMSIZE, SQLITE_CANTOPEN, SQLITE_CANTOPEN_FULLPATH. */
const refusals = [778, 1034, 4874, 14, 782];
let disk: SmallDisk | null = null;
afterEach(() => disk?.unmount());

function troublesIn(folder: string): unknown[] {
  return refusals.flatMap((errcode) => {
    const error = Object.assign(new Error('disk I/O error'), { errcode });
    const thrown = () => {
      throw error;
    };
    return [attempt({ log: strictLog, folder }, 'test', thrown), openingFailure(error, folder)].map(
      (outcome) => !outcome.ok && outcome.failure.kind === 'database' && outcome.failure.trouble,
    );
  });
}

it('is told as the disk says it: full, read-only, or neither', (context) => {
  const folder = temporaryFolder();
  expect(new Set(troublesIn(folder))).toEqual(new Set(['cannot-open']));
  disk = mountSmallDisk(folder);
  if (disk === null) context.skip('no disk can be mounted here');
  disk?.fill();
  expect(new Set(troublesIn(folder))).toEqual(new Set(['full']));
  disk?.makeReadOnly();
  expect(new Set(troublesIn(folder))).toEqual(new Set(['read-only']));
});
