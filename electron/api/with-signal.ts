/** A client whose requests end with a signal, whatever signals of their own they have. */
import type { ApiClient } from './api-client.ts';

export type Asking = Pick<ApiClient, 'fetchUser' | 'fetchUsers'>;

export function withSignal(client: Asking, signal: AbortSignal): Asking {
  const both = (own: AbortSignal | undefined) => (own === undefined ? signal : AbortSignal.any([own, signal]));
  return {
    fetchUser: (id, options) => client.fetchUser(id, { ...options, signal: both(options?.signal) }),
    fetchUsers: (options) => client.fetchUsers({ ...options, signal: both(options.signal) }),
  };
}
