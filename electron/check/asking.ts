/**
 * Asks the server for the people of checks, as the sync asks for everybody: through the shared pace, behind whatever a person waits
 * for, and within no day's budget. Who is still to be asked for follows from what is stored, so that it goes on after any end.
 */
import type { CheckId } from '../../contract/check.ts';
import type { CheckAsking } from '../../contract/check-overview.ts';
import { type Failure, succeeded } from '../../contract/failures.ts';
import { spelledAlike, type UserId } from '../../contract/ids.ts';
import type { ServerAccess } from '../api/api-client.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { DiskSpace } from '../disk/space.ts';
import type { News } from '../storage/news.ts';
import type { AskWriter } from '../storage/write-store.ts';
import { createRate, type Rate } from '../sync/progress-rate.ts';
import { createRoom } from '../sync/room.ts';
import { walk } from '../sync/walk.ts';

export type AskingNeeds = {
  readonly server: Pick<ServerAccess, 'api' | 'canFetch'>;
  readonly ask: AskWriter;
  readonly clock: Clock;
  readonly disk: DiskSpace;
  readonly news: News;
  readonly inBackground: InBackground;
  /** Told whenever it is further, waits, or waits no more. */
  readonly went: (id: CheckId) => void;
  /** Nobody is left to be asked for. It is asked for until this resolves. */
  readonly done: (id: CheckId) => Promise<void>;
};

export type Asking = {
  /** Null: nothing is asked for it. */
  readonly of: (id: CheckId) => CheckAsking | null;
  /** Asks for these; what was asked for it before is given up. */
  readonly start: (id: CheckId, people: readonly UserId[]) => void;
  /** Gives up what is asked for it. `left`: so many are left, and may be asked for later; null: nobody is. */
  readonly end: (id: CheckId, left: number | null) => Promise<void>;
  /** Whether it waits until it is started again: for a token, or for the local copy. */
  readonly isHeld: (id: CheckId) => boolean;
  /** Resolves once what was fetched is stored. */
  readonly close: () => Promise<void>;
};

/** One check for which the server is asked. */
type Run = {
  readonly wanted: Set<string>;
  readonly total: number;
  readonly rate: Rate;
  status: CheckAsking['status'];
  why: Failure | null;
  readonly ending: AbortController;
  /** It waits, and does nothing until it is started again. */
  isHeld: boolean;
  over: Promise<void>;
};

const beginRun = (people: Iterable<string>, total: number, status: Run['status']): Run => ({
  wanted: new Set(people),
  total,
  rate: createRate(),
  status,
  why: null,
  ending: new AbortController(),
  isHeld: false,
  over: Promise.resolve(),
});

export function createAsking(needs: AskingNeeds): Asking {
  const { server, ask, clock, disk, news, inBackground, went, done } = needs;
  const runs = new Map<CheckId, Run>();

  /** The sync, or a page that is opened, may bring the answer as well. */
  news.on('stored', ({ recorded, missed }) => {
    const answered = [...recorded, ...missed].map(({ id }) => spelledAlike(id));
    for (const [id, run] of runs) {
      const before = run.wanted.size;
      for (const one of answered) run.wanted.delete(one);
      if (run.wanted.size === before) continue;
      run.rate.note(run.total - run.wanted.size, run.total, clock.monotonic());
      went(id);
    }
  });

  const hold = (id: CheckId, run: Run, why: Failure) => {
    run.status = 'waiting';
    run.why = why;
    run.isHeld = true;
    went(id);
  };

  const askFor = async (id: CheckId, run: Run, people: readonly UserId[]): Promise<void> => {
    const { signal } = run.ending;
    const waiting = (wait: { readonly why: Failure } | null) => {
      run.status = wait === null ? 'running' : 'waiting';
      run.why = wait?.why ?? null;
      if (!signal.aborted) went(id);
    };
    if (!server.canFetch()) return hold(id, run, { kind: 'token-needed' });
    const trouble = await walk(
      {
        api: server.api,
        clock,
        signal,
        storing: {
          ask,
          // What others stored since is as new.
          isFetched: (one) => !run.wanted.has(spelledAlike(one)),
          grown: ({ recorded, missed }) => news.tell('stored', { by: 'check', recorded, missed }),
        },
        waiting,
        room: createRoom({ disk, signal, waiting }),
      },
      async (after) => succeeded(after === 0 ? { ids: people, last: 1 } : { ids: [], last: after }),
    );
    if (signal.aborted || runs.get(id) !== run) return;
    if (trouble !== null) return hold(id, run, trouble);
    await done(id);
    if (runs.get(id) === run) runs.delete(id);
    went(id);
  };

  const giveUp = async (id: CheckId): Promise<void> => {
    const run = runs.get(id);
    runs.delete(id);
    run?.ending.abort();
    await run?.over;
  };

  return {
    of: (id) => {
      const run = runs.get(id);
      if (run === undefined) return null;
      const { status, why, total, rate } = run;
      const now = clock.monotonic();
      return {
        ...{ status, why, total },
        asked: status === 'paused' ? 0 : total - run.wanted.size,
        ratePerSecond: status === 'running' ? rate.perSecond(now) : null,
        secondsLeft: status === 'running' ? rate.secondsLeft(now) : null,
      };
    },
    start: (id, people) => {
      const before = runs.get(id);
      before?.ending.abort();
      const run = beginRun(people.map(spelledAlike), people.length, 'running');
      run.rate.note(0, run.total, clock.monotonic());
      runs.set(id, run);
      run.over = (before?.over ?? Promise.resolve()).then(() => askFor(id, run, people));
      inBackground('ask for a check', () => run.over);
    },
    end: async (id, left) => {
      await giveUp(id);
      if (left === null) return;
      runs.set(id, beginRun([], left, 'paused'));
    },
    isHeld: (id) => runs.get(id)?.isHeld === true,
    close: async () => {
      await Promise.all([...runs.keys()].map(giveUp));
    },
  };
}
