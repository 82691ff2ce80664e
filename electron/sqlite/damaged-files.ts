/** A damaged database is never deleted at once: it is moved aside with its log, and the two newest such are kept. */
import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeWay } from '../disk/place.ts';
import { moveOnceFreeSync } from '../disk/whole-file.ts';

const keptAside = 2;
const parts = ['', '-wal', '-shm'] as const;
const beside = ['-wal', '-shm', '-journal'] as const;

/** Moves `file`, `file-wal` and `file-shm` to `file.damaged-<UTC time>` and so on. Throws the file system's error. */
export function moveAside(file: string, now: number): void {
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  let aside = `${file}.damaged-${stamp}`;
  // Two in one millisecond only happens to a clock that stands still, as in a test.
  for (let nth = 2; existsSync(aside); nth += 1) aside = `${file}.damaged-${stamp}.${nth}`;
  for (const part of parts) {
    if (lstatSync(file + part, { throwIfNoEntry: false }) !== undefined) moveOnceFreeSync(file + part, aside + part);
  }
  dropOldest(file);
}

/** What is no file beside the database keeps SQLite from opening it. Throws the file system's error. */
export function clearBeside(file: string): void {
  for (const part of beside) makeWay(file + part);
}

function dropOldest(file: string): void {
  const prefix = `${basename(file)}.damaged-`;
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(prefix) && !/-(wal|shm)$/.test(name));
  for (const name of names.sort().slice(0, -keptAside)) {
    for (const part of parts) removeIfPossible(join(dirname(file), name + part));
  }
}

/** What another program holds is met again with the next damage: that is no reason not to open a new database now. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It stays.
  }
}
