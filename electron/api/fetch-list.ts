/**
 * Fetches a list of users, page by page where it has pages. The next one is asked for where the list says it is, on the same
 * host and at the list's own path only, until there is none, or following on would lead nowhere.
 */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Sha256 } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import type { Turn } from '../pace/pace.ts';
import { sha256Of } from '../reading/read-json.ts';
import type { UsersGiven } from './api-client.ts';
import type { Deadlines } from './deadlines.ts';
import type { Success } from './exchange.ts';
import type { ListedBatch } from './list-batches.ts';
import type { PageTold } from './list-pages.ts';
import { type CheckedOrigin, type CheckedUrl, nextPageUrl, usersUrl } from './request.ts';
import type { Asked } from './request-with-retry.ts';
import { type ListLimits, takeList } from './take-list.ts';

/** A hundred people a page make a million. */
export const mostPages = 10_000;

export type FetchListNeeds = {
  readonly ask: (asked: Asked<TakenPage>, turn: Turn) => Promise<Outcome<TakenPage>>;
  readonly origin: CheckedOrigin;
  readonly limits: ListLimits & { readonly deadlines: Deadlines };
  readonly clock: Pick<Clock, 'now'>;
  /** Told when a page is seen to be the API's. */
  readonly heard: (success: Success) => void;
  readonly turn: Turn;
  /** Deals with a batch, and says of which page it is. What it throws ends the reading, and is thrown on. */
  readonly give: (batch: ListedBatch, url: CheckedUrl) => Promise<void> | void;
};

type TakenPage = PageTold & { readonly bytes: number };

/** `isCut`: there should be more, and it cannot be had. */
type Given = { readonly count: number; readonly total: number | null; readonly isCut: boolean };

/** Fails as a page does: what was given before stays given. */
export async function fetchList(needs: FetchListNeeds): Promise<Outcome<UsersGiven>> {
  const first = usersUrl(needs.origin);
  if (!first.ok) return first;
  const asked = new Set<CheckedUrl>();
  const beginnings = new Set<Sha256>();
  let given: Given = { count: 0, total: null, isCut: false };
  let leftBytes = needs.limits.replyBytes;

  for (let url: CheckedUrl | null = first.value; url !== null; ) {
    asked.add(url);
    const page = await fetchPage(needs, url, { isFirst: asked.size === 1, leftBytes, beginnings });
    given = { ...given, count: given.count + page.count };
    if (page.isKnown) return succeeded(partOf({ ...given, isCut: true }, first.value));
    if (!page.taken.ok) {
      if (asked.size === 1 || !isRefused(page.taken.failure)) return page.taken;
      return succeeded(partOf({ ...given, isCut: true }, first.value));
    }
    const { next, total, bytes } = page.taken.value;
    leftBytes -= bytes;
    given = { ...given, total: total ?? given.total };
    const following: CheckedUrl | null = next === null ? null : nextPageUrl(needs.origin, url, next);
    const leadsOn: boolean = following !== null && !asked.has(following) && asked.size < mostPages && page.count > 0;
    if (next !== null && !leadsOn) given = { ...given, isCut: true };
    url = leadsOn ? following : null;
  }
  return succeeded(partOf(given, first.value));
}

type PageNeeds = { readonly isFirst: boolean; readonly leftBytes: number; readonly beginnings: Set<Sha256> };
type Page = { readonly taken: Outcome<TakenPage>; readonly count: number; readonly isKnown: boolean };

/** `isKnown`: it begins as an earlier one did, and nothing of it was given: the list goes round. */
async function fetchPage(needs: FetchListNeeds, url: CheckedUrl, page: PageNeeds): Promise<Page> {
  const { ask, limits, clock, turn } = needs;
  let count = 0;
  let isKnown = false;
  const thrown: unknown[] = [];
  const give = async (batch: ListedBatch): Promise<boolean> => {
    const beginning = count === 0 ? sha256Of(batch.bytes) : null;
    isKnown = beginning !== null && page.beginnings.has(beginning);
    if (isKnown) return false;
    if (beginning !== null) page.beginnings.add(beginning);
    count += batch.ends.length;
    try {
      await needs.give(batch, url);
    } catch (error) {
      thrown.push(error);
    }
    return thrown.length === 0;
  };
  const taken = await ask(
    {
      url,
      id: null,
      deadlines: limits.deadlines,
      take: (success, search) => {
        const now = () => {
          // Asked for once there is an element of the list.
          needs.heard(success);
          return clock.now();
        };
        return takeList(success, { limits: { ...limits, replyBytes: page.leftBytes }, search, now, give });
      },
      isOptional: true,
      mayRepeat: () => count === 0,
    },
    // A caller that asks once begins again with the first page: the pages that follow are worth a few tries.
    page.isFirst ? turn : { ...turn, once: false },
  );
  if (thrown.length > 0) throw thrown[0];
  return { taken: tooLarge(taken, needs), count, isKnown };
}

/** The cap is that of the whole list, whichever page reached it. */
function tooLarge(taken: Outcome<TakenPage>, { limits }: FetchListNeeds): Outcome<TakenPage> {
  if (taken.ok || taken.failure.kind !== 'too-large' || taken.failure.limitBytes === limits.elementBytes) return taken;
  return failed({ kind: 'too-large', limitBytes: limits.replyBytes });
}

/** Of a page that follows: there is no list where the list said it is. */
function isRefused({ kind }: Failure): boolean {
  return (
    kind === 'not-found' || kind === 'forbidden' || kind === 'server' || kind === 'not-the-api' || kind === 'bad-reply'
  );
}

function partOf({ count, total, isCut }: Given, url: CheckedUrl): UsersGiven {
  const isPart = total === null ? isCut : count < total;
  return { count, url, part: isPart ? { listed: count, total } : null };
}
