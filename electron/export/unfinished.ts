/**
 * Remembers which files are being written in a person's own folders, so that what a killed run left there is removed when
 * the app starts again.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { firstUnits } from '../../contract/bounded-text.ts';
import { isInTheWay, makeWay } from '../disk/place.ts';

export type Unfinished = {
  /** Notes a file before it is made; what comes back forgets it. Where nothing can be noted, it is written all the same. */
  readonly note: (file: string) => Promise<() => Promise<void>>;
  /** Removes what runs before this one left. What cannot be removed is tried again on the next start. */
  readonly removeLeft: () => Promise<void>;
};

/** Of the file's name. File systems take 255 bytes or UTF-16 units of one; a unit has three bytes at most. */
const mostOfName = 60;

/** Beside the file that is written: hidden, and never the name of something else. */
export function unfinishedName(path: string): string {
  return join(dirname(path), `.${firstUnits(basename(path), mostOfName)}.${randomUUID().slice(0, 8)}.part`);
}
const isUnfinishedName = (file: string): boolean => /^\..+\.[0-9a-f]{8}\.part$/.test(basename(file));

/** `folder`: of the app's own, for the notes. */
export function createUnfinished(folder: string): Unfinished {
  return {
    note: async (file) => {
      const note = join(folder, randomUUID());
      try {
        makeWay(folder, 'folder');
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(note, file, { mode: 0o600 });
      } catch {
        // The worst that comes of it is a file that stays after a kill.
      }
      return () => rm(note, { force: true }).catch(() => undefined);
    },
    removeLeft: async () => {
      for (const name of await readdir(folder).catch(() => [])) {
        const note = join(folder, name);
        try {
          if (isInTheWay(note)) continue;
          const file = await readFile(note, 'utf8');
          // Whatever stands in a note, nothing but such a file is removed for it.
          if (isUnfinishedName(file)) await rm(file, { force: true });
          await rm(note, { force: true });
        } catch {
          // It is tried again on the next start.
        }
      }
    },
  };
}
