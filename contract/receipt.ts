/**
 * A reply with what proves it: where it was asked for, when it was received, and its SHA-256. The reply's own bytes stand
 * behind the head unchanged, so that they can be checked without Rolodesk; see docs/decisions/raw-receipt.md.
 */
import type { RawReply } from './person.ts';

/** Lines of the head, the empty one that ends it included. */
const headLines = 7;

/** The head, each line a name and a value, an empty line, and the reply to its last byte. */
export function withReceipt({ text, sha256, textSeenAt, lastSeenAt, url }: RawReply): string {
  const head = [
    'Receipt: Rolodesk 1',
    `Asked: ${url}`,
    `First-Seen: ${new Date(textSeenAt).toISOString()}`,
    `Last-Seen: ${new Date(lastSeenAt).toISOString()}`,
    `SHA-256: ${sha256}`,
    `Check: tail -n +${headLines + 1} FILE | sha256sum`,
  ];
  return `${head.join('\n')}\n\n${text}`;
}
