/**
 * What a list says of its pages in `_meta`, which the reference does not describe: `next`, how many there are in all, and in the
 * usual words whether there is more. Only `next` is followed: how else the next page is asked for would be a guess. That the list is not
 * whole is told all the same.
 */
import { decodeUtf8 } from '../reading/read-json.ts';
import { isRecord, type JsonRecord } from '../reading/read-notes.ts';

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
    return isRecord(told) ? readMeta(told) : nothingTold;
  } catch {
    return nothingTold;
  }
}

/** Where servers put it, if not beside the rest. */
const within = ['pagination', 'paging', 'page', 'links'];
const totals = ['total', 'totalcount', 'totalitems', 'totalelements', 'totalrecords', 'totalresults'];
const more = ['hasmore', 'hasnext', 'hasnextpage'];
const isLast = ['last', 'islast', 'islastpage'];
const nexts = ['nextpage', 'nextcursor', 'nextpagetoken', 'nexttoken', 'nextoffset', 'nexturl', 'nextlink'];
const counts = ['totalpages', 'pagecount', 'pages', 'lastpage'];
/** Beside what says nothing, so some servers write a cursor that leads nowhere. */
const noCursor: ReadonlySet<unknown> = new Set([0, '0', -1, '-1', 'null']);

/** `has_more` and `hasMore` are one word, and so are `_links` and `links`. */
const wordOf = (key: string) => key.toLowerCase().replace(/[_-]/g, '');

/** What stands in a part by itself, and in the parts of that: `pagination.links`. */
function partsOf(meta: JsonRecord, deep = 2): JsonRecord[] {
  const inner = deep === 0 ? [] : Object.entries(meta).filter(([key]) => within.includes(wordOf(key)));
  return [meta, ...inner.flatMap(([, part]) => (isRecord(part) ? partsOf(part, deep - 1) : []))];
}

const isSaid = (value: unknown, said: boolean): boolean =>
  value === said || (said && value === 1) || (typeof value === 'string' && value.toLowerCase() === String(said));

function readMeta(meta: JsonRecord): PageTold {
  const told = new Map(
    partsOf(meta)
      .flatMap((part) => Object.entries(part))
      .map(([key, value]) => [wordOf(key), value]),
  );
  const first = (words: readonly string[], read: (value: unknown) => number | null): number | null => {
    for (const word of words) {
      const found = read(told.get(word));
      if (found !== null) return found;
    }
    return null;
  };
  const isMore =
    more.some((word) => isSaid(told.get(word), true)) ||
    isLast.some((word) => isSaid(told.get(word), false)) ||
    nexts.some((word) => !noCursor.has(told.get(word)) && readNext(told.get(word)) !== null) ||
    // Where it speaks of the next page, it can be the last one that came.
    (!told.has('next') && (first(counts, readTotal) ?? 1) > 1);
  return { next: readNext(told.get('next')) ?? (isMore ? '' : null), total: first(totals, readTotal) };
}

function readNext(next: unknown): string | null {
  if (next === undefined || next === null || next === false || next === '') return null;
  if (typeof next === 'string') return next.trim();
  if (isRecord(next)) return next.href === null ? null : (readNext(next.href ?? next.url) ?? '');
  return '';
}

function readTotal(total: unknown): number | null {
  const number = typeof total === 'string' && /^\d{1,15}$/.test(total) ? Number(total) : total;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
