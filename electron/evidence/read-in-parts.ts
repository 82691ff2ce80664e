/** Reads a file from its beginning to its end, some at a time. */
import type { FileHandle } from 'node:fs/promises';

export type Parts = {
  /** Fewer bytes where the file ends before. */
  readonly next: (length: number) => Promise<Buffer>;
  /** The next bytes up to `length`, as they come. */
  readonly chunks: (length: number) => AsyncGenerator<Buffer>;
  /** Bytes that were read. */
  readonly at: () => number;
};

const atOnce = 256 * 1024;

export function readInParts(file: Pick<FileHandle, 'read'>): Parts {
  let buffered: Buffer = Buffer.alloc(0);
  let position = 0;
  let at = 0;

  const fill = async (): Promise<boolean> => {
    const into = Buffer.allocUnsafe(atOnce);
    const { bytesRead } = await file.read(into, 0, atOnce, position);
    position += bytesRead;
    buffered = Buffer.concat([buffered, into.subarray(0, bytesRead)]);
    return bytesRead > 0;
  };
  const take = (length: number): Buffer => {
    const taken = buffered.subarray(0, length);
    buffered = buffered.subarray(taken.length);
    at += taken.length;
    return taken;
  };

  return {
    at: () => at,
    next: async (length) => {
      while (buffered.length < length) if (!(await fill())) break;
      return take(length);
    },
    chunks: async function* (length) {
      for (let left = length; left > 0; ) {
        if (buffered.length === 0 && !(await fill())) return;
        const chunk = take(left);
        left -= chunk.length;
        yield chunk;
      }
    },
  };
}
