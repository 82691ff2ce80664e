/** Opens what one connection needs: its database with the thread that writes to it, its pictures, the directory, the sync. */
import { dirname } from 'node:path';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import type { ApiClient, ServerAccess } from '../api/api-client.ts';
import type { KnownPeople } from '../api/witness.ts';
import { createInBackground } from '../background.ts';
import type { CheckStore } from '../check/check-store.ts';
import { type Checks, createChecks } from '../check/checks.ts';
import type { Clock } from '../clock.ts';
import { createDiskSpace, type DiskSpaceNeeds } from '../disk/space.ts';
import type { Log } from '../log.ts';
import { forgetKeptMap } from '../organisation/kept-map.ts';
import type { OrganisationStore } from '../organisation/organisation-store.ts';
import type { OfOverview } from '../people/overview-store.ts';
import type { PeopleViewsElsewhere } from '../people/people-views.ts';
import { createOpenPages, type OpenPages } from '../person/open-pages.ts';
import { createPictures, type PictureFetching, type Pictures } from '../picture/pictures.ts';
import { createWorkbench, type Workbench } from '../problems/workbench.ts';
import type { News } from '../storage/news.ts';
import { openReadStore } from '../storage/read-store.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import { createRecorder, type Recorder } from '../storage/recorder.ts';
import type { AskWriter, WriteStore } from '../storage/write-store.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import { startThread, type Thread, type ThreadFile } from '../thread/start-thread.ts';
import type { Work } from '../thread/thread-messages.ts';
import { checkMemory, createCheckThread } from './check-thread.ts';
import type { DirectoryThreadStart, OverviewWork } from './directory-work.ts';
import { followNews } from './follow-news.ts';
import type { CopyPaths } from './local-copy.ts';
import { createOrganisationThread, type OrganisationElsewhere } from './organisation-thread.ts';
import { beginUpkeep } from './upkeep.ts';

export type OpenDirectory = {
  /** The origin it was fetched from. */
  readonly server: string;
  readonly api: ApiClient;
  readonly store: DirectoryReads;
  readonly recorder: Recorder;
  readonly ask: AskWriter;
  readonly pages: OpenPages;
  readonly sync: Sync;
  readonly views: PeopleViewsElsewhere;
  readonly organisation: OrganisationElsewhere;
  readonly checks: Checks;
  readonly workbench: Workbench;
  /** Who is meant by a list of ids, addresses and numbers. */
  readonly findListed: OfOverview<'findListed'>;
  /** How many ids a text holds, and how many of them are new. */
  readonly countIds: OfOverview<'countIdsIn'>;
  readonly pictures: Pictures;
  /** The stored copy was damaged, and was moved aside. */
  readonly recovered: boolean;
  /** Resolves once everything that was fetched is stored, and the file is closed. */
  readonly close: () => Promise<void>;
};

/** What a connection brings along to its directory. */
export type DirectoryOf = {
  /** The origin that it is fetched from. */
  readonly server: string;
  readonly createApi: (known: KnownPeople) => ApiClient;
  /** False while no token is available. */
  readonly canFetch: () => boolean;
  readonly paths: Pick<CopyPaths, 'database' | 'pictures'>;
  readonly clock: Clock;
  readonly news: News;
};

/** What the app lends every directory. */
export type OpenDirectoryNeeds = {
  /** What the directory's threads are started from. */
  readonly thread: ThreadFile;
  readonly pictures: PictureFetching;
  /** Bytes free on the disk of a folder; for tests. */
  readonly freeBytes?: DiskSpaceNeeds['freeBytes'];
  readonly announce: Announce;
  readonly log: Log;
};

