/** An API client that says what each answer shows of the server: there, not there, or there and refusing the token. */
import type { Failure, Outcome } from '../../contract/failures.ts';
import { isTokenRefused, seenOfServer } from '../../contract/seen-of-server.ts';
import type { ApiClient } from './api-client.ts';

export type Sign = 'online' | 'offline' | 'unauthorized';

export function watchClient(client: ApiClient, saw: (sign: Sign) => void): ApiClient {
  const watch = async <T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const outcome = await asked;
    const sign = outcome.ok ? 'online' : signOf(outcome.failure);
    if (sign !== null) saw(sign);
    return outcome;
  };
  /** Not every server offers these, and one that does not may refuse them in any way: only an answer says anything. */
  const watchOptional = async <T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const outcome = await asked;
    if (outcome.ok) saw('online');
    return outcome;
  };
  return {
    fetchUser: (id, options) => watch(client.fetchUser(id, options)),
    fetchUserBytes: (id, options) => watch(client.fetchUserBytes(id, options)),
    fetchUsers: (options) => watchOptional(client.fetchUsers(options)),
    fetchConfig: (options) => watchOptional(client.fetchConfig(options)),
    circuit: client.circuit,
    restMs: client.restMs,
  };
}

/** Null where the failure says nothing of the server. */
function signOf(failure: Failure): Sign | null {
  if (isTokenRefused(failure)) return 'unauthorized';
  const seen = seenOfServer(failure);
  return seen === null ? null : seen === 'there' ? 'online' : 'offline';
}
