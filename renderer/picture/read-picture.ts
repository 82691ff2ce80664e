/** The bytes of a kept picture. The page may not fetch them: they come from the main process, in parts. */
import type { Sha256 } from '../../contract/ids.ts';
import { call } from '../bridge/call.ts';

/** Null where it is not there any more. */
export async function readPicture(picture: Sha256): Promise<Blob | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0, isLast = false; !isLast; ) {
    const read = await call('picture.read', { picture, from });
    if (!read.ok || read.value === null) return null;
    const part = new Uint8Array(read.value.part);
    parts.push(part);
    from += part.byteLength;
    isLast = read.value.isLast;
  }
  return new Blob(parts);
}
