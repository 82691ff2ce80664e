/** An archive of evidence about a few people, and what is said of it when it is opened. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CheckAnswer } from '../../../contract/check.ts';
import type { EvidenceVerdict } from '../../../contract/evidence.ts';
import { Sha256 } from '../../../contract/ids.ts';
import type { RawReply } from '../../../contract/person.ts';
import type { EvidenceFacts } from '../../../electron/evidence/evidence-form.ts';
import { verifyEvidence } from '../../../electron/evidence/verify-evidence.ts';
import { type EvidenceRows, writeEvidence } from '../../../electron/evidence/write-evidence.ts';
import { idOf } from '../storage/stored.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const moment = Date.UTC(2026, 10, 30, 9, 12);

export function replyOf(id: string, text = `{"_data":{"id":"${id}","name":"Ánna 李"}}\n`): RawReply {
  const sha256 = Sha256.parse(createHash('sha256').update(text).digest('hex'));
  const times = { firstSeenAt: moment - 9000, textSeenAt: moment - 5000, lastSeenAt: moment };
  return { id: idOf(id), text, sha256, ...times, url: `https://api.example.com/v1/ext/user/${id}` };
}

export const factsOf = (changed: Partial<EvidenceFacts> = {}): EvidenceFacts => ({
  made: '2026-12-01T11:00:00.000Z',
  app: '0.1.0',
  server: 'https://api.example.com',
  check: {
    name: 'July “Ä”',
    source: { kind: 'file', name: 'list.xlsx', sheet: { name: 'One', others: ['Two'] } },
    givenSha256: 'ab'.repeat(32),
    counts: {
      rows: 3,
      answers: Object.fromEntries(CheckAnswer.options.map((answer, nth) => [answer, nth])) as never,
      empty: 0,
      repeated: 1,
    },
  },
  ...changed,
});

const rows: readonly EvidenceRows[] = [
  { text: '\ufeffGiven,Status\r\nu-1,active\r\n', replies: [replyOf('u-1')], done: 1 },
  { text: 'u-2,deleted\r\nu-1,active\r\n', replies: [replyOf('u-2'), replyOf('u-3', '{}')], done: 3 },
];

const shortList: readonly string[] = ['[1,0,"u-1"]\n', '[2,0,"u-2"]\n[3,0,"u-1"]\n'];

export function madeEvidence(some: Iterable<EvidenceRows> = rows, facts = factsOf(), listed = shortList): Buffer {
  const list = () => listed;
  return Buffer.concat([...writeEvidence({ rows: some, list, facts: () => facts })].map(({ bytes }) => bytes));
}

export function fileOf(bytes: Uint8Array): string {
  const file = join(temporaryFolder(), 'evidence.zip');
  writeFileSync(file, bytes);
  return file;
}

/** Read from memory: a test opens thousands of them. */
export function verdictOn(bytes: Buffer): Promise<EvidenceVerdict> {
  const file = {
    stat: async () => ({ size: bytes.length }),
    read: async (into: Buffer, offset: number, length: number, position: number) => ({
      bytesRead: bytes.copy(into, offset, position, position + length),
      buffer: into,
    }),
  };
  return verifyEvidence(file as unknown as Parameters<typeof verifyEvidence>[0]);
}
