/** An open directory with people in it, whose checks are asked as the app asks them, and a server that answers as a test says. */
import { dirname, join } from 'node:path';
import type { CheckFilter, CheckRow } from '../../../contract/check.ts';
import { anyRow } from '../../../contract/check-filter.ts';
import type { CheckOverview } from '../../../contract/check-overview.ts';
import type { EventData } from '../../../contract/events.ts';
import { type Failure, failed, succeeded } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { ApiClient } from '../../../electron/api/api-client.ts';
import { accept } from '../../../electron/check/list-keeping.ts';
import { type Clock, systemClock } from '../../../electron/clock.ts';
import { type OpenDirectory, openDirectory } from '../../../electron/connection/open-directory.ts';
import type { Log } from '../../../electron/log.ts';
import { createPaces } from '../../../electron/pace/paces.ts';
import type { UserBytes } from '../../../electron/reading/user-reply.ts';
import { createNews } from '../../../electron/storage/news.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import type { StartWorker } from '../../../electron/thread/start-thread.ts';
import { startedFile } from '../started-file.ts';
import { freshFile, idOf, noon, storeAt, strictLog } from '../storage/stored.ts';
import { unwrap } from '../sync/synced.ts';
import { workerInPlace } from '../thread/worker-in-place.ts';

const server = 'https://api.example.com';

/** Fields of a record beside its id. */
export type Record = {
  readonly name?: string;
  readonly status?: 'active' | 'inactive' | 'deleted';
  readonly deletedAt?: number;
  readonly username?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly reports?: readonly string[];
};

export function replyOf(id: string, record: Record, receivedAt = noon): UserBytes {
  const { name = `Person ${id}`, status = 'active', emails = [], phones = [], reports = [] } = record;
  const data = {
    id,
    displayName: name,
    username: record.username ?? '',
    isActive: status === 'active',
    isDeleted: status === 'deleted',
    deletedAt: record.deletedAt ?? null,
    emails: emails.map((email) => ({ id: email, email, isVerified: true })),
    phones: phones.map((phone) => ({ id: phone, phone })),
    reportees: reports,
  };
  return {
    id: idOf(id),
    url: `${server}/v1/ext/user/${id}`,
    bytes: new TextEncoder().encode(JSON.stringify({ _data: data, _meta: {}, _errors: [] })),
    contentType: 'application/json',
    receivedAt,
  };
}

/** Null: the answer does not come. */
export type Answers = (id: string) => Record | Failure | null;

export type CheckedOptions = {
  readonly people?: Readonly<{ [id: string]: Record }>;
  readonly file?: string;
  readonly answers?: Answers;
  readonly clock?: Clock;
  readonly startWorker?: StartWorker;
  readonly canFetch?: () => boolean;
  /** Without room nothing is done to the local copy by itself. */
  readonly freeBytes?: () => Promise<number>;
  readonly log?: Log;
};

/** Forty people whose ids look like `u-10001`, so that the form of ids is known. */
export const forty: Readonly<{ [id: string]: Record }> = Object.fromEntries(
  Array.from({ length: 40 }, (_, nth) => [`u-${10_001 + nth}`, { emails: [`p${nth + 1}@x.example`] }]),
);

/** Among them some with names, addresses and numbers of their own. */
export const people = {
  ...forty,
  'u-10001': {
    name: 'Ana Silva',
    username: 'ana.silva',
    emails: ['ana@x.example', 'silva@x.example'],
    reports: ['u-10002'],
  },
  'u-10002': { name: 'Bo Lind', status: 'deleted', deletedAt: Date.UTC(2026, 0, 31, 9), phones: ['+49 89 1234567'] },
  'u-10003': { name: 'Cy Young', status: 'inactive', emails: ['team@x.example'] },
  'u-10004': { name: 'Cy Young', emails: ['cy@x.example', 'team@x.example'] },
} as const;

export const anything = anyRow;

