/**
 * The pictures that are kept on disk, by the hash of their bytes, up to a bound: beyond it those go that nobody has seen
 * for the longest time. What is missing or damaged is told, so that it is fetched again.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { dayMs } from '../../contract/day.ts';
import type { Sha256 } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import { isMissing } from '../disk/errors.ts';
import { allowOwner, isInTheWay, makeWay } from '../disk/place.ts';
import { replaceFile } from '../disk/whole-file.ts';
import { sha256Of } from '../reading/read-json.ts';

const mostBytes = 256 * 1024 * 1024;
/** Of the bound, so much is left once pictures had to go: they go seldom, and then several. */
const leftOver = 0.9;
/** A file's time says when it was seen last, to the day. */
const noteSeenAfterMs = dayMs;
const name = /^[0-9a-f]{64}$/;

export type KeptPicturesNeeds = {
  /** Made when the first picture is kept. */
  readonly folder: string;
  /** Told of pictures that are not there any more. */
  readonly gone: (pictures: readonly Sha256[]) => void;
  readonly clock: Pick<Clock, 'now'>;
  readonly limitBytes?: number;
};

export type KeptPictures = {
  /** Resolves to its hash once it is there whole. Rejects where it cannot be written. */
  readonly keep: (bytes: Uint8Array<ArrayBuffer>) => Promise<Sha256>;
  readonly isKept: (picture: Sha256) => Promise<boolean>;
  /** Null where it is not there, or no longer what its hash says. */
  readonly read: (picture: Sha256) => Promise<Uint8Array<ArrayBuffer> | null>;
};

type KeptFile = { readonly bytes: number; readonly seenAt: number };

export function createKeptPictures({ folder, gone, clock, limitBytes = mostBytes }: KeptPicturesNeeds): KeptPictures {
  let files: Promise<Map<string, KeptFile>> | null = null;
  const fileOf = (picture: string) => join(folder, picture);

  const load = async (): Promise<Map<string, KeptFile>> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = new Map<string, KeptFile>();
    for (const each of await readdir(folder)) {
      if (name.test(each)) {
        const info = await stat(fileOf(each)).catch(() => null);
        if (info?.isFile()) found.set(each, { bytes: info.size, seenAt: info.mtimeMs });
      } else if (each.endsWith('.part')) {
        // Of a run that was ended while it wrote. What another program holds, or is no file, keeps no picture from being kept.
        await rm(fileOf(each), { force: true }).catch(() => undefined);
      }
    }
    return found;
  };
  const known = (): Promise<Map<string, KeptFile>> => {
    files ??= load().catch((error: unknown) => {
      files = null;
      throw error;
    });
    return files;
  };

  const drop = async (pictures: readonly Sha256[]): Promise<void> => {
    const kept = await files;
    for (const picture of pictures) {
      kept?.delete(picture);
      // What another program holds, or is no file, keeps none of the others: it is met again after the next start.
      await rm(fileOf(picture), { force: true }).catch(() => undefined);
    }
    gone(pictures);
  };

  const makeRoom = async (kept: Map<string, KeptFile>, newest: Sha256): Promise<void> => {
    let bytes = 0;
    for (const file of kept.values()) bytes += file.bytes;
    if (bytes <= limitBytes) return;
    const leaving: Sha256[] = [];
    for (const [picture, file] of [...kept].toSorted(([, one], [, other]) => one.seenAt - other.seenAt)) {
      if (bytes <= limitBytes * leftOver) break;
      if (picture === newest) continue;
      leaving.push(picture as Sha256);
      bytes -= file.bytes;
    }
    await drop(leaving);
  };

  const noteSeen = async (picture: Sha256): Promise<void> => {
    const now = clock.now();
    const kept = await known();
    const before = kept.get(picture);
    if (before === undefined) return;
    kept.set(picture, { ...before, seenAt: now });
    if (Math.abs(now - before.seenAt) < noteSeenAfterMs) return;
    await utimes(fileOf(picture), now / 1000, now / 1000);
  };

  return {
    keep: async (bytes) => {
      const picture = sha256Of(bytes);
      const kept = await known();
      // Several addresses may give the same one at once.
      const beside = fileOf(`${picture}.${randomUUID()}.part`);
      const fill = async (file: FileHandle): Promise<true> => {
        await file.writeFile(bytes);
        return true;
      };
      makeWay(fileOf(picture));
      await replaceFile({ file: fileOf(picture), beside, fill });
      kept.set(picture, { bytes: bytes.byteLength, seenAt: clock.now() });
      await makeRoom(kept, picture);
      return picture;
    },
    isKept: async (picture) => (await stat(fileOf(picture)).catch(() => null))?.isFile() === true,
    read: async (picture) => {
      const bytes = await bytesOf(fileOf(picture));
      // A file that cannot be read now may be good: nothing is removed for it.
      if (bytes === 'unreadable') return null;
      if (bytes === null || sha256Of(bytes) !== picture) {
        await drop([picture]);
        return null;
      }
      // That it cannot be noted, on a disk that is not to be written to, is no reason not to show it.
      await noteSeen(picture).catch(() => undefined);
      return bytes;
    },
  };
}

/** Null: there is no such file. */
async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer> | null | 'unreadable'> {
  try {
    if (isInTheWay(file)) return 'unreadable';
    allowOwner(file, (await stat(file)).mode);
    return await readFile(file);
  } catch (error) {
    return isMissing(error) ? null : 'unreadable';
  }
}
