/**
 * Takes a list of users as it comes and gives it on in batches, never holding more of it than a batch, an element and
 * a chunk. Nothing more is read while a batch is being dealt with.
 */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { isJsonType, notTheApi } from '../reading/read-json.ts';
import type { Success } from './exchange.ts';
import { createListBatches, type ListedBatch } from './list-batches.ts';
import { type PageTold, readPageTold } from './list-pages.ts';
import { createListSplitter, type SplitTrouble } from './list-splitter.ts';
import { repeatingReply } from './request-with-retry.ts';
import type { TokenSearch } from './secrecy.ts';

/** In decoded bytes. */
export type ListLimits = { readonly replyBytes: number; readonly elementBytes: number };

/** Of a chunk, so much is looked through at once: chunks can be of any size. */
const pieceBytes = 64 * 1024;

export type TakeListNeeds = {
  readonly limits: ListLimits;
  readonly search: TokenSearch;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** Gives a batch on. False: nothing more is wanted. */
  readonly give: (batch: ListedBatch) => Promise<boolean>;
};

export type TakenList = PageTold & { readonly bytes: number };

const nothingMore: Outcome<never> = failed({ kind: 'cancelled' });

/**
 * Resolves when all was given, to what the list says of its pages and how many bytes it had. Fails with `too-large` (which cap it was is in it), `not-the-api`, `bad-reply` (`json`,
 * `envelope`, `data`), `cancelled` where nothing more is wanted. Rejects when the watch breaks or the connection does.
 */
export async function takeList(
  { body, contentType, watch }: Success,
  needs: TakeListNeeds,
): Promise<Outcome<TakenList>> {
  const { limits, give } = needs;
  const batches = createListBatches({ elementBytes: limits.elementBytes, now: needs.now });
  const splitter = createListSplitter(batches);
  const repeatsToken = needs.search.overPieces();
  const reader = body?.getReader();
  let received = 0;

  const giveRest = async (): Promise<boolean> => {
    const rest = batches.rest();
    return rest === null || (await watch.pause(give(rest)));
  };

  /** What was complete before the trouble is given: the reply is to blame, not its first part. */
  const stopAt = async (trouble: SplitTrouble): Promise<Outcome<never>> => {
    const isForeign = trouble === 'not-json' && !isJsonType(contentType);
    if (isForeign) return failed(notTheApi(contentType));
    return (await giveRest()) ? failed({ kind: 'bad-reply', ...words(trouble, received) }) : nothingMore;
  };

  while (reader !== undefined) {
    const read = await watch.until(reader.read());
    if (read.done) break;
    const { value } = read;
    watch.progress();
    received += value.byteLength;
    if (received > limits.replyBytes) return failed({ kind: 'too-large', limitBytes: limits.replyBytes });
    for (let from = 0; from < value.byteLength; from += pieceBytes) {
      const piece = value.subarray(from, from + pieceBytes);
      if (repeatsToken(piece)) return failed(repeatingReply);
      const trouble = splitter.push(piece);
      if (batches.isTooLarge()) return failed({ kind: 'too-large', limitBytes: limits.elementBytes });
      for (const batch of batches.full()) if (!(await watch.pause(give(batch)))) return nothingMore;
      if (trouble !== null) return stopAt(trouble);
    }
  }
  watch.complete();
  const trouble = splitter.end();
  if (trouble !== null) return stopAt(trouble);
  if (!(await giveRest())) return nothingMore;
  return succeeded({ ...readPageTold(splitter.meta()), bytes: received });
}

function words(trouble: SplitTrouble, received: number) {
  switch (trouble) {
    case 'not-json':
      return { where: 'json', detail: received === 0 ? 'empty body' : 'not JSON' } as const;
    case 'no-envelope':
      return { where: 'envelope', detail: 'not an object' } as const;
    case 'no-data':
      return { where: 'envelope', detail: 'no _data' } as const;
    case 'not-a-list':
      return { where: 'data', detail: 'not a list' } as const;
    case 'two-lists':
      return { where: 'envelope', detail: 'more than one _data' } as const;
  }
}
