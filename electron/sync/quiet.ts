/** A walk that holds its breath: the server is down, or wants to be left alone for longer than requests wait. */
import type { Failure } from '../../contract/failures.ts';
import type { Circuit } from '../api/circuit.ts';
import { untilCircuit } from '../api/until-circuit.ts';
import type { Clock } from '../clock.ts';

/** For a server that limits without saying for how long. */
const unnamedWaitMs = 30_000;
/** Longer waits are looked at again in between: the server may have thought better of it. */
const longestWaitMs = 600_000;

export type Quiet = {
  readonly isQuiet: () => boolean;
  /** Nothing more is asked for until the circuit is closed again, or the time that the server named is over. */
  readonly begin: (why: Failure) => void;
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

  const untilServed = async (why: Failure) => {
    if (why.kind !== 'rate-limited') return untilCircuit(circuit, 'closed', signal);
    const ms = Math.min(longestWaitMs, why.retryAfterSeconds === null ? unnamedWaitMs : why.retryAfterSeconds * 1000);
    waiting({ why, until: clock.now() + ms });
    await clock.sleep(ms, signal).catch(() => undefined);
  };

  return {
    isQuiet: () => isQuiet,
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
