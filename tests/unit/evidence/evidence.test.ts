/** Evidence that is written is read by others' tools, and opened again; whatever byte of it is changed is found. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { EvidenceVerdict } from '../../../contract/evidence.ts';
import { hasProgram } from '../../../scripts/system.ts';
import { factsOf, fileOf, madeEvidence, replyOf, verdictOn } from './made-evidence.ts';

async function contentsOf(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true });
  const contents = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    contents.set(entry.fileName, Buffer.concat(chunks));
  }
  return contents;
}
const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const archive = madeEvidence();

describe('what is written', () => {
  it('has its files in one order, each reply to its last byte', async () => {
    const contents = await contentsOf(archive);
    expect([...contents.keys()]).toEqual([
      'README.txt',
      'replies/000001.txt',
      'replies/000002.txt',
      'replies/000003.txt',
      'list.jsonl',
      'report.csv',
      'SHA256SUMS',
      'manifest.json',
    ]);
    expect(contents.get('report.csv')?.toString()).toBe(
      '\ufeffGiven,Status\r\nu-1,active\r\nu-2,deleted\r\nu-1,active\r\n',
    );
    const reply = contents.get('replies/000001.txt')?.toString() ?? '';
    expect(reply.split('\n').slice(7).join('\n')).toBe(replyOf('u-1').text);
  });

  it('has a manifest that says when, from where, and the sum of each file', async () => {
    const contents = await contentsOf(archive);
    const manifest = JSON.parse(contents.get('manifest.json')?.toString() ?? '');
    expect(manifest).toMatchObject({ form: 'Rolodesk evidence 1', ...factsOf() });
    expect(manifest.shows).toContain('does not show who made it');
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = contents.get(name) ?? Buffer.alloc(0);
      expect([name, bytes, sha256]).toEqual([name, content.length, sum(content)]);
    }
    expect(manifest.files.length).toBe(contents.size - 1);
    const { sha256, url: asked } = replyOf('u-2');
    expect(manifest.files[2].reply).toEqual({
      id: 'u-2',
      asked,
      firstSeen: '2026-11-30T09:11:55.000Z',
      lastSeen: '2026-11-30T09:12:00.000Z',
      sha256,
    });
  });

  it.skipIf(!hasProgram('unzip') || !hasProgram('sha256sum'))('is checked by the usual tools', () => {
    const file = fileOf(archive);
    const script =
      'cd "$(dirname "$1")" && unzip -q evidence.zip && sha256sum -c --strict SHA256SUMS && unzip -tq evidence.zip';
    const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', file], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('replies/000003.txt: OK');
  });

  it('is the same bytes each time', () => {
    expect(madeEvidence().equals(archive)).toBe(true);
  });
});

describe('what is opened', () => {
  it('is unchanged, and said with what it holds', async () => {
    const verdict = await verdictOn(archive);
    const { made, app, server, check } = factsOf();
    const { givenSha256: _, ...told } = check;
    const holds = { made, app, server, check: told, replies: 3, bytes: archive.length };
    // As it leaves the main process.
    expect(EvidenceVerdict.parse(verdict)).toEqual({ kind: 'unchanged', holds });
  });

  it('may have nobody in it', async () => {
    expect((await verdictOn(madeEvidence([]))).kind).toBe('unchanged');
    const unnamed = factsOf({
      check: { ...factsOf().check, name: null, source: { kind: 'pasted' }, givenSha256: null },
    });
    expect((await verdictOn(madeEvidence([], unnamed))).kind).toBe('unchanged');
  });

  it('is unchanged whatever stands in it', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).map((some) => some.toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), text, async (replies, name) => {
        const facts = factsOf({ check: { ...factsOf().check, name } });
        const some = [{ text: name, replies: replies.map((one, nth) => replyOf(`u-${nth}`, one)), done: 1 }];
        expect((await verdictOn(madeEvidence(some, facts))).kind).toBe('unchanged');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a change', () => {
  const flipped = (at: number, bit: number): Buffer => {
    const bytes = Buffer.from(archive);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
    return bytes;
  };

  it('of any one bit is found: a hundred at random', async () => {
    const at = fc.integer({ min: 0, max: archive.length - 1 });
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 0, max: 7 }), async (place, bit) => {
        expect((await verdictOn(flipped(place, bit))).kind).not.toBe('unchanged');
      }),
      { numRuns: 100 },
    );
  });

  it('of each byte of headers, of the list of files and of its end is found', async () => {
    const directory = archive.indexOf('PK\x01\x02');
    const heads: number[] = [];
    for (let at = 0; at >= 0; at = archive.indexOf('PK\x03\x04', at + 1))
      heads.push(...Array.from({ length: 34 }, (_, nth) => at + nth));
    const places = [...heads, ...Array.from({ length: archive.length - directory }, (_, nth) => directory + nth)];
    for (const place of places) expect((await verdictOn(flipped(place, place % 8))).kind).not.toBe('unchanged');
  });

  it.each([
    ['a reply', '李', ['replies/000002.txt']],
    ['the report', 'u-2,deleted', ['report.csv']],
    ['the list', '[2,0,', ['list.jsonl']],
    ['the manifest', '"server"', ['manifest.json']],
    ['the sums', '  report.csv\n', ['SHA256SUMS']],
    ['the words of it', 'Evidence of a', ['README.txt']],
  ])('of %s is told with the name of the file', async (_, text, files) => {
    const verdict = await verdictOn(flipped(archive.lastIndexOf(text), 0));
    expect(verdict).toMatchObject({ kind: 'changed' });
    expect(verdict.kind === 'changed' ? verdict.files : []).toContain(files[0]);
  });

  it('that leaves the sums of the archive right is found by those in it', async () => {
    const bytes = flipped(archive.lastIndexOf('u-2,deleted'), 0);
    const before = (await contentsOf(archive)).get('report.csv') ?? Buffer.alloc(0);
    const after = (await contentsOf(bytes)).get('report.csv') ?? Buffer.alloc(0);
    for (let place = 0; place < bytes.length - 4; place += 1)
      if (bytes.readUInt32LE(place) === crc32(before)) bytes.writeUInt32LE(crc32(after), place);
    const verdict = await verdictOn(bytes);
    expect(verdict.kind === 'changed' ? verdict.files : []).toContain('report.csv');
  });

  it('behind the end, or of what is left of it, is found', async () => {
    expect(await verdictOn(Buffer.concat([archive, Buffer.from('x')]))).toMatchObject({ kind: 'changed', files: [] });
    for (let length = 0; length < archive.length; length += 97)
      expect((await verdictOn(archive.subarray(0, length))).kind).not.toBe('unchanged');
  });
});

describe('what is none', () => {
  it('is told so', async () => {
    expect(await verdictOn(Buffer.from('u-1'))).toEqual({ kind: 'not-evidence' });
    expect(await verdictOn(Buffer.alloc(0))).toEqual({ kind: 'not-evidence' });
    expect(await verdictOn(Buffer.alloc(2000, 'PK\x03\x04'))).toEqual({ kind: 'not-evidence' });
  });

  it('says that it has more than there is, and takes no memory for it', async () => {
    const bytes = Buffer.from(archive);
    for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 1))
      bytes.writeUInt32LE(0xfffffff0, at + 18);
    expect(await verdictOn(bytes)).toEqual({ kind: 'not-evidence' });
  });

  it('is not read beyond what is held of one file', async () => {
    const reply = archive.indexOf('PK\x03\x04', 40);
    const bytes = Buffer.concat([archive.subarray(0, reply + 48), Buffer.alloc(130 * 1024 * 1024)]);
    bytes.writeUInt32LE(129 * 1024 * 1024, reply + 18);
    const before = process.memoryUsage().arrayBuffers;
    expect(await verdictOn(bytes)).toMatchObject({ kind: 'changed', holds: null });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });
});
