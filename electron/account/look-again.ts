/**
 * Finds out by itself whether the server is there, whether or not anything else is to be asked of it: soon after it was
 * missed, then as often as the circuit lets a request through, which becomes ever more rarely; and once in a while when
 * nothing was heard of it for some minutes and somebody sits before the window.
 */
import type { ApiClient } from '../api/reply.ts';
import type { Clock } from '../clock.ts';
import { nobody } from './check-server.ts';
import type { Presence } from './presence.ts';

/** Until enough of these have failed to open the circuit, whose pauses grow from there. */
const missedMs = 5_000;
/** How long nothing may be heard of a server before it is looked for. */
const silenceMs = 180_000;
/** The same where nothing was ever heard of it: what is on screen should not say for long that nobody knows. */
const untriedMs = 5_000;
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
  /** Told after each look: when the next one is made is another time now. */
  readonly looked: () => void;
  readonly signal: AbortSignal;
};

export type Looking = {
  /** When a server that is not there is tried again, in milliseconds since 1970-01-01T00:00Z; null: not by itself. */
  readonly nextAt: () => number | null;
  /** Looks at once, whatever the pauses. */
  readonly now: () => void;
  /** Resolves when the signal aborts. */
  readonly run: () => Promise<void>;
};

export function createLooking({ api, presence, clock, canFetch, isUsed, looked, signal }: LookingNeeds): Looking {
  const { circuit } = api;
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

  /** Until the next look is due, or worth thinking of again. */
  const left = (): number => {
    if (!canFetch()) return idleMs;
    if (isHurried) return 0;
    const state = circuit.state();
    if (state.state === 'open' && state.isLooking) return idleMs;
    const missed = missedLeft();
    if (missed !== null) return Math.max(missed, leftAfter(lookedAt, leastMs));
    const { state: seen } = presence.known();
    const silent = leftAfter(presence.heardAt(), seen === 'untried' ? untriedMs : silenceMs);
    // A token that was refused is not offered over and over.
    return silent > 0 || (isUsed() && seen !== 'unauthorized') ? silent : idleMs;
  };

  const pause = async (ms: number) => {
    const woken = new AbortController();
    wake = () => woken.abort();
    await clock.sleep(ms, AbortSignal.any([signal, woken.signal])).catch(() => undefined);
  };

  return {
    nextAt: () => {
      const missed = canFetch() ? missedLeft() : null;
      return missed === null ? null : clock.now() + missed;
    },
    now: () => {
      isHurried = true;
      circuit.retryNow();
      wake();
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
        // To ask for nobody is to ask whether the server is there.
        await api.fetchUserBytes(nobody, { priority: 'later', signal });
        lookedAt = clock.monotonic();
        looked();
      }
      for (const end of ends) end();
    },
  };
}
