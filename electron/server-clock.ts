/**
 * The time by a server's clock, and the one owner of it: what is stored of a server, and the "now" from which its age is told,
 * go by this. It is this computer's own clock, corrected where the server's replies say that it is wrong.
 */
import { type Clock, clockToleranceMs } from './clock.ts';

/** What a reply told of the time. */
export type TimeTold = {
  /** When it was made by the server's clock, in milliseconds since 1970-01-01T00:00Z. */
  readonly serverAt: number;
  /** When it came, on the monotonic clock. */
  readonly heardAt: number;
};

export type ServerClock = Clock & {
  /** Whether enough replies in a row agree with `now`. */
  readonly isServerTime: () => boolean;
  /** To be called for replies in the API's form alone: anybody may say anything of the time. */
  readonly heard: (told: TimeTold) => void;
  /** How far this computer's clock is ahead, in milliseconds; less than 0: behind. 0 where it differs by no more than servers do. */
  readonly aheadMs: () => number;
  /** Calls `changed` whenever that does. Gives a function that ends it. */
  readonly subscribe: (changed: () => void) => () => void;
};

/** No reply was made before this was written, and none is yet that was made after: such a clock was never set. */
const earliest = Date.UTC(2025, 0, 1);
const latest = Date.UTC(2100, 0, 1);
/** Replies in a row that make the server's time sure enough to set right by it what was stored before. */
const sureAfter = 3;
/**
 * Replies in a row that take an agreement back while this computer's clock goes on evenly: of several servers behind one
 * address one may be wrong, and the time must not jump to and fro with whichever answers.
 */
const doubtedAfter = 20;

export function createServerClock(own: Clock): ServerClock {
  const listeners = new Set<() => void>();
  let ahead = 0;
  let agreed = 0;
  let doubts = 0;
  /** This computer's time and the monotonic one when a reply last told the time. */
  let last: { readonly at: number; readonly heardAt: number } | null = null;

  const agree = (aheadMs: number) => {
    agreed = aheadMs === ahead ? agreed + 1 : 1;
    doubts = 0;
    if (aheadMs === ahead) return;
    ahead = aheadMs;
    for (const listener of [...listeners]) listener();
  };

  const heard = ({ serverAt, heardAt }: TimeTold) => {
    if (!(serverAt >= earliest && serverAt < latest)) return;
    const at = own.now() - (own.monotonic() - heardAt);
    // The clock was set since, or the computer slept: what was agreed on says nothing any more.
    const wasSet = last !== null && !isClose(at - last.at, heardAt - last.heardAt);
    last = { at, heardAt };
    if (isClose(at, serverAt)) return agree(0);
    if (isClose(at - ahead, serverAt)) return agree(ahead);
    doubts += 1;
    if (agreed === 0 || wasSet || doubts >= doubtedAfter) agree(Math.round(at - serverAt));
  };

  return {
    ...own,
    now: () => own.now() - ahead,
    isServerTime: () => agreed >= sureAfter,
    heard,
    aheadMs: () => ahead,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One clock for each server, shared by whatever asks it: a token that is being tried, too. */
export function createServerClocks(own: Clock): (server: string) => ServerClock {
  const clocks = new Map<string, ServerClock>();
  return (server) => {
    const clock = clocks.get(server) ?? createServerClock(own);
    clocks.set(server, clock);
    return clock;
  };
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= clockToleranceMs;
}
