/**
 * Finds out by itself when a server that could not be had is there again, whether or not anything else is to be asked of
 * it: as often as the circuit lets a request through, which becomes ever more rarely.
 */
import type { Circuit } from '../api/circuit.ts';
import type { ApiClient } from '../api/reply.ts';
import { untilCircuit } from '../api/until-circuit.ts';
import { nobody } from './check-server.ts';

/** When the server is tried again; null where it is not being left alone. */
export function lookAgainAt(circuit: Circuit): number | null {
  const state = circuit.state();
  return state.state === 'open' ? state.lookAgainAt : null;
}

/** Resolves when the signal aborts. */
export async function lookAgain(needs: {
  readonly api: Pick<ApiClient, 'fetchUserBytes' | 'circuit'>;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { api, signal } = needs;
  while (!signal.aborted) {
    await untilCircuit(api.circuit, 'open', signal);
    await api.circuit.untilLookAgain(signal);
    if (signal.aborted || api.circuit.state().state === 'closed') continue;
    // To ask for nobody is to ask whether the server is there.
    await api.fetchUserBytes(nobody, { priority: 'later', signal });
  }
}