/** Fails with `database` where the local copy cannot be used; a damaged one is no failure. */
export async function openDirectory(needs: OpenDirectoryNeeds, of: DirectoryOf): Promise<Outcome<OpenDirectory>> {
  const { announce, log } = needs;
  const { server, canFetch, paths, clock, news } = of;
  const file = paths.database;
  const opened = openReadStore({ file, server, clock, log });
  if (!opened.ok) return failed(opened.failure);
  const { store, recovered, endedCleanly } = opened.value;
  if (recovered) forgetKeptMap(file);
  const begin = <W extends Work>(
    part: DirectoryThreadStart['part'],
    more: Pick<DirectoryThreadStart, 'kept' | 'firstSnapshot'> = {},
  ) => {
    const start: DirectoryThreadStart = { part, file, server, ...more };
    const memory = part === 'check' ? checkMemory : undefined;
    return startThread<W>({ start, file: needs.thread, name: part, log, memory });
  };
  const writer = begin<WriteStore>('writer');
  const { ask } = writer;
  const closeFile = async (threads: readonly Pick<Thread<Work>, 'close'>[]) => {
    const areSound = await Promise.all(threads.map((thread) => thread.close()));
    if (areSound.includes(false)) store.damaged();
    store.close();
  };
  const [record, progress] = await Promise.all([ask('loadSync', []), ask('progress', [])]);
  for (const loaded of [record, progress]) {
    if (loaded.ok) continue;
    await closeFile([writer]);
    return loaded;
  }
  if (!record.ok || !progress.ok) return failed({ kind: 'database', trouble: 'cannot-open' });
  // Questions about everybody have a thread of their own: behind the writer they would wait for each batch of a sync. It
  // starts now: the first page does not wait for it, and a table that is opened during a sync need not.
  const overview = begin<OverviewWork>('overview');
  const organisation = createOrganisationThread(
    (kept, firstSnapshot) => begin<OrganisationStore>('organisation', { kept, firstSnapshot }),
    clock,
  );

  const checkThread = createCheckThread(() => begin<CheckStore>('check'), clock);

  const { freeBytes } = needs;
  const disk = createDiskSpace({ folder: dirname(file), clock, ...(freeBytes && { freeBytes }) });
  const closing = new AbortController();
  const inBackground = createInBackground(log);
  followNews(store, news);
  news.on('syncChanged', (state) => announce('sync.changed', state));
  const api = of.createApi(() => witnessesOf(store));
  const access: ServerAccess = { origin: server, api, canFetch };
  let shown: readonly UserId[] = [];
  const recorder = createRecorder({ store, ask, clock, inBackground, news });
  const sync = createSync(
    {
      server: access,
      ask,
      idsIn: (text) => overview.ask('idsIn', [text]),
      clock,
      disk,
      news,
      inBackground,
      onScreen: () => shown,
    },
    record.value,
    progress.value,
  );
  const views: PeopleViewsElsewhere = {
    window: async (asked) => {
      const window = await overview.ask('window', [asked]);
      // They are kept fresh before others.
      if (window.ok) shown = window.value.rows.map(({ id }) => id);
      return window;
    },
    labels: (asked) => overview.ask('labels', [asked]),
    headcount: (asked) => overview.ask('headcount', [asked]),
    countBelow: (asked) => overview.ask('countBelow', [asked]),
    select: (asked) => overview.ask('select', [asked]),
    typed: (asked) => overview.ask('typed', [asked]),
    beginWriting: (asked) => overview.ask('beginWriting', [asked]),
    writePart: (asked) => overview.ask('writePart', [asked]),
    endWriting: (asked) => overview.ask('endWriting', [asked]),
  };
  const pictures = createPictures({
    fetching: needs.pictures,
    from: { server, hosts: [] },
    memory: {
      pictureOf: store.pictureOf,
      recordPicture: recorder.picture,
      forgetPictures: recorder.forgetPictures,
    },
    folder: paths.pictures,
    repeatsToken: api.repeatsToken,
    clock,
    disk,
  });
  const growing = () => {
    const { status, task } = sync.state();
    return (status === 'running' || status === 'waiting') && task !== 'refreshing' ? task : null;
  };
  const { isUnderWay, tooManyNamed } = sync;
  const pages = createOpenPages({
    server: access,
    local: { store, recorder },
    pictures,
    disk,
    clock,
    news,
    sync: { growing, isUnderWay, tooManyNamed },
    inBackground,
  });
  const findListed: OfOverview<'findListed'> = (asked) => overview.ask('findListed', [asked]);
  const { signal } = closing;
  const checks = createChecks({ thread: checkThread, ask, server: access, disk, clock, news, announce, inBackground });
  const workbench = createWorkbench({
    ...{ askOverview: overview.ask, askWriter: ask },
    ...{ clock, news, announce, inBackground, signal },
  });
  checks.resume();
  beginUpkeep({ stores: { store, ask, findListed }, endedCleanly, news, disk, clock, inBackground, signal });
  return succeeded({
    server,
    api,
    store,
    recorder,
    ask,
    pages,
    sync,
    views,
    organisation,
    checks,
    workbench,
    findListed,
    countIds: (text) => overview.ask('countIdsIn', [text]),
    pictures,
    recovered,
    close: async () => {
      closing.abort();
      pages.leaveAll();
      await Promise.all([sync.close(), checks.close()]);
      await closeFile([writer, overview, organisation, checkThread]);
    },
  });
}

/** A copy that turns out to be damaged knows nobody; whatever reads from it next says so. */
function witnessesOf(store: DirectoryReads): readonly UserId[] {
  try {
    return store.witnesses();
  } catch {
    return [];
  }
}
