/** Gathers the elements of a list into batches that can be handed to another thread without being copied again. */
import type { Received } from '../clock.ts';
import type { ListSink } from './list-splitter.ts';

export type ListedBatch = Received & {
  /** The elements right behind one another, each as it came. In a buffer of its own and of its size: to be transferred. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each element ends in `bytes`. */
  readonly ends: readonly number[];
};

const mostElements = 100;
const mostBytes = 512 * 1024;
const firstBytes = 64 * 1024;

export type ListBatches = ListSink & {
  /** The batches that are full, each given once. */
  readonly full: () => readonly ListedBatch[];
  /** What is complete of the last one; null: nothing. */
  readonly rest: () => ListedBatch | null;
  /** Whether an element is larger than is accepted. The bytes over it are not kept. */
  readonly isTooLarge: () => boolean;
};

export function createListBatches(needs: {
  readonly elementBytes: number;
  /** Milliseconds since 1970-01-01T00:00Z. Asked when a batch is complete. */
  readonly now: () => number;
}): ListBatches {
  let buffer = new Uint8Array(firstBytes);
  let length = 0;
  let ends: number[] = [];
  let waiting: ListedBatch[] = [];
  let isTooLarge = false;

  const complete = () => ends.at(-1) ?? 0;
  /** Between two elements or behind the last one: a part of one is not in it. */
  const cut = (): ListedBatch => {
    const batch = { bytes: buffer.slice(0, complete()), ends, receivedAt: needs.now() };
    length = 0;
    ends = [];
    return batch;
  };

  return {
    part: (chunk, from, to) => {
      const needed = length + to - from;
      isTooLarge ||= needed - complete() > needs.elementBytes;
      if (isTooLarge) return;
      if (needed > buffer.length) {
        const larger = new Uint8Array(Math.max(needed, buffer.length * 2));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(chunk.subarray(from, to), length);
      length = needed;
    },
    end: () => {
      ends.push(length);
      if (ends.length >= mostElements || length >= mostBytes) waiting.push(cut());
    },
    full: () => {
      const given = waiting;
      waiting = [];
      return given;
    },
    rest: () => (ends.length === 0 ? null : cut()),
    isTooLarge: () => isTooLarge,
  };
}

/** The elements of a batch, as views on its bytes. */
export function elementsOf({ bytes, ends }: Pick<ListedBatch, 'bytes' | 'ends'>): Uint8Array<ArrayBuffer>[] {
  return ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
}
