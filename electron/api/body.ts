/**
 * Reads a reply's body without ever holding more of it than is accepted, however it is compressed or cut into pieces.
 */
import type { Watch } from './deadlines.ts';
import type { HttpBody } from './request.ts';

const firstBytes = 16 * 1024;

/**
 * Decoded bytes in a buffer of their own and of their size, so that they can be transferred to another thread. Reading
 * stops with the first byte over `limitBytes`; ending the watch then drops the connection.
 * Rejects when the watch breaks or the connection does.
 */
export async function readBody(
  body: HttpBody | null,
  limitBytes: number,
  watch: Watch,
): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  if (body === null) {
    watch.complete();
    return new Uint8Array();
  }
  // Never cancelled: what is not wanted any more is aborted with the request. Cancelling a body made by
  // `Readable.toWeb`, as Electron's are, can throw where nobody can catch it (nodejs/node#64529).
  const reader = body.getReader();
  // Most replies come in one piece, which is copied once. Further ones go into one buffer that doubles: pieces kept
  // apart would cost a hundred bytes each when they come byte by byte.
  let bytes: Uint8Array = new Uint8Array();
  let isOwn = false;
  let length = 0;
  for (;;) {
    const piece = await watch.until(reader.read());
    if (piece.done) {
      watch.complete();
      return new Uint8Array(bytes.subarray(0, length));
    }
    const { value } = piece;
    watch.progress();
    const needed = length + value.byteLength;
    if (needed > limitBytes) return 'too-large';
    if (length === 0) {
      bytes = value;
      isOwn = false;
    } else {
      if (!isOwn || needed > bytes.byteLength) {
        const larger = new Uint8Array(Math.min(limitBytes, Math.max(needed, length * 2, firstBytes)));
        larger.set(bytes.subarray(0, length));
        bytes = larger;
        isOwn = true;
      }
      bytes.set(value, length);
    }
    length = needed;
  }
}
