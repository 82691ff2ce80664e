/** Saves what a thread writes a part at a time where the person chooses: one at a time, told of while it goes on, and stopped by them. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventData } from '../../contract/events.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Announce } from '../announce.ts';
import type { Clock } from '../clock.ts';
import { saveFailure } from '../disk/errors.ts';
import { type Part, saveParts } from '../export/save-parts.ts';
import type { Unfinished } from '../export/unfinished.ts';

export type Written = {
  readonly total: number;
  /** The part after `done` people; null: there is none. */
  readonly next: (done: number) => Promise<Outcome<Part | null>>;
};

export type Exported = Written & {
  readonly suggestedName: string;
  /** Called once nothing more is asked for. */
  readonly end: () => Promise<unknown>;
};

export type Exports = {
  /** How many people were saved; null: the person chose no place, or stopped it. What was being saved before is given up. */
  readonly save: (exported: Exported) => Promise<Outcome<{ readonly saved: number | null }>>;
  readonly stop: () => void;
};

export type ExportsNeeds = {
  /** Asks where to save; null where the person chose not to. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>;
  readonly unfinished: Pick<Unfinished, 'note'>;
  readonly announce: Announce;
  readonly clock: Pick<Clock, 'monotonic'>;
};

/** An export that takes less is over before anybody could read how far it is. */
const quietMs = 600;
const tellEveryMs = 200;

/** The thread could not give a part. */
class Unwritten extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('a part could not be written');
    this.failure = failure;
  }
}

export function createExports({ choosePath, unfinished, announce, clock }: ExportsNeeds): Exports {
  let exporting: AbortController | null = null;

  async function* told(written: Written, tell: (done: number) => void): AsyncGenerator<Part> {
    const begun = clock.monotonic();
    let last = begun;
    for await (const part of partsOf(written)) {
      yield part;
      const now = clock.monotonic();
      if (now - begun > quietMs && now - last > tellEveryMs) {
        last = now;
        tell(part.done);
      }
    }
  }

  return {
    save: async ({ suggestedName, end, ...written }) => {
      exporting?.abort();
      const stopping = new AbortController();
      exporting = stopping;
      let isTold = false;
      let ended: EventData<'export.ended'> = { saved: null, failure: null };
      const tell = (done: number) => {
        isTold = true;
        announce('export.progress', { done, total: written.total });
      };
      try {
        const path = await choosePath(suggestedName);
        if (path === null) return succeeded({ saved: null });
        const isSaved = await saveParts(path, told(written, tell), stopping.signal, unfinished);
        const saved = isSaved ? written.total : null;
        ended = { saved, failure: null };
        return succeeded({ saved });
      } catch (error) {
        const answer = unwritten(error);
        if (!answer.ok) ended = { saved: null, failure: answer.failure };
        return answer;
      } finally {
        if (exporting === stopping) exporting = null;
        if (isTold) announce('export.ended', ended);
        await end();
      }
    },
    stop: () => exporting?.abort(),
  };
}

/** One after the other, with a turn for everybody else between them. */
export async function* partsOf({ next }: Pick<Written, 'next'>): AsyncGenerator<Part> {
  let done = 0;
  for (;;) {
    const written = await next(done);
    if (!written.ok) throw new Unwritten(written.failure);
    if (written.value === null) return;
    yield written.value;
    done = written.value.done;
    await nextTurn();
  }
}

/** Throws what is no failure of the thread or of the disk. */
export function unwritten(error: unknown): Outcome<never> {
  const failure = error instanceof Unwritten ? error.failure : saveFailure(error);
  if (failure === null) throw error;
  // Parts are cancelled by nothing else: who stops an export is not told that it failed.
  return failed(failure.kind === 'cancelled' ? { kind: 'closed' } : failure);
}
