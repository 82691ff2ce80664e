/**
 * What stands in a ZIP archive around the files in it (APPNOTE.TXT 6.3.10): always the same bytes for the same files. No times, no
 * rights, no comments, names in ASCII.
 */

export type ZipEntry = {
  /** In ASCII, folders with a slash. */
  readonly name: string;
  readonly crc: number;
  /** Bytes in the archive, and of the file. Less than 4 GiB each. */
  readonly packed: number;
  readonly size: number;
  readonly isDeflated: boolean;
  /** Its sum and sizes were not known before it was written: they stand behind it. */
  readonly isStreamed: boolean;
};
export type PlacedEntry = ZipEntry & { readonly at: number };

const localSignature = 0x04034b50;
/** Without the name. */
export const localHeaderLength = 30;
const version = 20;
const version64 = 45;
/** The first of January 1980, the earliest that can be written: there is no way to write that none is known. */
const noTime = 0;
const noDate = 0x21;
const streamedFlag = 8;
const deflated = 8;
const most16 = 0xffff;
const most32 = 0xffffffff;

/** What stands before a file: 30 bytes and the name. */
export function localHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(localHeaderLength);
  header.writeUInt32LE(localSignature, 0);
  header.writeUInt16LE(version, 4);
  writeCommon(header, entry, 6, entry.isStreamed);
  return Buffer.concat([header, nameOf(entry)]);
}

export type ReadHeader = { readonly bytes: Buffer; readonly nameLength: number; readonly size: number };

/** Of a file that is not packed, as it says itself. Null: it is none, or something stands between its name and its content. */
export function readLocalHeader(bytes: Buffer): ReadHeader | null {
  if (bytes.length < localHeaderLength || bytes.readUInt32LE(0) !== localSignature) return null;
  if (bytes.readUInt16LE(28) !== 0) return null;
  return { bytes, nameLength: bytes.readUInt16LE(26), size: bytes.readUInt32LE(18) };
}

/** What stands behind a file whose sum and sizes were not known before: 16 bytes. */
export function descriptor({ crc, packed, size }: ZipEntry): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  bytes.writeUInt32LE(packed, 8);
  bytes.writeUInt32LE(size, 12);
  return bytes;
}

/** What stands behind all files, for one of them. */
export function directoryEntry(entry: PlacedEntry): Buffer {
  const isFar = entry.at >= most32;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(isFar ? version64 : version, 6);
  writeCommon(header, entry, 8, false);
  header.writeUInt32LE(isFar ? most32 : entry.at, 42);
  if (!isFar) return Buffer.concat([header, nameOf(entry)]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(entry.at), 4);
  header.writeUInt16LE(extra.length, 30);
  return Buffer.concat([header, nameOf(entry), extra]);
}

/** The last bytes. `at`, `length`: of the entries of the directory, which stand before them. */
export function directoryEnd({ count, at, length }: { count: number; at: number; length: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, most16), 8);
  end.writeUInt16LE(Math.min(count, most16), 10);
  end.writeUInt32LE(Math.min(length, most32), 12);
  end.writeUInt32LE(Math.min(at, most32), 16);
  if (count < most16 && length < most32 && at < most32) return end;
  const end64 = Buffer.alloc(56 + 20);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(version64, 12);
  end64.writeUInt16LE(version64, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(at), 48);
  end64.writeUInt32LE(0x07064b50, 56);
  end64.writeBigUInt64LE(BigInt(at + length), 64);
  end64.writeUInt32LE(1, 72);
  return Buffer.concat([end64, end]);
}

/** Flags, method, time, sum, sizes, length of the name: the same 22 bytes in both headers. `isUnknown`: sum and sizes follow. */
function writeCommon(header: Buffer, entry: ZipEntry, from: number, isUnknown: boolean): void {
  header.writeUInt16LE(entry.isStreamed ? streamedFlag : 0, from);
  header.writeUInt16LE(entry.isDeflated ? deflated : 0, from + 2);
  header.writeUInt16LE(noTime, from + 4);
  header.writeUInt16LE(noDate, from + 6);
  header.writeUInt32LE(isUnknown ? 0 : entry.crc, from + 8);
  header.writeUInt32LE(isUnknown ? 0 : entry.packed, from + 12);
  header.writeUInt32LE(isUnknown ? 0 : entry.size, from + 16);
  header.writeUInt16LE(entry.name.length, from + 20);
}

function nameOf({ name }: ZipEntry): Buffer {
  return Buffer.from(name, 'latin1');
}