export async function openChecked(options: CheckedOptions = {}) {
  const { file = freshFile(), answers = () => null, clock = systemClock, people = forty } = options;
  const { store } = storeAt(file, { reader: currentReader });
  unwrap(
    store.recordReplies(
      Object.entries(people).map(([id, record]) => replyOf(id, record)),
      [],
    ),
  );
  store.close();
  const asked: string[] = [];
  let waiting = 0;
  const priorities = new Set<string>();
  const told: { name: string; data: unknown }[] = [];
  const watchers = new Set<() => void>();
  const tellWatchers = () => {
    for (const watch of [...watchers]) watch();
  };
  const fetchUserBytes: ApiClient['fetchUserBytes'] = (id, how = {}) => {
    asked.push(id);
    priorities.add(how.priority ?? 'now');
    how.sent?.();
    const answer = answers(id);
    tellWatchers();
    if (answer !== null) {
      return Promise.resolve('kind' in answer ? failed(answer) : succeeded(replyOf(id, answer, clock.now())));
    }
    waiting += 1;
    return new Promise((resolve) =>
      how.signal?.addEventListener(
        'abort',
        () => {
          waiting -= 1;
          resolve(failed({ kind: 'cancelled' }));
        },
        { once: true },
      ),
    );
  };
  const circuit = {
    state: () => ({ state: 'closed' as const }),
    subscribe: () => () => undefined,
    failedLooks: () => 0,
    answeredLooks: () => 0,
  };
  const news = createNews(strictLog);
  let filled = 0;
  news.on('handlesFilled', () => {
    filled += 1;
    tellWatchers();
  });
  const directory: OpenDirectory = unwrap(
    await openDirectory(
      {
        thread: { script: startedFile('directory-thread'), startWorker: options.startWorker ?? workerInPlace },
        pictures: { fetch, paceOf: createPaces({ clock }) },
        announce: (name, data) => {
          told.push({ name, data });
          tellWatchers();
        },
        log: options.log ?? strictLog,
        ...(options.freeBytes && { freeBytes: options.freeBytes }),
      },
      {
        server,
        createApi: () => ({ fetchUserBytes, circuit, restMs: () => 0 }) as unknown as ApiClient,
        canFetch: options.canFetch ?? (() => true),
        // Beside the file: a process that is killed removes no folder of its own.
        paths: { database: file, pictures: join(dirname(file), 'pictures') },
        clock,
        news,
      },
    ),
  );
  news.on('stored', tellWatchers);
  const { checks } = directory;

  /** Resolves once it is so. */
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  const changes = (): CheckOverview[] =>
    told.flatMap(({ name, data }) => (name === 'check.changed' ? [data as EventData<'check.changed'>] : []));

  return {
    ...{ directory, checks, news, asked, priorities, told, until, changes, file },
    /** How many requests have no answer yet. */
    waiting: () => waiting,
    /** How often what people can be reached by was filled in of everybody. */
    filled: () => filled,
    begin: async (text: string) => unwrap(await checks.begin({ text }, { kind: 'pasted' }, accept)),
    rows: async (id: CheckOverview['id'], filter: CheckFilter = anything): Promise<CheckRow[]> =>
      unwrap(await checks.rows({ id, filter, offset: 0, limit: 100 })).rows,
    /** The last that was told of the check, once it is so. */
    untilTold: async (isSo: (overview: CheckOverview) => boolean): Promise<CheckOverview> => {
      await until(() => changes().some(isSo));
      return changes().find(isSo) as CheckOverview;
    },
    /** Resolves once nobody of it is asked for any more, and opens it: as it is then. */
    untilDone: async (id: CheckOverview['id']): Promise<CheckOverview> => {
      for (;;) {
        const seen = changes().length;
        const overview = unwrap(await checks.open(id));
        if (overview.asking === null) return overview;
        await until(() => changes().length > seen);
      }
    },
    /** Stores somebody as the sync would. */
    store: async (id: string, record: Record) => {
      const grown = unwrap(await directory.ask('recordReplies', [[replyOf(id, record, clock.now())], []]));
      news.tell('stored', { by: 'sync', recorded: grown.recorded, missed: grown.missed });
    },
    miss: async (id: string, failure: Failure) => {
      const missed = { id: id as UserId, failure, at: clock.now() };
      const grown = unwrap(await directory.ask('recordReplies', [[], [missed]]));
      news.tell('stored', { by: 'sync', recorded: grown.recorded, missed: grown.missed });
    },
  };
}

export type Checked = Awaited<ReturnType<typeof openChecked>>;

/** What is said of a row in a few words. */
export const saidOf = ({ given, answer, person, matchedBy, why, candidates }: CheckRow): string =>
  [given.trim(), answer, person?.id, matchedBy, why, candidates === null ? null : `of ${candidates.count}`]
    .filter((one) => one !== null && one !== undefined)
    .join(' | ');
