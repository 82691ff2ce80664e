/** Everybody in one reply, where the server gives it. */
import type { Failure, Outcome } from '../../contract/failures.ts';
import { succeeded } from '../../contract/failures.ts';
import type { ApiClient, ListPart } from '../api/reply.ts';
import { isPassing } from '../pace/load.ts';
import type { Grown } from '../storage/growth.ts';
import type { AskWriter } from '../storage/write-store.ts';
import { isServerFault } from './failure-cause.ts';

export type ListingNeeds = {
  readonly api: Pick<ApiClient, 'fetchUsers'>;
  readonly ask: AskWriter;
  readonly signal: AbortSignal;
  readonly grown: (grown: Grown) => void;
  /** Waited for before each batch is stored; until then nothing more of the list is read. */
  readonly room?: (() => Promise<void> | null) | undefined;
};

/**
 * What came of asking for the list. `trouble`: there is one, and it cannot be used; `part`: it is not whole, by its own
 * account. What came of it is stored in either case.
 */
export type Taken = { readonly trouble: Failure | null; readonly part: ListPart | null };

/**
 * Takes the list and stores whom it names. That the server has none to give it may say in many ways, and none of them is
 * an error. Fails where it cannot be told, or where the local copy cannot be written.
 */
export async function takeList({ api, ask, signal, grown, room }: ListingNeeds): Promise<Outcome<Taken>> {
  let unstored: Failure | null = null;
  const leaving = new AbortController();
  let first = 0;
  const listed = await api.fetchUsers({
    signal: AbortSignal.any([signal, leaving.signal]),
    once: true,
    onBatch: async (batch, url) => {
      const wait = room?.() ?? null;
      if (wait !== null) await wait;
      if (signal.aborted) return;
      const stored = await ask('recordListed', [{ batch, url, first }], [batch.bytes.buffer]);
      first += batch.ends.length;
      if (stored.ok) return grown(stored.value);
      unstored = stored.failure;
      leaving.abort();
    },
  });
  if (unstored !== null) return { ok: false, failure: unstored };
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
