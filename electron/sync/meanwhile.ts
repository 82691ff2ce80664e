/**
 * Keeps the sync and the page that is open from asking for the same people: whom the sync has asked for and not stored
 * yet, and who was fetched for a page while the sync still had them before it.
 */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { Grown } from '../storage/growth.ts';

export type Meanwhile = {
  /** The same client, for the sync to ask through. */
  readonly api: ApiClient;
  readonly isUnderWay: (id: UserId) => boolean;
  /** Somebody was fetched for another reason. */
  readonly fetched: (id: UserId) => void;
  readonly isFetched: (id: UserId) => boolean;
  readonly stored: (grown: Grown) => void;
  /** Another round begins: whoever is old by then is fetched again. */
  readonly begin: () => void;
};

/** `failed`: told of whoever could not be fetched, long before it may be known whether that is their fault or the server's. */
export function createMeanwhile(api: ApiClient, failed: (id: UserId, failure: Failure) => void): Meanwhile {
  const underWay = new Set<UserId>();
  const fetched = new Set<UserId>();
  return {
    api: {
      ...api,
      fetchUserBytes: async (id, options) => {
        underWay.add(id);
        const answer = await api.fetchUserBytes(id, options);
        if (!answer.ok && underWay.delete(id) && answer.failure.kind !== 'cancelled') failed(id, answer.failure);
        return answer;
      },
    },
    isUnderWay: (id) => underWay.has(id),
    fetched: (id) => {
      fetched.add(id);
      underWay.delete(id);
    },
    isFetched: (id) => fetched.has(id),
    stored: ({ recorded, missed }) => {
      for (const { id } of recorded) underWay.delete(id);
      for (const { id } of missed) underWay.delete(id);
    },
    begin: () => {
      underWay.clear();
      fetched.clear();
    },
  };
}
