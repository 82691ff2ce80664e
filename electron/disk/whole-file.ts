/**
 * Writes files whole or not at all: beside their place, and then into it. Whatever fails or stops it, the place holds what it
 * held before. For the owner alone.
 */
import { renameSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isHeld, isUnsupported, PlaceHeld } from './errors.ts';

/** Scanners and indexers have files open for a moment, and Windows replaces none that is open and moves no folder with one. */
const waitsMs = [20, 80, 200, 400];
/** Where everything else waits as well. */
const shortWaitsMs = [5, 15, 40];

export type Replacing = {
  readonly file: string;
  /** Where it is written until it is whole: in the same folder, and nothing may be there. */
  readonly beside: string;
  /** Writes the content. False gives it up. */
  readonly fill: (handle: FileHandle) => Promise<boolean>;
  /** Whether it has to survive a power cut. */
  readonly isDurable?: boolean;
  /** Called once all is written, before it takes the place. */
  readonly makePlace?: () => Promise<void>;
  /** Called once nothing of it is left beside the place. */
  readonly cleared?: () => Promise<void>;
};

/** False where it was given up. Rejects with the file system's error, with `PlaceHeld`, and with what `fill` rejects with. */
export async function replaceFile({ file, beside, fill, isDurable, makePlace, cleared }: Replacing): Promise<boolean> {
  const handle = await open(beside, 'wx', 0o600).catch(async (error: unknown) => {
    await cleared?.();
    throw error;
  });
  try {
    try {
      if (!(await fill(handle))) return false;
      if (isDurable === true) await synced(handle);
    } finally {
      await handle.close();
    }
    await makePlace?.();
    await takePlace(beside, file);
    if (isDurable === true) await syncFolder(dirname(file));
    return true;
  } finally {
    // After the renaming there is nothing there any more. What cannot be removed hides no error before it.
    await rm(beside, { force: true }).then(cleared, () => undefined);
  }
}

async function takePlace(beside: string, file: string): Promise<void> {
  try {
    await moveOnceFree(beside, file);
  } catch (error) {
    throw asHeld(error);
  }
}

/** Moves what was written whole into its place, at once. Throws the file system's error, or `PlaceHeld`. */
export function takePlaceNow(beside: string, file: string): void {
  try {
    moveOnceFreeSync(beside, file);
  } catch (error) {
    throw asHeld(error);
  }
}

/** As `moveOnceFree`, at once: everything else waits as well, and shorter. Throws the file system's error. */
export function moveOnceFreeSync(from: string, to: string): void {
  onceFreeSync(() => renameSync(from, to));
}

/** The same of anything that is done to one file. */
export function onceFreeSync(change: () => void): void {
  for (const waitMs of shortWaitsMs) {
    try {
      change();
      return;
    } catch (error) {
      if (!isHeld(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    }
  }
  change();
}

function asHeld(error: unknown): unknown {
  return isHeld(error) ? new PlaceHeld('the file there cannot be replaced', { cause: error }) : error;
}

/** Moves what another program may look into just now, in less than a second if at all. Rejects with the file system's error. */
export async function moveOnceFree(
  from: string,
  to: string,
  move: (from: string, to: string) => Promise<void> = rename,
): Promise<void> {
  for (const waitMs of waitsMs) {
    try {
      return await move(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await sleep(waitMs);
    }
  }
  return move(from, to);
}

/** A file system that keeps no order of its own to bring to the disk, as on some network drives, has done what it can. */
async function synced(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: unknown) => {
    if (!isUnsupported(error)) throw error;
  });
}

/**
 * The rename itself must survive a power cut. Windows cannot open a folder, and does not need it; nor can some network drives.
 * The file is in its place by then: what fails here is no reason to say that it is not.
 */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // It survives everything but a power cut within the next seconds.
  }
}
