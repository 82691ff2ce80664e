/**
 * An API client that says what each answer shows of the server: there, not there, or there and refusing the token. A failure
 * that is contradicted (`pace/contradicted.ts`) says nothing. A request that took too long says no more than `slow`, unless the
 * server is left alone by then: there are servers that never answer about one person.
 */
import type { Failure, Outcome } from '../../contract/failures.ts';
import { isTokenRefused, seenOfServer } from '../../contract/seen-of-server.ts';
import { createAnswers } from '../pace/contradicted.ts';
import type { ApiClient, FetchOptions } from './api-client.ts';

export type Sign = 'online' | 'offline' | 'unauthorized' | 'slow';

export function watchClient(client: ApiClient, saw: (sign: Sign) => void): ApiClient {
  const answers = createAnswers();
  const say = (sign: Sign) => {
    if (sign === 'online' || sign === 'unauthorized') answers.note();
    saw(sign);
  };
  const watch = async <T>(
    ask: (options: FetchOptions) => Promise<Outcome<T>>,
    options: FetchOptions = {},
  ): Promise<Outcome<T>> => {
    let isContradicted = answers.sent();
    const sent = () => {
      isContradicted = answers.sent();
      options.sent?.();
    };
    const outcome = await ask({ ...options, sent });
    // While the server is left alone nothing is sent, and nothing was answered since that began.
    const isLeftAlone = client.circuit.state().state === 'open';
    const sign = outcome.ok ? 'online' : signOf(outcome.failure, isLeftAlone);
    if (sign !== null && (outcome.ok || isLeftAlone || !isContradicted(outcome.failure))) say(sign);
    return outcome;
  };
  /** Not every server offers these, and one that does not may refuse them in any way: only an answer says anything. */
  const watchOptional = async <T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const outcome = await asked;
    if (outcome.ok) say('online');
    return outcome;
  };
  return {
    fetchUser: (id, options) => watch((watched) => client.fetchUser(id, watched), options),
    fetchUserBytes: (id, options) => watch((watched) => client.fetchUserBytes(id, watched), options),
    fetchUsers: (options) => watchOptional(client.fetchUsers(options)),
    fetchConfig: (options) => watchOptional(client.fetchConfig(options)),
    repeatsToken: client.repeatsToken,
    circuit: client.circuit,
    restMs: client.restMs,
  };
}

/** Null where the failure says nothing of the server. */
function signOf(failure: Failure, isLeftAlone: boolean): Sign | null {
  if (isTokenRefused(failure)) return 'unauthorized';
  if (failure.kind === 'timeout' && !isLeftAlone) return 'slow';
  const seen = seenOfServer(failure);
  return seen === null ? null : seen === 'there' ? 'online' : 'offline';
}
