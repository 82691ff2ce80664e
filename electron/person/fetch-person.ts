/** Fetches a person for a page, and stores what came. */
import { type Failure, failed, type Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { DiskSpace } from '../disk/space.ts';
import type { News } from '../storage/news.ts';
import type { Recorder } from '../storage/recorder.ts';

export type FetchPersonNeeds = {
  readonly api: Pick<ApiClient, 'fetchUser'>;
  readonly recorder: Pick<Recorder, 'users' | 'notFound'>;
  /** Cards that nobody waits for are not fetched while there is little room. Without it: there is always room. */
  readonly disk?: Pick<DiskSpace, 'look'> | undefined;
  /** Nor while the server names far more people than it can have: each of their replies may name thousands more. */
  readonly tooManyNamed: () => Promise<Failure | null>;
  /** False while no token is available. */
  readonly canFetch: () => boolean;
  readonly news: Pick<News, 'tell'>;
  /** Why people could not be fetched, by id; kept up to date here. */
  readonly failures: Map<UserId, Failure>;
};

/** `window`: whose page it is for. Null: the person is stored as the server has them now. */
export type FetchPerson = (
  id: UserId,
  how: { readonly signal: AbortSignal; readonly priority: 'now' | 'later'; readonly window: number },
) => Promise<Failure | null>;

export function createFetchPerson(needs: FetchPersonNeeds): FetchPerson {
  const { api, recorder, canFetch, news, failures } = needs;

  const store = async (
    reply: Awaited<ReturnType<ApiClient['fetchUser']>>,
    window: number,
  ): Promise<Outcome<unknown>> => {
    if (!reply.ok) return reply;
    // Before it is stored: until then the sync could ask for the same person, or store an older answer.
    news.tell('fetched', { id: reply.value.user.id });
    return recorder.users([reply.value], window);
  };

  return async (id, { window, ...options }) => {
    const held = options.priority === 'later' ? ((await needs.disk?.look()) ?? (await needs.tooManyNamed())) : null;
    const reply: Outcome<unknown> =
      held !== null
        ? failed(held)
        : canFetch()
          ? await store(await api.fetchUser(id, options), window)
          : failed({ kind: 'token-needed' });
    if (reply.ok) {
      failures.delete(id);
      return null;
    }
    if (reply.failure.kind === 'not-found') {
      news.tell('fetched', { id });
      await recorder.notFound(id, window);
    }
    if (reply.failure.kind !== 'cancelled') failures.set(id, reply.failure);
    return reply.failure;
  };
}
