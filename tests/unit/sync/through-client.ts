/**
 * The real client, circuit and pace on a clock that stands still, over a network that answers at once: for syncs of which
 * it matters what is really sent, and when.
 */
import type { UserId } from '../../../contract/ids.ts';
import { createApiClient, usualLimits } from '../../../electron/api/client.ts';
import { watchClient } from '../../../electron/api/watched-client.ts';
import { createLooking } from '../../../electron/connection/look-again.ts';
import { createPresence } from '../../../electron/connection/presence.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { createFakeClock } from '../fake-clock.ts';
import { replyText } from './organisation-server.ts';
import { openPlaced, type PlacedOptions } from './placed.ts';

const json = { 'content-type': 'application/json' };

export const refusal = (status: number, headers: Record<string, string> = {}): Response =>
  new Response('{"_data":null,"_errors":[]}', { status, headers: { ...json, ...headers } });

/** What fetch rejects with where the connection is cut. */
export const cut = (): Error => new TypeError('fetch failed', { cause: new Error('read ECONNRESET') });

export type ClientOptions = Pick<PlacedOptions, 'file' | 'clock'> & {
  /** Whom everybody lists; nobody else exists. */
  readonly people: ReadonlyMap<string, readonly unknown[]>;
  /** What happens instead of the answer; null: nothing else. `nth`: which request about them, from 1. */
  readonly instead?: (id: string, nth: number) => Response | Error | 'silence' | null;
  /** How long each answer about somebody takes. */
  readonly delayMs?: number;
  /** The answer to List Users. */
  readonly list?: () => Response | Error;
};

export function openThroughClient(options: ClientOptions) {
  const { people, instead = () => null, list = () => refusal(404), clock = createFakeClock(), file } = options;
  /** Each request, whom it asked for (the list as `users`), and when by the monotonic clock. */
  const sent: { readonly id: string; readonly at: number }[] = [];
  const counts = new Map<string, number>();
  const ending = new AbortController();

  const fetch = async (url: string): Promise<Response> => {
    const id = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
    const nth = (counts.get(id) ?? 0) + 1;
    counts.set(id, nth);
    sent.push({ id, at: clock.monotonic() });
    const listed = id === 'users' ? list() : null;
    if (listed instanceof Error) throw listed;
    if (listed !== null) return listed;
    if (options.delayMs !== undefined) await clock.sleep(options.delayMs);
    const answer = instead(id, nth);
    if (answer === 'silence') return new Promise(() => undefined);
    if (answer instanceof Error) throw answer;
    if (answer !== null) return answer;
    const reportees = people.get(id);
    return reportees === undefined ? refusal(404) : new Response(replyText(id, reportees), { headers: json });
  };
  const presence = createPresence(clock);
  let known: () => readonly UserId[] = () => [];
  const client = createApiClient({
    fetch,
    server: 'https://api.example.com',
    token: () => 'a-token-of-some-length',
    known: () => known(),
    clock,
    random: () => 0.5,
    pace: createPace({ clock }),
    limits: usualLimits,
  });
  const api = watchClient(client, presence.saw);
  const placed = openPlaced({ api, clock, ...(file !== undefined && { file }) });
  known = placed.store.witnesses;
  const looking = createLooking({
    api,
    presence,
    clock,
    canFetch: () => true,
    isUsed: () => false,
    sync: placed.sync,
    looked: () => undefined,
    signal: ending.signal,
  });
  void looking.run();

  return {
    ...placed,
    api,
    sent,
    /** How often somebody was asked for. */
    timesAsked: (id: string) => counts.get(id) ?? 0,
    close: async () => {
      ending.abort();
      await placed.close();
    },
  };
}
