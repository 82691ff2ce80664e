/**
 * A small file beside the database that says: it was closed properly and nobody has touched it since. Where it
 * holds, the check of the whole file on opening may be left out; why that matters is in
 * docs/decisions/check-after-unclean-end.md.
 */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const markerOf = (file: string) => `${file}.clean`;

function sealOf(file: string): string {
  const { size, mtimeMs, ino } = statSync(file);
  return `${size} ${mtimeMs} ${ino}\n`;
}

/** To be called once the database is closed and its write-ahead log is gone. */
export function markCleanEnd(file: string): void {
  writeFileSync(markerOf(file), sealOf(file), { mode: 0o600 });
}

/** Whether the file is byte for byte as long, as old and the same as when it was last closed, as far as its inode can tell. */
export function endedCleanly(file: string): boolean {
  try {
    return readFileSync(markerOf(file), 'utf8') === sealOf(file);
  } catch {
    return false;
  }
}

/** Whether the database was ever closed properly; then an empty file is not a new one. */
export function wasClosedBefore(file: string): boolean {
  return statSync(markerOf(file), { throwIfNoEntry: false }) !== undefined;
}

/** From here on the database is open: a process that dies leaves no marker. */
export function forgetCleanEnd(file: string): void {
  rmSync(markerOf(file), { force: true });
}
