/** A reply's file, with the head that says where it was asked for and when (`contract/receipt.ts`), read again. */

export type ReadReceipt = {
  readonly asked: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly sha256: string;
  /** To the last byte. */
  readonly reply: Uint8Array;
};

const head =
  /^Receipt: Rolodesk 1\nAsked: (.*)\nFirst-Seen: (.*)\nLast-Seen: (.*)\nSHA-256: ([0-9a-f]{64})\nCheck: .*\n\n/;
/** An address and six short lines. */
const longestHead = 8192;

/** Null: it is no such file. */
export function readReceipt(file: Buffer): ReadReceipt | null {
  const [whole, asked, firstSeen, lastSeen, sha256] = head.exec(file.toString('utf8', 0, longestHead)) ?? [];
  if (whole === undefined || asked === undefined || firstSeen === undefined) return null;
  if (lastSeen === undefined || sha256 === undefined) return null;
  return { asked, firstSeen, lastSeen, sha256, reply: file.subarray(Buffer.byteLength(whole)) };
}
