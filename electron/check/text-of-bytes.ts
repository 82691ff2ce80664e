/** The text of a file: UTF-8 with a mark and without, UTF-16 in both orders with a mark and without, else Windows-1252. */
import { encodingOf } from '../../contract/text-encoding.ts';

/** Enough to tell UTF-16 without a mark, whose every other byte is zero in most lists. */
const sampled = 2000;
const zerosOfUtf16 = 0.4;

/** Null: what is in it is no text. */
export function textOfBytes(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  return text.includes('\0') ? null : text;
}

function decoded(bytes: Uint8Array): string {
  const marked = encodingOf(bytes);
  const encoding = marked === 'utf-8' ? unmarked(bytes) : marked;
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function unmarked(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(sampled, bytes.length) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = (length / 2) * zerosOfUtf16;
  if (length === 0 || Math.max(even, odd) < enough || Math.min(even, odd) >= enough) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
