/** A kept picture goes to the page in parts, whole and unchanged. */
import { expect, it } from 'vitest';
import { longestMessage, longestPicturePart } from '../../../contract/bounds.ts';
import { type CallOutput, calls } from '../../../contract/calls.ts';
import type { Sha256 } from '../../../contract/ids.ts';
import { createPictureCalls } from '../../../electron/calls/picture.ts';

const picture = 'a'.repeat(64) as Sha256;
const unknown = 'b'.repeat(64) as Sha256;

/** All parts of a picture of these bytes, as the page asks for them. */
async function read(bytes: Uint8Array<ArrayBuffer>, asked = picture) {
  const handlers = createPictureCalls(async (one) => (one === picture ? { bytes, type: 'image/png' } : null));
  const parts: NonNullable<CallOutput<'picture.read'>>[] = [];
  for (let from = 0; parts.at(-1)?.isLast !== true; ) {
    const answer = await handlers['picture.read']({ picture: asked, from });
    if (!answer.ok || answer.value === null) return null;
    parts.push(calls['picture.read'].output.parse(answer.value) as (typeof parts)[number]);
    from += answer.value.part.byteLength;
  }
  return parts.map(({ part }) => part);
}

it.each([1, longestPicturePart, longestPicturePart + 1, 4 * 1024 * 1024])('one of %i bytes', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, nth) => nth % 251);
  const parts = (await read(bytes)) ?? [];
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  expect(parts).toHaveLength(Math.ceil(length / longestPicturePart));
  // What a part is a part of does not go with it.
  for (const { buffer } of parts) expect(buffer.byteLength).toBeLessThan(longestMessage);
});

it('one that is not there, or is asked for from behind its end', async () => {
  expect(await read(new Uint8Array(10), unknown)).toBeNull();
  const { 'picture.read': answer } = createPictureCalls(async () => ({ bytes: new Uint8Array(10), type: 'image/png' }));
  expect(await answer({ picture, from: 11 })).toEqual({ ok: true, value: { part: new Uint8Array(), isLast: true } });
});
