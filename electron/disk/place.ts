/**
 * What stands in the place of a file or folder that the app keeps. Nothing but a file is opened as one: a pipe would be waited
 * for without end. What is in the way (a folder, a pipe, a link that leads to no file) is moved aside, and never removed.
 */
import { randomUUID } from 'node:crypto';
import { chmodSync, lstatSync, readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isLoop, isMissing, PlaceAway } from './errors.ts';
import { moveOnceFreeSync } from './whole-file.ts';

export type Wanted = 'file' | 'folder';

/** Whether something stands there, be it behind a link, that cannot be what is wanted. Throws the file system's error, or `PlaceAway`. */
export function isInTheWay(path: string, wanted: Wanted = 'file'): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  const stats = behindLinks(path);
  if (stats === null) return true;
  return wanted === 'file' ? stats.isDirectory() || stats.isFIFO() || stats.isSocket() : !stats.isDirectory();
}

/** Makes the place free for what is wanted, and says where what stood in it went; null: nothing was in the way. Throws as `isInTheWay`. */
export function makeWay(path: string, wanted: Wanted = 'file'): string | null {
  if (!isInTheWay(path, wanted)) return null;
  const aside = `${path}.damaged-${randomUUID()}`;
  moveOnceFreeSync(path, aside);
  return aside;
}

/** A copy that was brought back from elsewhere may be closed to its own owner. `mode`: as it is now. */
export function allowOwner(path: string, mode: number, wanted: Wanted = 'file'): void {
  const least = wanted === 'file' ? 0o600 : 0o700;
  if ((mode & least) === least) return;
  try {
    chmodSync(path, least);
  } catch {
    // Of another account, or on a disk that is not to be written to: it may be read all the same.
  }
}

/** Null: a link leads nowhere, or round to itself. */
function behindLinks(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (isLoop(error)) return null;
    if (!isMissing(error)) throw error;
    if (isAway(path)) throw new PlaceAway('a link leads to a disk that is not there', { cause: error });
    return null;
  }
}

/** Whether a link that leads nowhere may do so for now: the folder that it leads into is not there, or empty, as one that a disk is mounted on. */
function isAway(link: string): boolean {
  const into = dirname(endOf(link));
  return statSync(into, { throwIfNoEntry: false }) === undefined || readdirSync(into).length === 0;
}

/** Where a link leads, through others. It does not lead round to itself. */
function endOf(link: string): string {
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return link;
  return endOf(resolve(dirname(link), readlinkSync(link)));
}
