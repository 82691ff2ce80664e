/** What a list says of its pages in `_meta`, which the reference does not describe: `next`, and how many there are in all. */
import { decodeUtf8 } from '../reading/read-json.ts';
import { isRecord } from '../reading/read-notes.ts';

export type PageTold = {
  /** Where the next page is had, as it was told; `''`: there is one, and nothing that could be an address. Null: there is none. */
  readonly next: string | null;
  /** How many users there are in all; null: it does not say. */
  readonly total: number | null;
};

const nothingTold: PageTold = { next: null, total: null };

/** `meta`: what stood under `_meta`, as it came; null: nothing. Never throws. */
export function readPageTold(meta: Uint8Array | null): PageTold {
  const text = meta === null ? null : decodeUtf8(meta);
  if (text === null) return nothingTold;
  try {
    const told: unknown = JSON.parse(text);
    return isRecord(told) ? { next: readNext(told.next), total: readTotal(told.total) } : nothingTold;
  } catch {
    return nothingTold;
  }
}

function readNext(next: unknown): string | null {
  if (next === undefined || next === null || next === false || next === '') return null;
  if (typeof next === 'string') return next.trim();
  if (isRecord(next)) return readNext(next.href ?? next.url) ?? '';
  return '';
}

function readTotal(total: unknown): number | null {
  const number = typeof total === 'string' && /^\d{1,15}$/.test(total) ? Number(total) : total;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
