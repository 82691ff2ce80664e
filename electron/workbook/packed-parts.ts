/**
 * The archive that a workbook is. What is unpacked of it is bounded before it is unpacked: by its own size, by how much larger
 * it is than when packed, and by all that was unpacked before.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { encodingOf } from '../../contract/text-encoding.ts';
import { Unreadable } from './unreadable.ts';

/** One file in the archive, as text. Each chunk is told with how many bytes were unpacked so far. */
export type PackedPart = { readonly size: number; readonly texts: () => AsyncGenerator<PartText> };
export type PartText = { readonly text: string; readonly unpacked: number };

export type PackedParts = {
  /** Null: there is none of that name. Names differ in letter case at most. */
  readonly find: (name: string) => PackedPart | null;
  readonly has: (name: string) => boolean;
};

/** Bytes of all parts that are read of one workbook. */
const mostUnpacked = 256 * 1024 * 1024;
/** Sheets become 10 to 40 times smaller when they are packed; what makes this of nothing can be made for nothing else. */
const mostRatio = 300;
/** Less is harmless, whatever its ratio. */
const harmless = 1024 * 1024;
const mostEntries = 20_000;

/** Rejects with `Unreadable`. */
export async function openParts(bytes: Uint8Array): Promise<PackedParts> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  }).catch(damaged);
  if (zip.entryCount > mostEntries) throw new Unreadable('too-large-inside');
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (!entries.has(name)) entries.set(name, entry);
    }
  } catch (error) {
    damaged(error);
  }
  let unpacked = 0;
  return {
    has: (name) => entries.has(name.toLowerCase()),
    find: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return null;
      return {
        size: entry.uncompressedSize,
        texts: () => {
          const { uncompressedSize: size, compressedSize: packed } = entry;
          unpacked += size;
          const isBomb = size > harmless && size > packed * mostRatio;
          if (isBomb || unpacked > mostUnpacked) throw new Unreadable('too-large-inside');
          if (entry.isEncrypted()) throw new Unreadable('encrypted');
          return textsOf(zip, entry);
        },
      };
    },
  };
}

/** No more comes than the entry says: it fails where there is more, and where there is less. */
async function* textsOf(zip: ZipFile, entry: Entry): AsyncGenerator<PartText> {
  const stream = await zip.openReadStreamPromise(entry).catch(damaged);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let sum = 0;
  let unpacked = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      sum = crc32(chunk, sum);
      unpacked += chunk.length;
      yield { text: decoder.decode(chunk, { stream: true }), unpacked };
    }
    if (sum !== entry.crc32) throw new Unreadable('damaged');
    const text = decoder?.decode() ?? '';
    if (text !== '') yield { text, unpacked };
  } catch (error) {
    damaged(error);
  }
}

/** What yauzl and the decoder throw is about what the bytes are, and about nothing else. */
function damaged(error: unknown): never {
  throw error instanceof Unreadable ? error : new Unreadable('damaged');
}
