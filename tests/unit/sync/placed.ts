/**
 * A sync without a thread and without a network, on a clock that stands still until it is told to move: what is asked
 * for is answered at once, so that whole lives of a directory are over in moments, always in the same way.
 */
import { type Failure, failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Problem } from '../../../contract/problems.ts';
import type { SyncState } from '../../../contract/sync.ts';
import type { ApiClient } from '../../../electron/api/api-client.ts';
import { createListBatches } from '../../../electron/api/list-batches.ts';
import { createInBackground } from '../../../electron/background.ts';
import { followNews } from '../../../electron/connection/follow-news.ts';
import { createCircuit } from '../../../electron/pace/circuit.ts';
import { createProblemsStore } from '../../../electron/problems/problems-store.ts';
import type { UserBytes } from '../../../electron/reading/user-reply.ts';
import { createNews } from '../../../electron/storage/news.ts';
import { createSync } from '../../../electron/sync/sync.ts';
import { createFakeClock, type FakeClock } from '../fake-clock.ts';
import { allProblems } from '../problems/all-problems.ts';
import { freshFile, idOf, strictLog } from '../storage/stored.ts';
import { openStore, workOf, writerInPlace } from '../storage/whole-store.ts';
import { replyText } from './organisation-server.ts';
import { unwrap } from './synced.ts';

/** What is answered about somebody: the text of a reply, or why there is none. */
export type Answering = (id: UserId) => string | Failure;

/** Answers as the people say, and that there is no other. */
export const answeringAs =
  (people: ReadonlyMap<string, readonly unknown[]>): Answering =>
  (id) => {
    const reportees = people.get(id);
    return reportees === undefined ? { kind: 'not-found', id } : replyText(id, reportees);
  };

export type PlacedOptions = {
  /** Without one: that nobody exists. */
  readonly answer?: Answering;
  /** What is asked instead, for everything. */
  readonly api?: ApiClient;
  /** What the list of everybody holds, an element each; null: there is no list. */
  readonly list?: () => readonly unknown[] | null;
  readonly file?: string;
  readonly clock?: FakeClock;
  /** False while there is no token. */
  readonly canFetch?: () => boolean;
  /** Waited for before replies are stored. */
  readonly beforeStoring?: () => Promise<void>;
};

const noList: Failure = { kind: 'not-found', id: null };

export function openPlaced(options: PlacedOptions) {
  const {
    answer = answeringAs(new Map()),
    list = () => null,
    file = freshFile(),
    clock = createFakeClock(),
    beforeStoring,
  } = options;
  const { store } = unwrap(openStore({ file, clock, log: strictLog }));
  const ask = writerInPlace(store, (name) => (name === 'recordReplies' ? beforeStoring?.() : undefined));
  const asked: UserId[] = [];
  const announced: SyncState[] = [];
  let shown: readonly UserId[] = [];
  let listsAsked = 0;

  const bytesOf = (id: UserId, text: string): UserBytes => ({
    id,
    url: `https://api.example.com/v1/ext/user/${id}`,
    bytes: new TextEncoder().encode(text),
    contentType: 'application/json',
    receivedAt: clock.now(),
  });
  const fetchUserBytes: ApiClient['fetchUserBytes'] = async (id, { signal, sent } = {}) => {
    if (signal?.aborted) return failed({ kind: 'cancelled' });
    sent?.();
    asked.push(id);
    const answered = answer(id);
    return typeof answered === 'string' ? succeeded(bytesOf(id, answered)) : failed(answered);
  };
  const fetchUsers: ApiClient['fetchUsers'] = async ({ onBatch }) => {
    listsAsked += 1;
    const elements = list();
    if (elements === null) return failed(noList);
    const url = 'https://api.example.com/v1/ext/users';
    const batches = createListBatches({ elementBytes: 1e6, now: clock.now });
    for (const element of elements) {
      const bytes = new TextEncoder().encode(JSON.stringify(element));
      batches.part(bytes, 0, bytes.length);
      batches.end();
    }
    const rest = batches.rest();
    for (const batch of [...batches.full(), ...(rest === null ? [] : [rest])]) await onBatch(batch, url);
    return succeeded({ count: elements.length, url, part: null });
  };
  const unasked = (): Promise<Outcome<never>> => Promise.reject(new Error('the sync does not ask for this'));

  const inBackground = createInBackground(strictLog);
  const news = createNews(strictLog);
  followNews(store, news);
  news.on('syncChanged', (state) => void announced.push(state));
  const sync = createSync(
    {
      server: {
        api: options.api ?? {
          fetchUserBytes,
          fetchUsers,
          fetchUser: unasked,
          fetchConfig: unasked,
          circuit: createCircuit({ clock, random: () => 0 }),
          repeatsToken: () => false,
          restMs: () => 0,
        },
        canFetch: () => options.canFetch?.() ?? true,
      },
      ask,
      idsIn: async (text) => workOf(store).idsIn(text),
      clock,
      disk: { look: async () => null, known: () => null, untilRoom: async () => undefined },
      news,
      inBackground,
      onScreen: () => shown,
    },
    store.tables.sync.load(),
    store.tables.frontier.progress(),
  );

  return {
    sync,
    store,
    news,
    ask,
    file,
    clock,
    announced,
    /** Whom was asked for, in order. */
    asked,
    listsAsked: () => listsAsked,
    showOnScreen: (ids: readonly string[]) => {
      shown = ids.map(idOf);
    },
    start: async (ids: readonly string[]) => {
      unwrap(await ask('addStartIds', [ids.map(idOf)]));
      sync.resume();
    },
    /** Lets time pass, as little as it takes, until the state fits. */
    until: async (fits: (state: SyncState) => boolean): Promise<SyncState> => {
      while (!fits(sync.state())) await clock.pass(250);
      return sync.state();
    },
    problems: (): Promise<Problem[]> => allProblems(createProblemsStore(store.storeFile).problemRows),
    close: async () => {
      await sync.close();
      store.close();
    },
  };
}

export type Placed = ReturnType<typeof openPlaced>;
