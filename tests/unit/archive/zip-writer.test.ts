/** Archives that are written: others read them, and the same files give the same bytes. */
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { directoryEnd, directoryEntry } from '../../../electron/archive/zip-headers.ts';
import { createZipWriter } from '../../../electron/archive/zip-writer.ts';

async function namesIn(archive: Buffer) {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const names: string[] = [];
  for await (const { fileName } of zip.eachEntry()) names.push(fileName);
  return names;
}

async function filesIn(archive: Buffer) {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const files: { readonly name: string; readonly text: string; readonly date: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const whole = Buffer.concat(chunks);
    expect(crc32(whole)).toBe(entry.crc32);
    const date = entry.getLastModDate({ timezone: 'UTC' }).toISOString();
    files.push({ name: entry.fileName, text: whole.toString(), date });
  }
  return files;
}

const noDate = '1980-01-01T00:00:00.000Z';

describe('an archive', () => {
  const written = () => {
    const zip = createZipWriter();
    const parts = [zip.stored('a.txt', Buffer.from('one')), zip.begin('b/c.txt')];
    for (const text of ['first ', '', 'second '.repeat(1000)]) parts.push(zip.part(Buffer.from(text)));
    parts.push(zip.finish(), zip.stored('empty', Buffer.alloc(0)), ...zip.end());
    return Buffer.concat(parts);
  };

  it('holds each file, packed or not, without a time', async () => {
    expect(await filesIn(written())).toEqual([
      { name: 'a.txt', text: 'one', date: noDate },
      { name: 'b/c.txt', text: `first ${'second '.repeat(1000)}`, date: noDate },
      { name: 'empty', text: '', date: noDate },
    ]);
    expect(written().length).toBeLessThan(500);
  });

  it('is the same bytes each time', () => {
    expect(written().equals(written())).toBe(true);
  });

  it('holds more files than the old form can count', async () => {
    const zip = createZipWriter();
    const parts = Array.from({ length: 65_600 }, (_, nth) => zip.stored(`f${nth}`, Buffer.from(String(nth))));
    const names = await namesIn(Buffer.concat([...parts, ...zip.end()]));
    expect(names).toEqual(Array.from({ length: 65_600 }, (_, nth) => `f${nth}`));
  });

  it('says where a file stands and where its list begins beyond four gigabytes', () => {
    const at = 5_000_000_000;
    const entry = { name: 'far', crc: 0, packed: 0, size: 0, isDeflated: false, isStreamed: false, at };
    const written = directoryEntry(entry);
    expect(written.readUInt32LE(42)).toBe(0xffffffff);
    expect(written.readBigUInt64LE(written.length - 8)).toBe(BigInt(at));
    const end = directoryEnd({ count: 1, at, length: written.length });
    expect(end.readBigUInt64LE(48)).toBe(BigInt(at));
    expect(end.readBigUInt64LE(64)).toBe(BigInt(at + written.length));
  });
});
