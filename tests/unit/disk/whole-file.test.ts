/** A file is put in its place on disks and under programs that do not do all that a plain disk does. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { saveFailure, storeFailure } from '../../../electron/disk/errors.ts';
import { replaceFile } from '../../../electron/disk/whole-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

vi.mock('node:fs/promises', { spy: true });

let folder: string;
let file: string;
beforeEach(() => {
  vi.resetAllMocks();
  folder = temporaryFolder();
  file = join(folder, 'kept.json');
  writeFileSync(file, 'before');
});

const errorOf = (code: string) => Object.assign(new Error(code), { code });
const replace = () =>
  replaceFile({
    file,
    beside: `${file}.new`,
    isDurable: true,
    fill: async (handle) => {
      await handle.writeFile('after');
      return true;
    },
  });
const there = () => [readdirSync(folder), readFileSync(file, 'utf8')];

/** Opens as ever, and what is opened cannot be brought to the disk. */
async function failSyncsWith(code: string, fails: (path: unknown) => boolean): Promise<void> {
  const { open } = await vi.importActual<typeof disk>('node:fs/promises');
  vi.mocked(disk.open).mockImplementation(async (path, ...how) => {
    const handle = await open(path, ...how);
    if (fails(path)) handle.sync = () => Promise.reject(errorOf(code));
    return handle;
  });
}

it.each(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EPERM', 'EACCES', 'EBADF', 'EISDIR'])(
  'a folder that its file system cannot bring to the disk (%s) has the file all the same',
  async (code) => {
    await failSyncsWith(code, (path) => path === folder);
    expect(await replace()).toBe(true);
    expect(there()).toEqual([['kept.json'], 'after']);
  },
);

it.each(['EINVAL', 'ENOTSUP', 'ENOSYS'])('so has one whose files cannot be brought there (%s)', async (code) => {
  await failSyncsWith(code, () => true);
  expect(await replace()).toBe(true);
  expect(there()).toEqual([['kept.json'], 'after']);
});

it.each(['EIO', 'ENOSPC'])('a file that was not brought to the disk (%s) takes no place', async (code) => {
  await failSyncsWith(code, (path) => path !== folder);
  await expect(replace()).rejects.toThrow(code);
  expect(there()).toEqual([['kept.json'], 'before']);
});

it.each(['EPERM', 'EACCES', 'EBUSY'])('a place that is held for a moment (%s) is taken after that', async (code) => {
  vi.mocked(disk.rename).mockRejectedValueOnce(errorOf(code)).mockRejectedValueOnce(errorOf(code));
  expect(await replace()).toBe(true);
  expect(there()).toEqual([['kept.json'], 'after']);
});

it.each(['EPERM', 'EACCES', 'EBUSY'])(
  'a place that stays held (%s) is told as that, and keeps its file',
  async (code) => {
    vi.mocked(disk.rename).mockRejectedValue(errorOf(code));
    const error = await replace().catch((thrown: unknown) => thrown);
    expect(saveFailure(error)).toEqual({ kind: 'not-saved', trouble: 'held' });
    expect(storeFailure(error)).toEqual({ kind: 'database', trouble: 'read-only' });
    expect(there()).toEqual([['kept.json'], 'before']);
  },
);
