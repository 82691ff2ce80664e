/** Reads a list in its thread and stores it as it is read, a part at a time; it is a check once all of it is answered. */
import type { CheckId } from '../../contract/check.ts';
import type { CheckSource } from '../../contract/check-overview.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Announce } from '../announce.ts';
import type { Clock } from '../clock.ts';
import type { StoredRun } from '../storage/checks-table.ts';
import type { AskWriter } from '../storage/write-store.ts';
import type { PassingThread } from '../thread/passing-thread.ts';
import type { CheckStore } from './check-store.ts';
import type { Holding } from './holding.ts';
import type { ListGiven } from './list-reading.ts';

export type ListKeepingNeeds = {
  readonly thread: Pick<PassingThread<CheckStore>, 'ask'>;
  readonly ask: AskWriter;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly announce: Announce;
  readonly hold: Holding['hold'];
  /** The first run of a check that is held. */
  readonly firstRun: (id: CheckId) => Promise<Outcome<StoredRun>>;
  /** Told of a check that the list has taken the place of. */
  readonly replaced: (id: CheckId) => Promise<void>;
};

/** Null: a text of the list may be stored. What a file says is seen once it is unpacked and decoded, and not before. */
export type RefusalOf = (text: string) => Promise<Outcome<never> | null>;
/** For what was looked through as it came. */
export const accept: RefusalOf = async () => null;

export type ListKeeping = {
  /** Fails as `check.begin` does; nothing is left of the list then. */
  readonly begin: (given: ListGiven, source: CheckSource, refusalOf: RefusalOf) => Promise<Outcome<CheckId>>;
  readonly giveUp: () => void;
};

const tellEveryMs = 200;
const givenUp = failed({ kind: 'cancelled' });

export function createListKeeping(needs: ListKeepingNeeds): ListKeeping {
  const { thread, ask, clock, announce, hold, firstRun, replaced } = needs;
  /** Null: nothing is being read. */
  let reading: AbortController | null = null;

  const createTell = () => {
    let last = clock.monotonic();
    return (read: number, total: number) => {
      const now = clock.monotonic();
      if (now - last < tellEveryMs) return;
      last = now;
      announce('check.progress', { of: 'list', read, total });
    };
  };

  const storeAll = async (id: CheckId, refusalOf: RefusalOf, signal: AbortSignal): Promise<Outcome<null>> => {
    const tell = createTell();
    let parts = 0;
    for (;;) {
      if (signal.aborted) return givenUp;
      const more = await thread.ask('readMore', []);
      if (!more.ok) return more;
      // Another list is read in its place.
      if (more.value === null) return givenUp;
      const { rows, read, total, shape } = more.value;
      // Of a workbook there are none before all of it is unpacked.
      if (rows !== '[]') {
        const refusal = await refusalOf(rows);
        if (refusal !== null) return refusal;
        const stored = await ask('addCheckPart', [id, parts, rows]);
        if (!stored.ok) return stored;
        parts += 1;
      }
      tell(read, total);
      if (shape !== null) return (await refusalOf(JSON.stringify(shape))) ?? ask('setCheckShape', [id, shape]);
    }
  };
  /** Gives the checks that it takes the place of. */
  const keep = async (id: CheckId, refusalOf: RefusalOf, signal: AbortSignal): Promise<Outcome<readonly CheckId[]>> => {
    const stored = await storeAll(id, refusalOf, signal);
    if (!stored.ok) return stored;
    const holding = await hold(id, 'new');
    if (!holding.ok) return holding;
    const run = await firstRun(id);
    if (!run.ok) return run;
    return signal.aborted ? givenUp : ask('finishCheck', [id, run.value]);
  };

  const read = async (
    given: ListGiven,
    source: CheckSource,
    refusalOf: RefusalOf,
    signal: AbortSignal,
  ): Promise<Outcome<CheckId>> => {
    const begun = await thread.ask('beginReading', [given], 'bytes' in given ? [given.bytes.buffer] : []);
    if (!begun.ok) return begun;
    if (signal.aborted) return givenUp;
    const id = await ask('beginCheck', [source, clock.now()]);
    if (!id.ok) return id;
    const kept = await keep(id.value, 'bytes' in given ? refusalOf : accept, signal);
    if (kept.ok) {
      await Promise.all(kept.value.map(replaced));
      return succeeded(id.value);
    }
    if (!signal.aborted) await thread.ask('giveUpReading', []);
    await ask('removeCheck', [id.value]);
    return kept;
  };
  /** What the thread is reading ends as well: a workbook is unpacked without being asked for more. */
  const giveUp = (): void => {
    if (reading === null) return;
    reading.abort();
    reading = null;
    void thread.ask('giveUpReading', []);
  };

  return {
    begin: async (given, source, refusalOf) => {
      giveUp();
      const own = new AbortController();
      reading = own;
      try {
        return await read(given, source, refusalOf, own.signal);
      } finally {
        if (reading === own) reading = null;
      }
    },
    giveUp,
  };
}
