/**
 * What the map remembers, in a file beside the local copy, so that a restart shows the same map: it goes with the copy. A file
 * that is damaged, or cannot be read or written, counts as none: the map is then laid out from scratch.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFileSync } from '../disk/whole-file.ts';
import { type MapMemory, memoryFromBytes, memoryToBytes } from './map-memory.ts';

export type KeptMap = {
  /** Null: none is kept, or none that is whole. */
  readonly read: () => MapMemory | null;
  readonly write: (memory: MapMemory) => void;
};

/** Of two million who lead others. */
const mostBytes = 64 * 1024 * 1024;
/** In front of the memory, so that no damage to it is taken for a map. */
const sumBytes = 32;

/** `database`: the path of the local copy. */
export function createKeptMap(database: string): KeptMap {
  const file = fileBeside(database);
  return {
    read: () => {
      try {
        if (statSync(file).size > mostBytes) return null;
        const bytes = readFileSync(file);
        const memory = bytes.subarray(sumBytes);
        return sumOf(memory).equals(bytes.subarray(0, sumBytes)) ? memoryFromBytes(memory) : null;
      } catch {
        return null;
      }
    },
    write: (memory) => {
      const bytes = memoryToBytes(memory);
      if (sumBytes + bytes.byteLength > mostBytes) return;
      try {
        replaceFileSync(file, Buffer.concat([sumOf(bytes), bytes]));
      } catch {
        // What was kept before stays; the map looks as it does until the app is closed.
      }
    },
  };
}

/** Call this when the copy is replaced: people have other keys then. */
export function forgetKeptMap(database: string): void {
  rmSync(fileBeside(database), { force: true });
}

function fileBeside(database: string): string {
  return join(dirname(database), 'map');
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
