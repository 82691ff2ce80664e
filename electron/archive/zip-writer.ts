/** Writes a ZIP archive a file at a time, or a large file a part at a time. The same files give the same bytes. */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import {
  descriptor,
  directoryEnd,
  directoryEntry,
  localHeader,
  type PlacedEntry,
  type ZipEntry,
} from './zip-headers.ts';

export type ZipWriter = {
  /** A whole file as it is, not packed. */
  readonly stored: (name: string, content: Uint8Array) => Buffer;
  /** Begins a file that is not packed and whose sum is known; its content follows through `content`. */
  readonly header: (name: string, sum: Sum) => Buffer;
  readonly content: (bytes: Uint8Array) => Uint8Array;
  /** The same of content that is written elsewhere. */
  readonly skip: (length: number) => void;
  /** Begins a file whose content follows in parts, packed. */
  readonly begin: (name: string) => Buffer;
  readonly part: (content: Uint8Array) => Buffer;
  /** Ends the file that was begun. */
  readonly finish: () => Buffer;
  /** What stands behind all files, in parts. */
  readonly end: () => Generator<Buffer>;
};

/** CRC-32 and bytes of a file. */
export type Sum = { readonly crc: number; readonly size: number };

const directoryAtOnce = 5000;

export function createZipWriter(): ZipWriter {
  const entries: PlacedEntry[] = [];
  let at = 0;
  let begun: { readonly name: string; readonly at: number; crc: number; packed: number; size: number } | null = null;

  const written = <B extends Uint8Array>(bytes: B): B => {
    at += bytes.length;
    return bytes;
  };
  const header = (name: string, { crc, size }: Sum): Buffer => {
    const entry: PlacedEntry = { name, crc, packed: size, size, isDeflated: false, isStreamed: false, at };
    entries.push(entry);
    return written(localHeader(entry));
  };
  const current = () => {
    if (begun === null) throw new Error('no file was begun');
    return begun;
  };
  const streamed = ({ name, crc, packed, size }: Pick<ZipEntry, 'name' | 'crc' | 'packed' | 'size'>): ZipEntry => ({
    ...{ name, crc, packed, size },
    isDeflated: true,
    isStreamed: true,
  });
  /** Each part is packed by itself and ends at a whole byte, so that parts stand behind one another as one stream. */
  const packedPart = (content: Uint8Array, isLast: boolean): Buffer => {
    const file = current();
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const packed = deflateRawSync(content, { finishFlush });
    file.crc = crc32(content, file.crc);
    file.size += content.length;
    file.packed += packed.length;
    return packed;
  };

  return {
    stored: (name, content) =>
      Buffer.concat([header(name, { crc: crc32(content), size: content.length }), written(content)]),
    header,
    content: written,
    skip: (length) => {
      at += length;
    },
    begin: (name) => {
      begun = { name, at, crc: 0, packed: 0, size: 0 };
      return written(localHeader(streamed(begun)));
    },
    part: (content) => written(packedPart(content, false)),
    finish: () => {
      const last = packedPart(new Uint8Array(), true);
      const file = current();
      const entry = streamed(file);
      entries.push({ ...entry, at: file.at });
      begun = null;
      return written(Buffer.concat([last, descriptor(entry)]));
    },
    end: function* () {
      const begins = at;
      for (let from = 0; from < entries.length; from += directoryAtOnce)
        yield written(Buffer.concat(entries.slice(from, from + directoryAtOnce).map(directoryEntry)));
      yield directoryEnd({ count: entries.length, at: begins, length: at - begins });
    },
  };
}
