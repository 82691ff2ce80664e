/** Short files that the app keeps in its own folder, read and written at once. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { allowOwner, isInTheWay, makeWay } from './place.ts';
import { takePlaceNow } from './whole-file.ts';

/** More than any of them holds; ids to start from take the most. Everything waits while one is read. */
const mostBytes = 64 * 1024 * 1024;

/** The app has not written it. */
export class TooLong extends Error {}

/** Throws the file system's error, where something else than a file stands there, and `TooLong`. */
export function readOwnFile(file: string): Buffer {
  const { mode, size } = statSync(file);
  if (isInTheWay(file)) throw new Error('no file stands there');
  if (size > mostBytes) throw new TooLong('the file is longer than any of the app');
  allowOwner(file, mode);
  return readFileSync(file);
}

/**
 * Writes it whole or not at all: beside its place, and then into it. The folder is made where it is missing; what is no file is
 * moved aside. Throws the file system's error, or `PlaceHeld`.
 */
export function replaceOwnFile(file: string, content: string | Uint8Array): void {
  const beside = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    makeWay(beside);
    writeFileSync(beside, content, { mode: 0o600 });
    makeWay(file);
    takePlaceNow(beside, file);
  } catch (error) {
    try {
      rmSync(beside, { force: true });
    } catch {
      // The next one that is written takes its place.
    }
    throw error;
  }
}
