/**
 * Leaves a server alone that cannot be had. After a few requests in a row that found nobody there, what runs in the
 * background is refused without being sent; from time to time, ever more rarely, one request looks again. A person's
 * request always goes. One that is contradicted (`contradicted.ts`) does not count. One circuit for all requests of a
 * connection; waits run on the monotonic clock.
 */
import type { Failure } from '../../contract/failures.ts';
import { isOfStranger, seenOfServer } from '../../contract/seen-of-server.ts';
import type { Clock } from '../clock.ts';
import { createAnswers } from './contradicted.ts';
import type { Priority } from './pace.ts';

export type CircuitState =
  | { readonly state: 'closed' }
  | {
      readonly state: 'open';
      /** Milliseconds since 1970-01-01T00:00Z, both. `lookAgainAt` may have passed: the next request then looks. */
      readonly since: number;
      readonly lookAgainAt: number;
      /** Whether a request is looking right now. */
      readonly isLooking: boolean;
      /** How the last request that looked failed, or the one that opened the circuit. */
      readonly why: Failure;
    };

export type Circuit = {
  readonly state: () => CircuitState;
  /** Calls `changed` whenever `state` does, but for time passing. Gives a function that ends it. */
  readonly subscribe: (changed: () => void) => () => void;
  /** How many requests have looked so far and found nobody there. */
  readonly failedLooks: () => number;
  /** How many have looked and were answered. What was sent before the circuit opened closes it, but has not looked. */
  readonly answeredLooks: () => number;
  /** Forgets the wait: the next request looks, and if it fails the waits begin from the shortest. */
  readonly retryNow: () => void;
  /** Resolves when a background request would be sent: closed, or time to look. Also as soon as the signal aborts. */
  readonly untilLookAgain: (signal: AbortSignal) => Promise<void>;
};

export type Passage =
  /** `leave` must be called once. `null`: it succeeded. */
  | { readonly kind: 'entered'; readonly leave: (failure: Failure | null) => void }
  | { readonly kind: 'refused'; readonly why: Failure };

export type CircuitGate = Circuit & {
  readonly enter: (priority: Priority) => Passage;
  /** What a request that is not to be sent is told; null where it may ask to enter. */
  readonly refusal: (priority: Priority) => Failure | null;
};

export type CircuitNeeds = {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
};

const mostFailures = 5;
/** Without a network there is nothing that a few more tries could show; where a stranger was found to answer, nothing at all. */
const mostOffline = 3;
const firstWaitMs = 5_000;
const longestWaitMs = 300_000;

type Opening = {
  readonly since: number;
  why: Failure;
  /** On the monotonic clock. */
  due: number;
  nextWaitMs: number;
  looking: number;
};

export function createCircuit({ clock, random }: CircuitNeeds): CircuitGate {
  const listeners = new Set<() => void>();
  let opening: Opening | null = null;
  let failures = 0;
  let offline = 0;
  let failedLooks = 0;
  let answeredLooks = 0;
  const answers = createAnswers();

  const changed = () => {
    for (const listener of [...listeners]) listener();
  };

  /** Up to a quarter shorter, so that not everybody comes back at once. */
  const wait = (at: Opening) => {
    at.due = clock.monotonic() + at.nextWaitMs * (1 - random() / 4);
    at.nextWaitMs = Math.min(longestWaitMs, at.nextWaitMs * 2);
  };

  const close = () => {
    failures = 0;
    offline = 0;
    if (opening === null) return;
    opening = null;
    changed();
  };

  const fail = (why: Failure, enteredAt: Opening | null) => {
    if (opening === null) {
      failures += 1;
      offline = why.kind === 'offline' ? offline + 1 : 0;
      if (failures < mostFailures && offline < mostOffline && !isOfStranger(why)) return;
      opening = { since: clock.now(), why, due: 0, nextWaitMs: firstWaitMs, looking: 0 };
      wait(opening);
      changed();
    } else if (enteredAt === opening) {
      failedLooks += 1;
      opening.why = why;
      // A person who tries before it is time must not make the wait longer with every try.
      if (clock.monotonic() >= opening.due) wait(opening);
    }
  };

  const mayLook = () => opening === null || (opening.looking === 0 && clock.monotonic() >= opening.due);

  const refusal = (priority: Priority): Failure | null =>
    opening === null || priority === 'now' || mayLook() ? null : opening.why;

  const admit = (): Passage => {
    const enteredAt = opening;
    const isContradicted = answers.sent();
    let isInside = true;
    if (enteredAt !== null) {
      enteredAt.looking += 1;
      changed();
    }
    return {
      kind: 'entered',
      leave: (failure) => {
        if (!isInside) return;
        isInside = false;
        if (enteredAt !== null) enteredAt.looking -= 1;
        const seen = failure === null ? 'there' : seenBy(failure);
        if (seen === 'there') {
          answers.note();
          if (enteredAt !== null && enteredAt === opening) answeredLooks += 1;
          close();
        }
        if (failure !== null && seen === 'gone' && !isContradicted(failure)) fail(failure, enteredAt);
        if (enteredAt !== null && enteredAt === opening) changed();
      },
    };
  };

  const nextChange = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = new AbortController();
      const wake = () => {
        timer.abort();
        listeners.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      listeners.add(wake);
      signal.addEventListener('abort', wake);
      // The answer of whoever is looking is told; until then there is nothing to wait for.
      if (opening === null || opening.looking > 0) return;
      // It may have become time since it was last looked.
      const leftMs = Math.max(0, opening.due - clock.monotonic());
      clock.sleep(leftMs, timer.signal).then(wake, () => undefined);
    });

  return {
    enter: (priority) => {
      const why = refusal(priority);
      return why === null ? admit() : { kind: 'refused', why };
    },
    refusal,
    state: () => {
      if (opening === null) return { state: 'closed' };
      const { since, why, due, looking } = opening;
      return { state: 'open', since, lookAgainAt: clock.now() + due - clock.monotonic(), isLooking: looking > 0, why };
    },
    subscribe: (listener) => {
      // Of its own, so that one given twice is told twice and ended once.
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    failedLooks: () => failedLooks,
    answeredLooks: () => answeredLooks,
    retryNow: () => {
      if (opening === null) return;
      opening.due = clock.monotonic();
      opening.nextWaitMs = firstWaitMs;
      changed();
    },
    untilLookAgain: async (signal) => {
      while (!signal.aborted && !mayLook()) await nextChange(signal);
    },
  };
}

/** An error of the server's own is as good as nobody there: to ask on would only keep it busy. */
function seenBy(failure: Failure): 'there' | 'gone' | 'unknown' {
  const seen = seenOfServer(failure);
  if (seen === null) return 'unknown';
  const isOwnError = (failure.kind === 'server' && failure.status >= 500) || failure.kind === 'headers-too-large';
  return seen !== 'there' || isOwnError ? 'gone' : 'there';
}
