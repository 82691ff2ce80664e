/** Waiting for the circuit of a connection. */
import type { Circuit, CircuitState } from './circuit.ts';

/** Resolves once the circuit is in this state; or as soon as the signal aborts. */
export function untilCircuit(circuit: Circuit, wanted: CircuitState['state'], signal: AbortSignal): Promise<void> {
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
