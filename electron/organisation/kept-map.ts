/**
 * What the map remembers, in a file beside the local copy, so that a restart shows the same map: it goes with the copy. A file
 * that is damaged, or cannot be read or written, counts as none: the map is then laid out from scratch.
 */
import { createHash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readOwnFile, replaceOwnFile } from '../disk/own-file.ts';
import { type MapMemory, memoryFromBytes, memoryToBytes } from './map-memory.ts';

export type KeptMap = {
  /** Null: none is kept, or none that is whole. */
  readonly read: () => MapMemory | null;
  /** `write` writes this one from now on. */
  readonly remember: (memory: MapMemory) => void;
  /** Writes what is remembered, unless the file has it already. */
  readonly write: () => void;
};

/** Of two million who lead others. */
const mostBytes = 64 * 1024 * 1024;
/** In front of the memory, so that no damage to it is taken for a map. */
const sumBytes = 32;

/** `database`: the path of the local copy. `replace`: writes a file whole or not at all; throws where it cannot. */
export function createKeptMap(database: string, replace: typeof replaceOwnFile = replaceOwnFile): KeptMap {
  const file = fileBeside(database);
  /** Of what the file holds; null: that is not known. */
  let kept: Buffer | null = null;
  let remembered: MapMemory | null = null;
  return {
    read: () => {
      try {
        if (statSync(file).size > mostBytes) return null;
        const bytes = readOwnFile(file);
        const [sum, memory] = [bytes.subarray(0, sumBytes), bytes.subarray(sumBytes)];
        if (!sumOf(memory).equals(sum)) return null;
        kept = Buffer.from(sum);
        return memoryFromBytes(memory);
      } catch {
        return null;
      }
    },
    remember: (memory) => {
      remembered = memory;
    },
    write: () => {
      if (remembered === null) return;
      const bytes = memoryToBytes(remembered);
      if (sumBytes + bytes.byteLength > mostBytes) return;
      const sum = sumOf(bytes);
      if (kept?.equals(sum) === true) return;
      try {
        replace(file, Buffer.concat([sum, bytes]));
        kept = sum;
      } catch {
        // What was kept before stays; the map looks as it does until the app is closed.
      }
    },
  };
}

/** Call this when the copy is replaced: people have other keys then. */
export function forgetKeptMap(database: string): void {
  try {
    rmSync(fileBeside(database), { force: true });
  } catch {
    // It is no file, and read by nobody.
  }
}

function fileBeside(database: string): string {
  return join(dirname(database), 'map');
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
