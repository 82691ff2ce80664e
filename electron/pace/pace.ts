/**
 * One pace for all requests to a server. As many are under way as the server bears: the number doubles with each
 * round that went well until a first sign of pressure, and grows by one for each from then on; it is halved when the
 * server says that it is too much (429, 503, or a time to come back) or answers ever more slowly. While it has asked to be
 * left alone, nothing is sent. What a person waits for goes before what runs in the background.
 *
 * Over HTTP/1.1 no more are let in than connections are made to a host: one more would wait inside the transport, where its
 * deadlines run and nobody can pass it. See docs/decisions/transport.md.
 */
import type { Clock } from '../clock.ts';
import { createLatency } from './latency.ts';
import { limitWaits, type Pressure } from './rate-limit.ts';

/** `now`: a person is waiting for it. `later`: it gives way to those. */
export type Priority = 'now' | 'later';

export type Told = {
  /** How long the server asked to be left alone. */
  readonly holdMs?: number | null;
  /** From sending to the headers; null where none came. */
  readonly latencyMs?: number | null;
  /** Whether the server said that this was one request too many. */
  readonly isLimit?: boolean;
  /** Of HTTP, where the transport says; from 2 on requests share a connection. */
  readonly httpVersionMajor?: number | undefined;
};

/** One request's place in the queue. The same object is used to hurry it. */
export type Turn = {
  priority: Priority;
  readonly signal: AbortSignal;
  /** Whether one try is enough for everybody who waits for it. */
  once?: boolean;
  /** Called when it goes out. */
  readonly sent?: (() => void) | undefined;
  /** Set while it waits elsewhere than in the queue; called when it is hurried. */
  hurried?: (() => void) | undefined;
  /** Set while it is under way and could be sent once more. Called where a person waits for its place; true: it ends, to be asked for again. */
  giveWay?: (() => boolean) | undefined;
};

export type Entry =
  /** Let in. `leave` must be called once, whatever happened. */
  | { readonly kind: 'entered'; readonly leave: (pressure: Pressure, told?: Told) => void }
  /** The server wants to be left alone for longer than such a request is worth waiting for. */
  | { readonly kind: 'turned-away'; readonly retryAfterMs: number }
  | { readonly kind: 'cancelled' };

export type PaceState = {
  /** How many requests the server bears now, one more where a person waits for it; connections may allow fewer. */
  readonly limit: number;
  readonly active: number;
  readonly waiting: number;
  /** For how many more milliseconds nothing is sent. */
  readonly heldMs: number;
};

export type Pace = {
  /** Resolves when the request may be sent, in order of asking within its priority. Never rejects. */
  readonly enter: (turn: Turn) => Promise<Entry>;
  /** Makes a waiting request one that a person waits for, wherever it waits. */
  readonly hurry: (turn: Turn) => void;
  /** For how many more milliseconds the sync asks for nothing, since the server said that it was too much. */
  readonly restMs: () => number;
  /** How long a request of this priority is worth holding back, in milliseconds. */
  readonly patienceMs: (priority: Priority) => number;
  readonly state: () => PaceState;
};

export type PaceNeeds = {
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  /** Requests under way at the start and at most. */
  readonly limit?: { readonly start: number; readonly most: number };
  /** How many connections the transport makes to a host over HTTP/1.1. One of them is kept for what a person waits for. */
  readonly connections?: number;
  readonly patienceMs?: Readonly<Record<Priority, number>>;
};

/** As Chromium makes them. */
const usualConnections = 6;

/** While answers come so soon, a person hardly waits for a connection that the background uses: none is kept then. */
const soonMs = 100;

