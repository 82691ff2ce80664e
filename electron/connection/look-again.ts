/**
 * Finds out by itself whether the server is there, whether or not there is anything else to ask it: at once where a request
 * took too long and nothing else shows that the server answers; soon after it was missed, then as often as the circuit lets a request through, which becomes ever more rarely; every five minutes after it
 * refused the token, which something before it may have done; and once in a while when nothing was heard of it for some
 * minutes and somebody sits before the window.
 */
import type { ApiClient } from '../api/api-client.ts';
import type { Clock } from '../clock.ts';
import type { Sync } from '../sync/sync.ts';
import { nobody } from './check-server.ts';
import type { Presence } from './presence.ts';

/** Until enough of these have failed to open the circuit, whose pauses grow from there. */
const missedMs = 5_000;
/** How long nothing may be heard of a server before it is looked for. */
const silenceMs = 180_000;
/** The same where nothing was ever heard of it: what is on screen should not say for long that nobody knows. */
const untriedMs = 5_000;
/** How often a token that was refused is offered again. */
const refusedMs = 300_000;
/** How often it is seen whether somebody is there who would want to know. */
const idleMs = 30_000;
/** Whatever comes of a look, the next one is not made at once. */
const leastMs = 1_000;

export type LookingNeeds = {
  readonly api: Pick<ApiClient, 'fetchUserBytes' | 'circuit'>;
  readonly presence: Presence;
  readonly clock: Clock;
  /** False while the token is not at hand: nothing can be asked then. */
  readonly canFetch: () => boolean;
  /** Whether a window of the app is used just now. */
  readonly isUsed: () => boolean;
  /** One that is paused since the token was refused waits for it to be taken, whatever was heard of the server since. */
  readonly sync: Pick<Sync, 'isRefused' | 'tokenTaken'>;
  /** Told after each look: when the next one is made is another time now. */
  readonly looked: () => void;
  readonly signal: AbortSignal;
};

export type Looking = {
  /** When a server that is not there, or refuses the token, is tried again, in milliseconds since 1970-01-01T00:00Z; null: not by itself. */
  readonly nextAt: () => number | null;
  /** Looks at once, whatever the pauses. */
  readonly now: () => void;
  /** The same; resolves when it was answered, or nothing can be asked. */
  readonly once: () => Promise<void>;
  /** Resolves when the signal aborts. */
  readonly run: () => Promise<void>;
};

export function createLooking(needs: LookingNeeds): Looking {
  const { api, presence, clock, canFetch, isUsed, sync, looked, signal } = needs;
  const { circuit } = api;
  let waiting: (() => void)[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isHurried = false;
  let wake: () => void = () => undefined;

  const leftAfter = (at: number, ms: number) => Math.max(0, Math.max(at, lookedAt) + ms - clock.monotonic());

  /** Of a server that is not there; null: it is, or nobody knows otherwise. */
  const missedLeft = (): number | null => {
    const state = circuit.state();
    if (state.state === 'open') return Math.max(0, state.lookAgainAt - clock.now());
    const { state: seen, began } = presence.known();
    return seen === 'offline' ? leftAfter(began, missedMs) : null;
  };

  /** Of a token that was refused; null: it was not. */
  const refusedLeft = (): number | null =>
    presence.known().state === 'unauthorized' || sync.isRefused() ? leftAfter(presence.refusedAt(), refusedMs) : null;

  /** Until the next look is due, or worth thinking of again. */
  const left = (): number => {
    if (!canFetch()) return idleMs;
    if (isHurried) return 0;
    const state = circuit.state();
    if (state.state === 'open' && state.isLooking) return idleMs;
    const missed = missedLeft();
    if (missed !== null) return Math.max(missed, leftAfter(lookedAt, leastMs));
    const doubted = presence.doubtedSince();
    if (doubted !== null && doubted > lookedAt) return leftAfter(lookedAt, leastMs);
    const refused = refusedLeft();
    if (refused !== null) return refused;
    const { state: seen } = presence.known();
    const silent = leftAfter(presence.heardAt(), seen === 'untried' ? untriedMs : silenceMs);
    return silent > 0 || isUsed() ? silent : idleMs;
  };

  const pause = async (ms: number) => {
    const woken = new AbortController();
    wake = () => woken.abort();
    await clock.sleep(ms, AbortSignal.any([signal, woken.signal])).catch(() => undefined);
  };

  const now = () => {
    isHurried = true;
    circuit.retryNow();
    wake();
  };
  const answerAll = (answered: readonly (() => void)[]) => {
    for (const answer of answered) answer();
  };

  return {
    nextAt: () => {
      const next = canFetch() ? (missedLeft() ?? refusedLeft()) : null;
      return next === null ? null : clock.now() + next;
    },
    now,
    once: async () => {
      if (!canFetch() || signal.aborted) return;
      const answered = new Promise<void>((resolve) => waiting.push(resolve));
      now();
      await answered;
    },
    run: async () => {
      const ends = [circuit.subscribe(() => wake()), presence.subscribe(() => wake())];
      while (!signal.aborted) {
        const ms = left();
        if (ms > 0) {
          await pause(ms);
          continue;
        }
        isHurried = false;
        lookedAt = clock.monotonic();
        const asking = waiting;
        waiting = [];
        // To ask for nobody is to ask whether the server is there.
        const outcome = await api.fetchUserBytes(nobody, { priority: 'later', signal });
        // Slow even where nobody is asked for, while nothing else is answered: it is not there.
        const isSlow = !outcome.ok && outcome.failure.kind === 'timeout';
        if (isSlow && presence.doubtedSince() !== null) presence.saw('offline');
        lookedAt = clock.monotonic();
        if (presence.known().state === 'online') sync.tokenTaken();
        looked();
        answerAll(asking);
      }
      answerAll(waiting);
      for (const end of ends) end();
    },
  };
}
