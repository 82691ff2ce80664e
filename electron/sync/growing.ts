/**
 * Fetches until everybody who is named is known, or has failed for good: the whole list where the server gives one, then
 * one by one whoever it leaves out, then once more those who failed in passing.
 */
import { type Failure, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ListPart } from '../api/api-client.ts';
import { isPassing } from '../pace/rate-limit.ts';
import { causeOf, isServerFault } from './failure-cause.ts';
import { createQuiet } from './wait-for-server.ts';
import { type Source, type SyncRun, walk } from './walk.ts';

/** How long whoever failed in passing is left alone before they are tried again. */
const passingMs = 3_000;
/** How often a list is begun that breaks off. Whoever is known is then walked from, and the list is tried another time. */
const mostLists = 3;

/**
 * What came of asking for the list. `trouble`: there is one, and it cannot be used; `part`: it is not whole, by its own
 * account. What came of it is stored in either case.
 */
export type Taken = { readonly trouble: Failure | null; readonly part: ListPart | null };

export type GrowNeeds = {
  /** Whether to ask for the list. */
  readonly mayList: boolean;
  /** Told what came of the list. Not told where that could not be found out. */
  readonly listed: (taken: Taken) => void;
  readonly turnTo: (task: 'listing' | 'walking') => void;
};

/** Resolves to why it had to end early; null: it is through, or was ended. */
export async function grow(run: SyncRun, { mayList, listed, turnTo }: GrowNeeds): Promise<Failure | null> {
  const { clock, signal } = run;
  const { ask } = run.storing;
  const walkThrough = (source: Source) => walk(run, source);

  if (mayList) {
    turnTo('listing');
    const list = await listThrough(run);
    if (!list.ok) return list.failure;
    if (signal.aborted) return null;
    if (list.value !== null) listed(list.value);
  }
  turnTo('walking');
  while (!signal.aborted) {
    const trouble = await walkThrough((after, limit) => ask('pending', [after, limit]));
    if (trouble !== null || signal.aborted) return trouble;
    const passing = await ask('passing', [0, 1]);
    if (!passing.ok) return passing.failure;
    if (passing.value.ids.length === 0) return null;
    await clock.sleep(passingMs, signal).catch(() => undefined);
    const again = await walkThrough((after, limit) => ask('passing', [after, limit]));
    if (again !== null) return again;
  }
  return null;
}

/**
 * What came of the list; null where it cannot be said, since somebody else answered. Fails where nothing can be stored.
 * A list that is not to be had while the server is there is left after a few tries; while it is gone, it is waited for.
 */
async function listThrough(run: SyncRun): Promise<Outcome<Taken | null>> {
  const { api, clock, signal } = run;
  for (let tries = 0; ; ) {
    const failedLooks = api.circuit.failedLooks();
    const list = await takeList(run);
    if (list.ok || causeOf(list.failure) === 'access') return list;
    const isAlone = list.failure.kind === 'rate-limited' || api.circuit.state().state === 'open';
    if (isAlone) await untilServed(run, list.failure);
    if (signal.aborted) return succeeded(null);
    if (api.circuit.failedLooks() === failedLooks) tries += 1;
    if (tries === mostLists) return succeeded(isCut(list.failure) ? { trouble: list.failure, part: null } : null);
    if (!isAlone) await clock.sleep(passingMs, signal).catch(() => undefined);
  }
}

function isCut({ kind }: Failure): boolean {
  return kind === 'offline' || kind === 'timeout';
}

function untilServed({ api, clock, signal, waiting }: SyncRun, why: Failure): Promise<void> {
  return new Promise((resolve) => {
    createQuiet({ api, clock, signal, waiting, over: () => resolve() }).begin(why);
  });
}

/** Pages in a row that name nobody new: a list that goes on so would never end. */
const mostInVain = 20;

/**
 * Takes the list and stores the people in it. A server without a list may say so in many ways, and none of them is an
 * error. Fails where the answer leaves that open, or where the local copy cannot be written.
 */
async function takeList({ api, storing, signal, room }: SyncRun): Promise<Outcome<Taken>> {
  let unstored: Failure | null = null;
  const leaving = new AbortController();
  let first = 0;
  let people = 0;
  let page = { url: '', before: 0 };
  let inVain = 0;
  const listed = await api.fetchUsers({
    signal: AbortSignal.any([signal, leaving.signal]),
    once: true,
    onBatch: async (batch, url) => {
      // Until there is room for a batch, nothing more of the list is read.
      const wait = room();
      if (wait !== null) await wait;
      if (signal.aborted) return;
      if (url !== page.url) {
        inVain = page.url === '' || people > page.before ? 0 : inVain + 1;
        page = { url, before: people };
        if (inVain === mostInVain) return leaving.abort();
      }
      const stored = await storing.ask('recordListed', [{ batch, url, first }], [batch.bytes.buffer]);
      first += batch.ends.length;
      if (stored.ok) {
        people += stored.value.recorded.length;
        return storing.grown(stored.value);
      }
      unstored = stored.failure;
      leaving.abort();
    },
  });
  if (unstored !== null) return { ok: false, failure: unstored };
  if (inVain === mostInVain) return succeeded({ trouble: null, part: { listed: people, total: null } });
  if (listed.ok) return succeeded({ trouble: null, part: listed.value.part });
  const { failure } = listed;
  if (isServerFault(failure) || isBusy(failure) || failure.kind === 'cancelled') return listed;
  const isBroken = failure.kind === 'too-large' || (failure.kind === 'bad-reply' && failure.where === 'json');
  return succeeded({ trouble: isBroken ? failure : null, part: null });
}

/** What says nothing of whether there is a list. */
function isBusy(failure: Failure): boolean {
  return failure.kind === 'server' && isPassing(failure.status);
}