export function createPace({
  clock,
  limit: { start, most } = { start: 8, most: 32 },
  connections = usualConnections,
  patienceMs = { now: 20_000, later: 600_000 },
}: PaceNeeds): Pace {
  const queues: Record<Priority, Map<Turn, (entry: Entry) => void>> = { now: new Map(), later: new Map() };
  const latency = createLatency();
  let isShared = false;
  let comesSoon = false;
  const ceiling = () => (isShared ? most : Math.min(most, connections));
  let limit = Math.min(start, ceiling());
  let wasPressed = false;
  let active = 0;
  /** Those of them that run in the background, the first sent first. */
  const behind = new Set<Turn>();
  let heldUntil = Number.NEGATIVE_INFINITY;
  let restUntil = Number.NEGATIVE_INFINITY;
  let isWaking = false;
  let limitsInARow = 0;
  /** Counts the halvings. A burst of refusals or slow answers sent at the same pace is one sign, not many. */
  let round = 0;

  /** One place on top is for a person, who never waits for a slow background request to end. */
  const placesFor = (priority: Priority) => {
    const places = Math.floor(limit) + (priority === 'now' ? 1 : 0);
    if (isShared) return places;
    const isKept = priority === 'later' && !comesSoon;
    return Math.min(places, Math.max(1, isKept ? connections - 1 : connections));
  };

  const heldMs = () => Math.max(0, heldUntil - clock.monotonic());

  const admit = (turn: Turn): Entry => {
    const enteredIn = round;
    let isInside = true;
    active += 1;
    if (turn.priority === 'later') behind.add(turn);
    return {
      kind: 'entered',
      leave: (pressure, { holdMs = null, latencyMs, isLimit = false, httpVersionMajor = 1 } = {}) => {
        if (!isInside) return;
        isInside = false;
        active -= 1;
        behind.delete(turn);
        if (httpVersionMajor > 1) isShared = true;
        if (latencyMs !== undefined) comesSoon = latencyMs !== null && latencyMs <= soonMs;
        const isOfThisRound = enteredIn === round;
        if (holdMs !== null) holdFor(holdMs);
        if (isLimit && isOfThisRound) {
          const waits = limitWaits(holdMs, limitsInARow);
          holdFor(waits.holdMs);
          restUntil = Math.max(restUntil, clock.monotonic() + waits.restMs);
          limitsInARow += 1;
        }
        if (pressure === 'pressed' && isOfThisRound) halve();
        if (pressure === 'eased') {
          if (isOfThisRound) limitsInARow = 0;
          // What was sent at a faster pace tells nothing of this one.
          if (isOfThisRound && latencyMs != null && latency.isRising(latencyMs)) halve();
          else limit = Math.min(ceiling(), limit + (wasPressed ? 1 / limit : 1));
        }
        serve();
      },
    };
  };

  function holdFor(ms: number) {
    heldUntil = Math.max(heldUntil, clock.monotonic() + ms);
  }

  function halve() {
    limit = Math.max(1, limit / 2);
    wasPressed = true;
    round += 1;
    latency.startAnew();
  }

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

  function serve() {
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
      const places = placesFor(priority);
      for (const turn of queue.keys()) {
        if (active >= places) break;
        answer(priority, turn, () => admit(turn));
      }
    }
    if (held > 0 && queues.now.size + queues.later.size > 0) void wakeAfter(held);
  }

  /** What comes no sooner than this keeps its place from a person no longer: answers came at once, and now they do not. */
  const makeWay = async (turn: Turn) => {
    await clock.sleep(soonMs, turn.signal).catch(() => undefined);
    if (!queues.now.has(turn) || heldMs() > 0 || active < placesFor('now')) return;
    for (const other of behind) {
      if (other.priority === 'now' || other.giveWay?.() !== true) continue;
      comesSoon = false;
      return;
    }
  };

  return {
    enter: (turn) => {
      if (turn.signal.aborted) return Promise.resolve({ kind: 'cancelled' });
      const isFirst = queues.now.size + queues.later.size === 0;
      if (isFirst && heldMs() === 0 && active < placesFor(turn.priority)) return Promise.resolve(admit(turn));
      return new Promise((resolve) => {
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
        if (turn.priority === 'now') void makeWay(turn);
      });
    },
    hurry: (turn) => {
      const waiting = queues.later.get(turn);
      turn.priority = 'now';
      turn.hurried?.();
      if (waiting === undefined) return;
      queues.later.delete(turn);
      queues.now.set(turn, waiting);
      serve();
      void makeWay(turn);
    },
    restMs: () => Math.max(heldMs(), restUntil - clock.monotonic()),
    patienceMs: (priority) => patienceMs[priority],
    state: () => ({
      limit: Math.floor(limit),
      active,
      waiting: queues.now.size + queues.later.size,
      heldMs: heldMs(),
    }),
  };
}
