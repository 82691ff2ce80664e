/**
 * Whether there is room on the disk to go on fetching. Nothing is fetched that would be kept while there is little: a full
 * disk takes more than this app down. What a person does themselves is still written.
 */
import { statfs } from 'node:fs/promises';
import type { Failure } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';

/** In bytes. */
export const leastFree = 500_000_000;
/** A look counts for so long. */
const lookEveryMs = 2000;
/** How often it is looked whether there is room again. */
const waitMs = 10_000;

export type DiskSpace = {
  /** Null: there is room, or it cannot be said. */
  readonly look: () => Promise<DiskLow | null>;
  /** What the last look came to, at once; the next look begins where that is old. */
  readonly known: () => DiskLow | null;
  /** Resolves once there is room; also where the signal aborts. */
  readonly untilRoom: (signal?: AbortSignal) => Promise<void>;
};

export type DiskLow = Extract<Failure, { kind: 'disk-low' }>;

export type DiskSpaceNeeds = {
  /** On the disk that is looked at. */
  readonly folder: string;
  readonly clock: Clock;
  /** Bytes that an ordinary account may still write; null: it cannot be said. */
  readonly freeBytes?: (folder: string) => Promise<number | null>;
};

export function createDiskSpace({ folder, clock, freeBytes = freeOnDisk }: DiskSpaceNeeds): DiskSpace {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<DiskLow | null> = Promise.resolve(null);
  let last: DiskLow | null = null;

  const lookNow = async (): Promise<DiskLow | null> => {
    try {
      const free = await freeBytes(folder);
      return free !== null && free < leastFree ? { kind: 'disk-low', freeBytes: free } : null;
    } catch {
      // A file system that does not say is no reason to stop.
      return null;
    }
  };
  const look = () => {
    if (clock.monotonic() - lookedAt >= lookEveryMs) {
      lookedAt = clock.monotonic();
      looking = lookNow().then((low) => {
        last = low;
        return low;
      });
    }
    return looking;
  };
  return {
    look,
    known: () => {
      void look();
      return last;
    },
    untilRoom: async (signal) => {
      while ((await look()) !== null && signal?.aborted !== true) {
        await clock.sleep(waitMs, signal).catch(() => undefined);
        lookedAt = Number.NEGATIVE_INFINITY;
      }
    },
  };
}

/** Some network and cloud drives count no blocks at all, or blocks of no size, and would seem to be full. */
async function freeOnDisk(folder: string): Promise<number | null> {
  const { blocks, bavail, bsize } = await statfs(folder);
  return blocks * bsize === 0 ? null : bavail * bsize;
}
