/** A walk that holds its breath: the server is down, or wants to be left alone for longer than requests wait. */
import type { Failure } from '../../contract/failures.ts';
import type { Circuit } from '../api/circuit.ts';
import { untilCircuit } from '../api/until-circuit.ts';
import type { Clock } from '../clock.ts';

/**
 * For a server that limits: at least so long where it says for how long, and where it does not. Doubled each time that
 * it limits again before anybody was answered.
 */
const firstWaitMs = { named: 1000, unnamed: 30_000 };
/** Of those. What the server names is waited out however long it is. */
const longestWaitMs = 600_000;

export type Quiet = {
  readonly isQuiet: () => boolean;
  /** Nothing more is asked for until the circuit is closed again, or the time that the server named is over. */
  readonly begin: (why: Failure) => void;
  /** Somebody was answered: the server limits no more. */
  readonly served: () => void;
};

export type QuietNeeds = {
  readonly circuit: Circuit;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told why and until when (milliseconds since 1970-01-01T00:00Z); null when it is over. */
  readonly waiting: (wait: { readonly why: Failure; readonly until: number | null } | null) => void;
  /** Told when it is over, and why it had begun. */
  readonly over: (why: Failure) => void;
};

export function createQuiet({ circuit, clock, signal, waiting, over }: QuietNeeds): Quiet {
  let isQuiet = false;
  let limitsInARow = 0;

  const untilServed = async (why: Failure) => {
    if (why.kind !== 'rate-limited') return untilCircuit(circuit, 'closed', signal);
    const { retryAfterSeconds: named } = why;
    const least = (named === null ? firstWaitMs.unnamed : firstWaitMs.named) * 2 ** limitsInARow;
    const ms = Math.max(named === null ? 0 : named * 1000, Math.min(longestWaitMs, least));
    limitsInARow += 1;
    waiting({ why, until: clock.now() + ms });
    await clock.sleep(ms, signal).catch(() => undefined);
  };

  return {
    isQuiet: () => isQuiet,
    served: () => {
      limitsInARow = 0;
    },
    begin: (why) => {
      if (isQuiet) return;
      isQuiet = true;
      const tell = () => {
        const state = circuit.state();
        if (state.state === 'open') waiting({ why: state.why, until: state.lookAgainAt });
      };
      const unsubscribe = circuit.subscribe(tell);
      tell();
      void untilServed(why).then(() => {
        unsubscribe();
        isQuiet = false;
        waiting(null);
        over(why);
      });
    },
  };
}
