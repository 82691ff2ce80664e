/**
 * Opens an archive of evidence and writes it again from its contents: whatever is not the same byte for byte is told. No more than a reply,
 * the sums and the manifest is held in memory, whatever the archive says of itself.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { mostNamedFiles } from '../../contract/bounds.ts';
import type { EvidenceVerdict } from '../../contract/evidence.ts';

import { localHeaderLength, readLocalHeader } from '../archive/zip-headers.ts';
import { createZipWriter } from '../archive/zip-writer.ts';
import { type EvidenceFile, mostReplies, names, replyName, sumLine } from './evidence-form.ts';
import { readManifest, writtenAgain } from './manifest.ts';
import { readInParts } from './read-in-parts.ts';
import { readReceipt } from './read-receipt.ts';
import { sha256Of } from './write-evidence.ts';

/** Of a reply, the sums or the manifest: what is read of the server at once has less, and of a hundred thousand people as well. */
const longestHeld = 128 * 1024 * 1024;

/** The longest name has 18. */
const longestName = 40;

/** A file as it was read; `content` of those that are held. */
type Read = EvidenceFile & { readonly content: Buffer | null };

/** What of a file is read. */
export type ReadFile = Pick<FileHandle, 'read'> & { readonly stat: () => Promise<{ readonly size: number }> };

/** Rejects where the file cannot be read. */
export async function verifyEvidence(file: ReadFile): Promise<EvidenceVerdict> {
  const { size } = await file.stat();
  const parts = readInParts(file);
  const zip = createZipWriter();
  const changed = new Set<string>();
  const files: Read[] = [];
  let isAround = false;

  /** Null: what is there is no such file. */
  const readFile = async (wanted: (name: string) => boolean): Promise<Read | null> => {
    const head = readLocalHeader(await parts.next(localHeaderLength));
    if (head === null || head.nameLength > longestName || head.size > size - parts.at()) return null;
    const name = (await parts.next(head.nameLength)).toString('latin1');
    if (!wanted(name)) return null;
    const isHeld = name !== names.list && name !== names.report;
    if (isHeld && head.size > longestHeld) return null;
    const hash = createHash('sha256');
    const held: Buffer[] = [];
    let crc = 0;
    for await (const chunk of parts.chunks(head.size)) {
      hash.update(chunk);
      crc = crc32(chunk, crc);
      if (isHeld) held.push(chunk);
    }
    const again = zip.header(name, { crc, size: head.size });
    zip.skip(head.size);
    if (!again.equals(Buffer.concat([head.bytes, Buffer.from(name, 'latin1')]))) changed.add(name);
    const content = isHeld ? Buffer.concat(held) : null;
    return { name, bytes: head.size, sha256: hash.digest('hex'), reply: null, content };
  };
  const exactly = (wanted: string) => (name: string) => name === wanted;

  const first = await readFile(exactly(names.about));
  if (first === null) return { kind: 'not-evidence' };
  files.push({ ...first, content: null });
  let reply = 0;
  for (;;) {
    const next = await readFile((name) => name === names.list || name === replyName(reply + 1));
    if (next === null || reply >= mostReplies) return broken(changed, replyName(reply + 1));
    if (next.name === names.list) {
      files.push(next);
      break;
    }
    reply += 1;
    const read = readReceipt(next.content ?? Buffer.alloc(0));
    if (read === null || sha256Of([read.reply]) !== read.sha256) changed.add(next.name);
    const { asked = '', firstSeen = '', lastSeen = '', sha256 = '' } = read ?? {};
    files.push({ ...next, reply: { id: '', asked, firstSeen, lastSeen, sha256 }, content: null });
  }
  for (const name of [names.report, names.sums, names.manifest]) {
    const next = await readFile(exactly(name));
    if (next === null) return broken(changed, name);
    files.push(next);
  }
  for (const bytes of zip.end()) if (!(await parts.next(bytes.length)).equals(bytes)) isAround = true;
  if ((await parts.next(1)).length > 0) isAround = true;

  const [manifest, sums] = [files.pop(), files.at(-1)];
  for (const name of unlike(files.slice(0, -1), sums?.content?.toString('latin1') ?? '')) changed.add(name);
  const told = readManifest(manifest?.content ?? Buffer.alloc(0));
  if (told === null) return broken(changed, names.manifest);
  if (!writtenAgain(told, files).equals(manifest?.content ?? Buffer.alloc(0))) changed.add(names.manifest);
  const holds = { ...told.facts, replies: reply, bytes: size };
  return changed.size === 0 && !isAround
    ? { kind: 'unchanged', holds }
    : { kind: 'changed', holds, files: named(changed), count: changed.size };
}

/** It cannot be read further. */
function broken(changed: Set<string>, name: string): EvidenceVerdict {
  changed.add(name);
  return { kind: 'changed', holds: null, files: named(changed), count: changed.size };
}

function named(changed: ReadonlySet<string>): string[] {
  return [...changed].slice(0, mostNamedFiles);
}

/** Files whose sum is told otherwise, or the sums themselves where they tell something else. */
function unlike(files: readonly EvidenceFile[], sums: string): string[] {
  const lines = files.map(sumLine);
  if (lines.join('') === sums) return [];
  const told = sums.split('\n');
  const others = files.filter((_, nth) => `${told[nth]}\n` !== lines[nth]).map(({ name }) => name);
  return others.length === 0 ? [names.sums] : others;
}
