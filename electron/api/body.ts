/**
 * Reads a reply's body without ever holding more of it than is accepted, however it is compressed or cut into pieces.
 */
import { createHash } from 'node:crypto';
import { Sha256 } from '../../contract/ids.ts';
import type { Watch } from './deadlines.ts';

const firstBytes = 16 * 1024;

/** Decoded bytes. Reading stops with the first one over `limitBytes`. Rejects when the watch breaks or the connection does. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  limitBytes: number,
  watch: Watch,
): Promise<Uint8Array | 'too-large'> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  // Ends a read that is waiting, also where the stream takes no notice of the signal.
  const stop = () => void reader.cancel().catch(() => undefined);
  if (watch.signal.aborted) stop();
  watch.signal.addEventListener('abort', stop, { once: true });
  try {
    // One buffer that doubles: pieces kept apart would cost a hundred bytes each when they come byte by byte.
    let bytes = new Uint8Array(Math.min(firstBytes, limitBytes));
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (watch.breach() !== null) throw new Error('stopped');
      if (done) return bytes.subarray(0, length);
      watch.progress();
      const needed = length + value.byteLength;
      if (needed > limitBytes) {
        stop();
        return 'too-large';
      }
      if (needed > bytes.byteLength) {
        const larger = new Uint8Array(Math.min(limitBytes, Math.max(needed, bytes.byteLength * 2)));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(value, length);
      length = needed;
    }
  } finally {
    watch.signal.removeEventListener('abort', stop);
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
