/**
 * A small file beside the database that says: it was closed properly and nobody has touched it since. Where it
 * holds, the check of the whole file on opening may be left out; why that matters is in
 * docs/decisions/check-after-unclean-end.md.
 */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { readOwnFile } from '../disk/own-file.ts';
import { onceFreeSync } from '../disk/whole-file.ts';

const markerOf = (file: string) => `${file}.clean`;

/**
 * Of the database and of its log. A log that is empty counts as none: SQLite leaves it for another connection that is still
 * open, which takes it away without touching the database.
 */
function sealOf(file: string): string {
  const parts = [statSync(file), statSync(`${file}-wal`, { throwIfNoEntry: false })];
  const seals = parts.flatMap((part, nth) =>
    part === undefined || (nth > 0 && part.size === 0) ? [] : `${part.size} ${part.mtimeMs} ${part.ino}`,
  );
  return `${seals.join(' ')}\n`;
}

/** To be called once the database is closed. */
export function markCleanEnd(file: string): void {
  writeFileSync(markerOf(file), sealOf(file), { mode: 0o600 });
}

/** Whether the file and its log are as long, as old and the same as when they were last closed, as far as their inodes can tell. */
export function endedCleanly(file: string): boolean {
  try {
    return readOwnFile(markerOf(file)).toString() === sealOf(file);
  } catch {
    return false;
  }
}

/** Whether the database was ever closed properly; then an empty file is not a new one. */
export function wasClosedBefore(file: string): boolean {
  return statSync(markerOf(file), { throwIfNoEntry: false }) !== undefined;
}

/** From here on the database is open: a process that dies leaves no marker. A folder in its place is none, and goes as well. */
export function forgetCleanEnd(file: string): void {
  onceFreeSync(() => rmSync(markerOf(file), { force: true, recursive: true }));
}
