/**
 * One pace for all requests of a connection. As many are under way as the server bears: the number is halved when it
 * says that it is too much (429, 503) and grows by one for each round that went well. While it has asked to be left
 * alone, nothing is sent. What a person waits for goes before what runs in the background.
 */
import type { Clock } from '../clock.ts';
import type { Priority } from './reply.ts';

/** What an answer says of the server's load; `unknown` where there was no answer. */
export type Pressure = 'eased' | 'pressed' | 'unknown';

/** One request's place in the queue. The same object is used to hurry it. */
export type Turn = { priority: Priority; readonly signal: AbortSignal };

export type Entry =
  /** Let in. `leave` must be called once, whatever happened. `holdMs`: how long the server asked to be left alone. */
  | { readonly kind: 'entered'; readonly leave: (pressure: Pressure, holdMs?: number | null) => void }
  /** The server wants to be left alone for longer than such a request is worth waiting for. */
  | { readonly kind: 'turned-away'; readonly retryAfterMs: number }
  | { readonly kind: 'cancelled' };

export type PaceState = {
  /** How many requests may be under way now. */
  readonly limit: number;
  readonly active: number;
  readonly waiting: number;
  /** For how many more milliseconds nothing is sent. */
  readonly heldMs: number;
};

export type Pace = {
  /** Resolves when the request may be sent, in order of asking within its priority. Never rejects. */
  readonly enter: (turn: Turn) => Promise<Entry>;
  /** Makes a waiting request one that a person waits for. */
  readonly hurry: (turn: Turn) => void;
  /** How long a request of this priority is worth holding back, in milliseconds. */
  readonly patienceMs: (priority: Priority) => number;
  readonly state: () => PaceState;
};

export type PaceNeeds = {
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  /** Requests under way at the start and at most. */
  readonly limit?: { readonly start: number; readonly most: number };
  readonly patienceMs?: Readonly<Record<Priority, number>>;
};

export function createPace({
  clock,
  limit: { start, most } = { start: 8, most: 32 },
  patienceMs = { now: 20_000, later: 600_000 },
}: PaceNeeds): Pace {
  const queues: Record<Priority, Map<Turn, (entry: Entry) => void>> = { now: new Map(), later: new Map() };
  let limit = start;
  let active = 0;
  let heldUntil = Number.NEGATIVE_INFINITY;
  let isWaking = false;
  /** Counts the halvings. A burst of refusals sent at the same pace is one sign, not many. */
  let round = 0;

  const heldMs = () => Math.max(0, heldUntil - clock.monotonic());

  const admit = (): Entry => {
    const enteredIn = round;
    let isInside = true;
    active += 1;
    return {
      kind: 'entered',
      leave: (pressure, holdMs = null) => {
        if (!isInside) return;
        isInside = false;
        active -= 1;
        if (pressure === 'eased') limit = Math.min(most, limit + 1 / limit);
        if (pressure === 'pressed') {
          if (enteredIn === round) {
            limit = Math.max(1, limit / 2);
            round += 1;
          }
          // A server that names a year must not stop this connection for one.
          heldUntil = Math.max(heldUntil, clock.monotonic() + Math.min(holdMs ?? 0, patienceMs.later));
        }
        serve();
      },
    };
  };

  const answer = (priority: Priority, turn: Turn, entry: () => Entry) => {
    const waiting = queues[priority].get(turn);
    queues[priority].delete(turn);
    waiting?.(entry());
  };

  const wakeAfter = async (ms: number) => {
    if (isWaking) return;
    isWaking = true;
    await clock.sleep(ms);
    isWaking = false;
    serve();
  };

  const serve = () => {
    const held = heldMs();
    for (const priority of ['now', 'later'] as const) {
      const queue = queues[priority];
      if (held > 0) {
        if (held > patienceMs[priority]) {
          for (const turn of [...queue.keys()])
            answer(priority, turn, () => ({ kind: 'turned-away', retryAfterMs: held }));
        }
        continue;
      }
      // One place is kept free of background requests, so that a person never waits for one of them to end.
      const places = Math.max(1, Math.floor(limit) - (priority === 'later' ? 1 : 0));
      for (const turn of queue.keys()) {
        if (active >= places) break;
        answer(priority, turn, admit);
      }
    }
    if (held > 0 && queues.now.size + queues.later.size > 0) void wakeAfter(held);
  };

  return {
    enter: (turn) =>
      new Promise((resolve) => {
        if (turn.signal.aborted) {
          resolve({ kind: 'cancelled' });
          return;
        }
        const cancel = () => {
          // It may have been hurried into the other queue meanwhile.
          answer('now', turn, () => ({ kind: 'cancelled' }));
          answer('later', turn, () => ({ kind: 'cancelled' }));
        };
        turn.signal.addEventListener('abort', cancel, { once: true });
        queues[turn.priority].set(turn, (entry) => {
          turn.signal.removeEventListener('abort', cancel);
          resolve(entry);
        });
        serve();
      }),
    hurry: (turn) => {
      const waiting = queues.later.get(turn);
      turn.priority = 'now';
      if (waiting === undefined) return;
      queues.later.delete(turn);
      queues.now.set(turn, waiting);
      serve();
    },
    patienceMs: (priority) => patienceMs[priority],
    state: () => ({
      limit: Math.floor(limit),
      active,
      waiting: queues.now.size + queues.later.size,
      heldMs: heldMs(),
    }),
  };
}
