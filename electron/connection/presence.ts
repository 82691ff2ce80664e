/**
 * Whether the server is there, as far as is known: from its answers, and, where nothing can be asked of it, from what
 * the system says of the network.
 */
import type { Reachability } from '../../contract/account.ts';
import type { Sign } from '../api/watched-client.ts';
import type { Clock } from '../clock.ts';

export type Known = Omit<Reachability, 'lookAgainAt'> & {
  /** When that began, on the monotonic clock. */
  readonly began: number;
};

export type Presence = {
  readonly known: () => Known;
  /** When the server was last heard of, or last missed, on the monotonic clock. */
  readonly heardAt: () => number;
  /** When the token was last refused, on the same clock. */
  readonly refusedAt: () => number;
  /** Since when nothing was answered but that a request took too long, on the same clock; null: not so. */
  readonly doubtedSince: () => number | null;
  /** `slow` alone changes nothing of what is known. */
  readonly saw: (sign: Sign) => void;
  /** What the system says of the network, where nothing can be asked: an answer counts for more. */
  readonly guess: (hasNetwork: boolean) => void;
  /** Calls `changed` whenever what is known does, or comes to be doubted. Gives a function that ends it. */
  readonly subscribe: (changed: (before: Known) => void) => () => void;
};

export function createPresence(clock: Clock): Presence {
  const listeners = new Set<(before: Known) => void>();
  let known: Known = { state: 'untried', since: clock.now(), began: clock.monotonic() };
  let heardAt = clock.monotonic();
  let refusedAt = Number.NEGATIVE_INFINITY;
  let isGuessed = false;
  let doubtedSince: number | null = null;

  const tell = (before: Known) => {
    for (const listener of [...listeners]) listener(before);
  };
  const become = (state: Known['state']) => {
    if (known.state === state) return;
    const before = known;
    known = { state, since: clock.now(), began: clock.monotonic() };
    tell(before);
  };

  return {
    known: () => known,
    heardAt: () => heardAt,
    refusedAt: () => refusedAt,
    doubtedSince: () => doubtedSince,
    saw: (sign) => {
      heardAt = clock.monotonic();
      if (sign === 'slow') {
        doubtedSince ??= heardAt;
        return tell(known);
      }
      doubtedSince = null;
      if (sign === 'unauthorized') refusedAt = heardAt;
      isGuessed = false;
      become(sign);
    },
    guess: (hasNetwork) => {
      if (hasNetwork && !isGuessed) return;
      isGuessed = !hasNetwork;
      become(hasNetwork ? 'untried' : 'offline');
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
