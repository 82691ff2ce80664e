/**
 * Reads a reply's body without ever holding more of it than is accepted, however it is compressed or cut into pieces.
 */
import { createHash } from 'node:crypto';
import { Sha256 } from '../../contract/ids.ts';
import type { Watch } from './deadlines.ts';

const firstBytes = 16 * 1024;

/**
 * Decoded bytes. Reading stops with the first one over `limitBytes`; ending the watch then drops the connection.
 * Rejects when the watch breaks or the connection does.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
  watch: Watch,
): Promise<Uint8Array | 'too-large'> {
  if (body === null) return new Uint8Array();
  // Never cancelled: what is not wanted any more is aborted with the request. Cancelling a body made by
  // `Readable.toWeb`, as Electron's are, can throw where nobody can catch it (nodejs/node#64529).
  const reader = body.getReader();
  // One buffer that doubles: pieces kept apart would cost a hundred bytes each when they come byte by byte.
  let bytes = new Uint8Array(Math.min(firstBytes, limitBytes));
  let length = 0;
  for (;;) {
    const { done, value } = await watch.until(reader.read());
    if (done) return bytes.subarray(0, length);
    watch.progress();
    const needed = length + value.byteLength;
    if (needed > limitBytes) return 'too-large';
    if (needed > bytes.byteLength) {
      const larger = new Uint8Array(Math.min(limitBytes, Math.max(needed, bytes.byteLength * 2)));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(value, length);
    length = needed;
  }
}

/** The text, with its byte order mark if it has one; null where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function sha256Of(bytes: Uint8Array): Sha256 {
  return Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
}
