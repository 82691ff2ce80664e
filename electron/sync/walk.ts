/**
 * Fetches people one by one until nobody of them is left: what a reply names comes next, level by level. How many
 * requests are under way is the pace's business; this keeps it supplied. A server that cannot be had is waited for.
 *
 * Who was fetched and could not be stored is fetched again by the next walk; who is stored is not.
 */
import type { Failure, Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { Clock } from '../clock.ts';
import type { Pending } from '../storage/frontier-table.ts';
import type { Missed } from '../storage/growth.ts';
import { createBatches, type Storing } from './batches.ts';
import { causeOf, createFailureCause } from './failure-cause.ts';
import type { Waiting } from './ledger.ts';
import { createQuiet } from './wait-for-server.ts';

/** More than the pace lets through at once, so that it is never short of requests. */
export const askersAtOnce = 40;
/** Of how many it is known at once that they come next: who they are is asked for behind a batch that is being stored. */
const supplied = 1000;

/** One run of the sync, as everything that fetches for it goes by it. */
export type SyncRun = {
  readonly api: Pick<ApiClient, 'fetchUserBytes' | 'fetchUsers' | 'circuit' | 'restMs'>;
  readonly clock: Clock;
  /** Ends the run early; what fetches then resolves once what was fetched is stored. */
  readonly signal: AbortSignal;
  readonly storing: Storing;
  /** Told when nothing is asked for, and until when; null: it goes on. */
  readonly waiting: (wait: Waiting | null) => void;
  /** Asked before each request: a wait for room for what it brings; null: there is room. */
  readonly room: () => Promise<void> | null;
};

/** Gives the people to fetch, after a key. The walk asks again after each batch, since a batch may name more. */
export type Source = (after: number, limit: number) => Promise<Outcome<Pending>>;

/** How many requests a walk may make. */
export type Ration = {
  /** At once. */
  readonly askers: number;
  /** Asked before each request; false: no more may be made. */
  readonly mayAsk: () => boolean;
  /** Told after each, whether it was really sent: while the server is left alone it is not. */
  readonly asked: (wasSent: boolean) => void;
};

const unrationed: Ration = { askers: askersAtOnce, mayAsk: () => true, asked: () => undefined };

/** Resolves to why it had to end early, with people left; null where nobody is left, or it was ended. */
export async function walk(run: SyncRun, source: Source, ration: Ration = unrationed): Promise<Failure | null> {
  const { api, clock, storing, room } = run;
  const { ask, isFetched, grown } = storing;
  const { askers, mayAsk, asked } = ration;
  const ending = new AbortController();
  const signal = AbortSignal.any([run.signal, ending.signal]);
  const queue: UserId[] = [];
  let interruption: Failure | null = null;
  let last = 0;
  let underWay = 0;
  /** Nobody was left when it was last asked for, and nothing was stored since. */
  let isDry = false;
  let isSupplying = false;
  let isSpent = false;
  let sleepers: (() => void)[] = [];

  const wake = () => {
    const woken = sleepers;
    sleepers = [];
    for (const one of woken) one();
  };
  const sleep = () => new Promise<void>((resolve) => sleepers.push(resolve));
  const interrupt = (why: Failure) => {
    interruption ??= why;
    ending.abort();
  };
  const cause = createFailureCause({
    circuit: api.circuit,
    ask,
    clock,
    askFor: (id) => {
      if (id !== null) queue.unshift(id);
      wake();
    },
    end: interrupt,
  });

  const supply = async () => {
    if (isSupplying || isDry || queue.length >= supplied / 2 || signal.aborted) return;
    isSupplying = true;
    isDry = true;
    const more = await source(last, supplied);
    isSupplying = false;
    if (!more.ok) interrupt(more.failure);
    else {
      queue.push(...more.value.ids);
      last = more.value.last;
      if (more.value.ids.length > 0) isDry = false;
    }
    wake();
  };

  const batches = createBatches({
    storing: {
      ...storing,
      grown: (batch) => {
        isDry = false;
        queue.unshift(...(batch.unstored ?? []));
        grown(batch);
        void supply();
        wake();
      },
    },
    clock,
    failed: (failure) => {
      interrupt(failure);
      wake();
    },
  });

  const miss = (some: readonly Missed[]) => {
    for (const one of some) batches.miss(one);
  };
  const quiet = createQuiet({
    api,
    clock,
    signal,
    waiting: run.waiting,
    over: (why) => {
      if (why.kind !== 'rate-limited' && !signal.aborted) {
        const { missed, again } = cause.serverBack();
        miss(missed);
        queue.unshift(...again);
      }
      wake();
    },
  });
  /** Null: nobody is left, or it has ended. */
  const next = async (): Promise<UserId | null> => {
    while (!signal.aborted && !isSpent) {
      if (!quiet.isQuiet() && !batches.isCrowded()) {
        while (queue[0] !== undefined && isFetched(queue[0])) queue.shift();
        const id = cause.holds(queue[0]) ? undefined : queue.shift();
        if (id !== undefined) {
          void supply();
          return id;
        }
        if (isDry && !isSupplying && underWay === 0 && !cause.holds(undefined)) {
          if (batches.isEmpty()) return null;
          batches.hurry();
        } else {
          // What is fetched but not stored may name the next one.
          if (underWay < askers) batches.hurry();
          void supply();
        }
      }
      await sleep();
    }
    return null;
  };

  const isThere = () => api.circuit.state().state === 'closed';
  const leaveAlone = (why: Failure) => {
    if (!quiet.isQuiet()) cause.leftAlone();
    quiet.begin(why);
  };
  const judge = (id: UserId, failure: Failure, wasSent: boolean) => {
    const verdict = cause.failed(id, failure, wasSent);
    if (verdict.kind === 'end') return interrupt(verdict.why);
    if (verdict.kind === 'miss') batches.miss(verdict.missed);
    if (verdict.kind === 'again') queue.unshift(id);
    const of = causeOf(failure);
    if (of === 'limit' || (['stranger', 'way', 'server-or-person'].includes(of) && !isThere())) leaveAlone(failure);
  };

  const asker = async () => {
    for (let id = await next(); id !== null; id = await next()) {
      const wait = room();
      if (wait !== null) await wait;
      if (!mayAsk()) {
        // Those under way are counted already, and come to their end.
        isSpent = true;
        break;
      }
      underWay += 1;
      const moment = cause.moment();
      let wasSent = false;
      const sent = () => {
        wasSent = true;
      };
      // Whoever fails is asked for again when the others are through, by when more may have passed than in a moment.
      const reply = await api.fetchUserBytes(id, { priority: 'later', signal, once: true, sent });
      underWay -= 1;
      asked(wasSent);
      if (reply.ok) {
        batches.add(reply.value);
        miss(cause.given(id, moment));
      } else judge(id, reply.failure, wasSent);
      wake();
    }
    wake();
  };

  signal.addEventListener('abort', wake, { once: true });
  await Promise.all(Array.from({ length: askers }, asker));
  // Nobody is left whose answer could tell.
  if (!signal.aborted && isThere()) miss(cause.takeDoubtful());
  while (!batches.isEmpty()) {
    batches.hurry();
    // What is halted may be empty now, and nobody says so.
    if (batches.isEmpty()) break;
    await sleep();
  }
  return interruption;
}
