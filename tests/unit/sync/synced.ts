/** One connection's directory as the app opens it, thread and all, with what its sync says kept in a list. */
import { dirname, join } from 'node:path';
import type { EventData } from '../../../contract/events.ts';
import type { Outcome } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { PersonPage, ReportEntry } from '../../../contract/person.ts';
import type { Problem } from '../../../contract/problems.ts';
import type { SyncState } from '../../../contract/sync.ts';
import type { Announce } from '../../../electron/announce.ts';
import { type ApiLimits, createApiClient, usualLimits } from '../../../electron/api/client.ts';
import { watchClient } from '../../../electron/api/watched-client.ts';
import { type Clock, systemClock } from '../../../electron/clock.ts';
import { createLooking } from '../../../electron/connection/look-again.ts';
import { openDirectory } from '../../../electron/connection/open-directory.ts';
import { createPresence } from '../../../electron/connection/presence.ts';
import type { Log } from '../../../electron/log.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { createPaces } from '../../../electron/pace/paces.ts';
import { createNews, type News } from '../../../electron/storage/news.ts';
import { allProblems } from '../problems/all-problems.ts';
import { startedFile } from '../started-file.ts';
import { freshFile, idsIn } from '../storage/stored.ts';
import { workerInPlace } from '../thread/worker-in-place.ts';

export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`failed: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

/** A busy machine must not look like a slow server. */
export const patientLimits: ApiLimits = {
  ...usualLimits,
  deadlines: { headersMs: 1e9, idleMs: 1e9, totalMs: 1e9 },
  list: { ...usualLimits.list, deadlines: { headersMs: 1e9, idleMs: 1e9, totalMs: 1e9 } },
};

export type SyncedOptions = {
  readonly origin: string;
  readonly file?: string;
  readonly token?: string;
  readonly clock?: Clock;
  readonly limits?: ApiLimits;
  /** What tells what happens; otherwise the app's own. */
  readonly news?: News;
  /** Bytes free on the disk; otherwise as it is. */
  readonly freeBytes?: () => number;
};

export async function openSynced(options: SyncedOptions) {
  const { origin, file = freshFile(), clock = systemClock, limits = patientLimits } = options;
  let token = options.token ?? 'a-token-of-some-length';
  const announced: SyncState[] = [];
  const sent: { readonly id: string; readonly at: number }[] = [];
  const received: string[] = [];
  const toldToWaitAt: number[] = [];
  const defects: unknown[] = [];
  const watchers = new Set<() => void>();
  const ending = new AbortController();
  const arrived: ReportEntry[] = [];
  const refreshed: PersonPage[] = [];
  const announce: Announce = (name, data) => {
    if (name === 'reports.arrived') arrived.push(...(data as EventData<'reports.arrived'>).entries);
    // The name decides the type of the data.
    if (name === 'person.refreshed') refreshed.push(data as PersonPage);
    if (name === 'sync.changed') announced.push(data as SyncState);
    for (const watcher of [...watchers]) watcher();
  };
  const log: Log = {
    info: () => undefined,
    defect: (event, error, reference = 'reference') => {
      defects.push([event, error]);
      return reference;
    },
  };
  const presence = createPresence(clock);
  const news = options.news ?? createNews(log);
  news.on('stored', () => {
    for (const watcher of [...watchers]) watcher();
  });
  const createApi = (known: () => readonly UserId[]) => {
    const client = createApiClient({
      fetch: async (url, init) => {
        sent.push({ id: decodeURIComponent(url.slice(url.lastIndexOf('/') + 1)), at: clock.monotonic() });
        const response = await fetch(url, init);
        if (response.headers.has('retry-after')) toldToWaitAt.push(clock.monotonic());
        return response;
      },
      server: origin,
      token: () => token,
      known,
      clock,
      random: Math.random,
      pace: createPace({ clock }),
      limits,
    });
    const counted = {
      ...client,
      fetchUserBytes: async (...asked: Parameters<typeof client.fetchUserBytes>) => {
        const reply = await client.fetchUserBytes(...asked);
        if (reply.ok) received.push(asked[0]);
        return reply;
      },
    };
    return watchClient(counted, presence.saw);
  };
  const opened = unwrap(
    await openDirectory(
      {
        thread: { script: startedFile('directory-thread'), startWorker: workerInPlace },
        pictures: { fetch, paceOf: createPaces({ clock }) },
        ...(options.freeBytes && { freeBytes: async () => options.freeBytes?.() ?? 0 }),
        announce,
        log,
      },
      {
        server: origin,
        createApi,
        canFetch: () => true,
        paths: { database: file, pictures: join(dirname(file), 'pictures') },
        clock,
        news,
      },
    ),
  );
  const { api, sync } = opened;
  const looking = createLooking({
    api,
    presence,
    clock,
    canFetch: () => true,
    isUsed: () => false,
    sync,
    looked: () => undefined,
    signal: ending.signal,
  });
  void looking.run();

  const untilStored = (fits: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!fits()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  const until = async (fits: (state: SyncState) => boolean): Promise<SyncState> => {
    let state = sync.state();
    await untilStored(() => {
      state = sync.state();
      return fits(state);
    });
    return state;
  };

  return {
    ...opened,
    news,
    file,
    /** The page of the one window there is. */
    page: opened.pages.of({ window: 1, announce }),
    announced,
    /** What the page that is open was told of direct reports. */
    arrived,
    /** How the page that is open was told once more. */
    refreshed,
    /** Whom was asked for, in order, and when by the clock's monotonic time; the list as `users`. */
    sent,
    /** Whose reply came whole, in order. */
    received,
    /** When an answer with `Retry-After` came, by the same. */
    toldToWaitAt,
    defects,
    until,
    /** Looks whenever something was announced or stored. */
    untilStored,
    done: () => until(({ status }) => status === 'done'),
    /** Ids of everybody who is stored, sorted. */
    stored: () => idsIn(file),
    problems: (): Promise<Problem[]> => allProblems(opened.workbench.rows),
    renewToken: (newer: string) => {
      token = newer;
      sync.tokenCame();
    },
    /** Closes everything, as quitting does; the file stays. */
    end: async () => {
      ending.abort();
      await opened.close();
    },
  };
}

export type Synced = Awaited<ReturnType<typeof openSynced>>;
