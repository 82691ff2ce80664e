/** Everybody in one reply, where the server gives it. */
import type { Failure, Outcome } from '../../contract/failures.ts';
import { succeeded } from '../../contract/failures.ts';
import type { ListPart } from '../api/reply.ts';
import { isPassing } from '../pace/load.ts';
import { isServerFault } from './failure-cause.ts';
import type { SyncRun } from './walk.ts';

/**
 * What came of asking for the list. `trouble`: there is one, and it cannot be used; `part`: it is not whole, by its own
 * account. What came of it is stored in either case.
 */
export type Taken = { readonly trouble: Failure | null; readonly part: ListPart | null };

/**
 * Takes the list and stores whom it names. That the server has none to give it may say in many ways, and none of them is
 * an error. Fails where it cannot be told, or where the local copy cannot be written.
 */
export async function takeList({ api, storing, signal, room }: SyncRun): Promise<Outcome<Taken>> {
  let unstored: Failure | null = null;
  const leaving = new AbortController();
  let first = 0;
  const listed = await api.fetchUsers({
    signal: AbortSignal.any([signal, leaving.signal]),
    once: true,
    onBatch: async (batch, url) => {
      // Until there is room for a batch, nothing more of the list is read.
      const wait = room();
      if (wait !== null) await wait;
      if (signal.aborted) return;
      const stored = await storing.ask('recordListed', [{ batch, url, first }], [batch.bytes.buffer]);
      first += batch.ends.length;
      if (stored.ok) return storing.grown(stored.value);
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
