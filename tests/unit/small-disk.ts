/** A disk of a few megabytes that can be filled or made read-only, where a test may mount one: on Linux, as root. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const mount = (...args: readonly string[]) => spawnSync('mount', args).status === 0;

export type SmallDisk = {
  /** Takes all the room that there is. */
  readonly fill: () => void;
  readonly freeBytes: () => number;
  readonly makeReadOnly: () => void;
  readonly unmount: () => void;
};

/** Mounts one over an empty folder; null where that is not permitted. */
export function mountSmallDisk(folder: string): SmallDisk | null {
  if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder)) return null;
  return {
    fill: () => {
      const file = openSync(join(folder, 'of-another-program'), 'w');
      try {
        for (const bytes of [65_536, 4096]) {
          const piece = Buffer.alloc(bytes);
          try {
            for (;;) writeSync(file, piece);
          } catch {
            // No piece of this size fits any more.
          }
        }
      } finally {
        closeSync(file);
      }
    },
    freeBytes: () => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    makeReadOnly: () => void mount('-o', 'remount,ro', folder),
    // Whatever still has a file of it open keeps it no longer than that.
    unmount: () => void spawnSync('umount', ['-l', folder]),
  };
}
