/**
 * What stands in an archive of evidence, and in which form: the same contents give the same bytes. docs/decisions/evidence.md says why so.
 * What is changed here changes what older archives are compared with: a new form needs a number of its own beside this one.
 */
import { z } from 'zod';
import { CheckAnswer } from '../../contract/check.ts';
import { CheckCounts, CheckSource } from '../../contract/check-overview.ts';

export const form = 'Rolodesk evidence 1';
/** In this order; the replies stand behind the first. */
export const names = {
  about: 'README.txt',
  list: 'list.jsonl',
  report: 'report.csv',
  sums: 'SHA256SUMS',
  manifest: 'manifest.json',
} as const;
export const replyName = (nth: number): string => `replies/${String(nth).padStart(6, '0')}.txt`;
/** So many replies have a name of the same length. */
export const mostReplies = 999_999;

export const about = `Evidence of a status check, made by Rolodesk.

report.csv      What was said of each line of the list.
list.jsonl      The list as it was read: each row as [line, part, text] or [line, part, [cells]].
replies/        What the server answered of each person, to the last byte, behind a head of
                seven lines: the address that was asked, when, and the SHA-256 of the answer.
manifest.json   When and from where all this was made, and the SHA-256 of each file.
SHA256SUMS      The same sums; check them with: sha256sum -c SHA256SUMS

Rolodesk opens this archive without an access token, writes it again from its contents, and
compares every byte. That shows that nothing in it was changed by accident since it was made.
It does not show who made it.
`;

/** What the contents do not say by themselves. Times are in ISO 8601, in UTC. */
export const EvidenceFacts = z.object({
  made: z.iso.datetime(),
  /** The version of Rolodesk. */
  app: z.string().max(100),
  /** The origin that people were fetched from. */
  server: z.string().max(4000),
  check: z.object({
    name: z.string().max(1000).nullable(),
    source: CheckSource,
    /** Of the file, or of the text in UTF-8, as it was given. Null: it was not kept. */
    givenSha256: z.string().length(64).nullable(),
    counts: CheckCounts,
  }),
});
export type EvidenceFacts = z.infer<typeof EvidenceFacts>;

/** `sha256`: of the file. `reply` null: it is none. */
export type EvidenceFile = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly reply: EvidenceReply | null;
};

/** As the head of its file says. */
export const EvidenceReply = z.object({
  id: z.string().max(200),
  asked: z.string().max(4000),
  firstSeen: z.string().max(40),
  lastSeen: z.string().max(40),
  sha256: z.string().length(64),
});
export type EvidenceReply = z.infer<typeof EvidenceReply>;

/** A line of `sha256sum`. */
export const sumLine = ({ name, sha256 }: Pick<EvidenceFile, 'name' | 'sha256'>): string => `${sha256}  ${name}\n`;

/** The manifest in pieces, one file a line. */
export function* manifestOf(facts: EvidenceFacts, files: readonly EvidenceFile[]): Generator<string> {
  const { made, app, server, check } = facts;
  const { rows, answers, empty, repeated } = check.counts;
  // Each member in an order of its own: that of an object is whatever it was made in.
  const counts = {
    rows,
    answers: Object.fromEntries(CheckAnswer.options.map((answer) => [answer, answers[answer]])),
    empty,
    repeated,
  };
  const told: readonly (readonly [string, unknown])[] = [
    ['form', form],
    ['shows', 'Nothing here was changed by accident since it was made. It does not show who made it.'],
    ['made', made],
    ['app', app],
    ['server', server],
    ['check', { name: check.name, source: sourceOf(check.source), givenSha256: check.givenSha256, counts }],
  ];
  yield `{\n${told.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`).join('')}"files": [\n`;
  for (const [nth, { name, bytes, sha256, reply }] of files.entries()) {
    const end = nth === files.length - 1 ? '\n' : ',\n';
    yield JSON.stringify({ name, bytes, sha256, ...(reply === null ? {} : { reply: replyOf(reply) }) }) + end;
  }
  yield ']\n}\n';
}

function replyOf({ id, asked, firstSeen, lastSeen, sha256 }: EvidenceReply): EvidenceReply {
  return { id, asked, firstSeen, lastSeen, sha256 };
}

function sourceOf(source: CheckSource): CheckSource {
  if (source.kind !== 'file') return { kind: source.kind };
  const { kind, name, sheet } = source;
  return sheet === undefined ? { kind, name } : { kind, name, sheet: { name: sheet.name, others: sheet.others } };
}
