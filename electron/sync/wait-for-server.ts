/** A walk that holds its breath: the server is down, or wants to be left alone for longer than requests wait. */
import type { Failure } from '../../contract/failures.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { Clock } from '../clock.ts';
import type { Circuit, CircuitState } from '../pace/circuit.ts';
import type { Waiting } from './ledger.ts';

export type Quiet = {
  readonly isQuiet: () => boolean;
  /** Nothing more is asked for until the circuit is closed again, or the time that the server named is over. */
  readonly begin: (why: Failure) => void;
};

export type QuietNeeds = {
  /** How long a server that limits is left alone is the pace's business. */
  readonly api: Pick<ApiClient, 'circuit' | 'restMs'>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told why and until when (milliseconds since 1970-01-01T00:00Z); null when it is over. */
  readonly waiting: (wait: Waiting | null) => void;
  /** Told when it is over, and why it had begun. */
  readonly over: (why: Failure) => void;
};

export function createQuiet({ api, clock, signal, waiting, over }: QuietNeeds): Quiet {
  const { circuit, restMs } = api;
  let isQuiet = false;

  const untilServed = async (why: Failure) => {
    if (why.kind !== 'rate-limited') return untilCircuit(circuit, 'closed', signal);
    for (let ms = restMs(); ms > 0 && !signal.aborted; ms = restMs()) {
      waiting({ why, until: clock.now() + ms });
      await clock.sleep(ms, signal).catch(() => undefined);
    }
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

/** Resolves once the circuit is in this state; or as soon as the signal aborts. */
function untilCircuit(circuit: Circuit, wanted: CircuitState['state'], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = circuit.subscribe(look);
    signal.addEventListener('abort', look, { once: true });
    look();
    function look() {
      if (circuit.state().state !== wanted && !signal.aborted) return;
      unsubscribe();
      signal.removeEventListener('abort', look);
      resolve();
    }
  });
}
