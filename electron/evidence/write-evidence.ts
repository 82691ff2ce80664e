/** Writes an archive of evidence a part at a time: what is said of each row, and what the server answered of those who are named. */
import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { RawReply } from '../../contract/person.ts';
import { withReceipt } from '../../contract/receipt.ts';
import { createZipWriter } from '../archive/zip-writer.ts';
import {
  about,
  type EvidenceFacts,
  type EvidenceFile,
  manifestOf,
  names,
  replyName,
  sumLine,
} from './evidence-form.ts';

/** `text`: of the report. `replies`: about people who are named for the first time. `done`: rows with these. */
export type EvidenceRows = { readonly text: string; readonly replies: readonly RawReply[]; readonly done: number };

export type EvidenceSource = {
  readonly rows: Iterable<EvidenceRows>;
  /** The list as it is kept, in pieces; asked for twice. */
  readonly list: () => Iterable<string>;
  /** Asked for once all rows were. */
  readonly facts: () => EvidenceFacts;
};

export type EvidencePart = { readonly bytes: Uint8Array; readonly done: number };

export function* writeEvidence({ rows, list, facts }: EvidenceSource): Generator<EvidencePart> {
  const zip = createZipWriter();
  const files: EvidenceFile[] = [];
  const report: Buffer[] = [];
  let done = 0;
  let replies = 0;
  const stored = (name: string, content: Buffer, reply: EvidenceFile['reply'] = null): Buffer => {
    files.push({ name, bytes: content.length, sha256: sha256Of([content]), reply });
    return zip.stored(name, content);
  };

  yield { bytes: stored(names.about, Buffer.from(about)), done };
  // The reply stands beside what was said by it: both are of one moment.
  for (const part of rows) {
    report.push(Buffer.from(part.text));
    done = part.done;
    const written = part.replies.map((raw) => {
      replies += 1;
      return stored(replyName(replies), Buffer.from(withReceipt(raw)), {
        id: raw.id,
        asked: raw.url,
        firstSeen: new Date(raw.textSeenAt).toISOString(),
        lastSeen: new Date(raw.lastSeenAt).toISOString(),
        sha256: raw.sha256,
      });
    });
    yield { bytes: Buffer.concat(written), done };
  }
  const pieces = function* (name: string, content: () => Iterable<Uint8Array>): Generator<EvidencePart> {
    const { crc, size, sha256 } = sumsOf(content());
    files.push({ name, bytes: size, sha256, reply: null });
    yield { bytes: zip.header(name, { crc, size }), done };
    for (const bytes of content()) yield { bytes: zip.content(bytes), done };
  };
  yield* pieces(names.list, () => asBytes(list()));
  yield* pieces(names.report, () => report);
  yield { bytes: stored(names.sums, Buffer.from(files.map(sumLine).join(''))), done };
  const manifest = [...manifestOf(facts(), files)].join('');
  yield { bytes: stored(names.manifest, Buffer.from(manifest)), done };
  for (const bytes of zip.end()) yield { bytes, done };
}

function* asBytes(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

function sumsOf(content: Iterable<Uint8Array>): {
  readonly crc: number;
  readonly size: number;
  readonly sha256: string;
} {
  const hash: Hash = createHash('sha256');
  let crc = 0;
  let size = 0;
  for (const bytes of content) {
    hash.update(bytes);
    crc = crc32(bytes, crc);
    size += bytes.length;
  }
  return { crc, size, sha256: hash.digest('hex') };
}

export function sha256Of(content: Iterable<Uint8Array>): string {
  return sumsOf(content).sha256;
}
