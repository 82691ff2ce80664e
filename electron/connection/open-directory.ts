/** Opens what one connection needs: its database with the thread that writes to it, its pictures, the directory, the sync. */
import { dirname } from 'node:path';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import type { ApiClient } from '../api/reply.ts';
import { createInBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import { createDiskSpace, type DiskSpaceNeeds } from '../disk/space.ts';
import type { Log } from '../log.ts';
import type { OfOverview, OverviewStore } from '../people/overview-store.ts';
import type { PeopleViewsElsewhere } from '../people/people-views.ts';
import { createOpenPages, type OpenPages } from '../person/open-pages.ts';
import { createPictures, type Pictures, type PicturesNeeds } from '../picture/pictures.ts';
import type { News } from '../storage/news.ts';
import { openReadStore } from '../storage/read-store.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import { createRecorder, type Recorder } from '../storage/recorder.ts';
import type { AskWriter, WriteStore } from '../storage/write-store.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import { type StartWorker, startThread, type Thread } from '../thread/start-thread.ts';
import type { Work } from '../thread/thread-messages.ts';
import type { DirectoryThreadStart } from './directory-work.ts';
import { followNews } from './follow-news.ts';
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
  /** A window of what is wrong with the data. */
  readonly problems: OfOverview<'problems'>;
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

export type OpenDirectoryNeeds = {
  /** `known`: people who are known to exist there, the best witnesses first. */
  readonly createApi: (known: () => readonly UserId[]) => ApiClient;
  readonly server: string;
  readonly paths: { readonly database: string; readonly pictures: string };
  /** The file that the directory's thread is started from. */
  readonly threadScript: string | URL;
  readonly startWorker?: StartWorker;
  readonly fetchPicture: PicturesNeeds['fetch'];
  readonly paceOf: PicturesNeeds['paceOf'];
  readonly canFetch: () => boolean;
  readonly news: News;
  readonly clock: Clock;
  /** Bytes free on the disk of a folder; for tests. */
  readonly freeBytes?: DiskSpaceNeeds['freeBytes'];
  readonly announce: Announce;
  readonly log: Log;
};

/** Fails with `database` where the local copy cannot be used; a damaged one is no failure. */
export async function openDirectory(needs: OpenDirectoryNeeds): Promise<Outcome<OpenDirectory>> {
  const { clock, announce, log, canFetch, news } = needs;
  const file = needs.paths.database;
  const { server } = needs;
  const opened = openReadStore({ file, server, clock, log });
  if (!opened.ok) return failed(opened.failure);
  const { store, recovered, endedCleanly } = opened.value;
  const { threadScript: script, startWorker } = needs;
  const begin = <W extends Work>(part: DirectoryThreadStart['part']) =>
    startThread<W>({ start: { part, file, server }, script, ...(startWorker && { startWorker }), name: part, log });
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
  // Whatever looks at everybody, apart from the writer: it would wait for each batch of a sync. Not started before: the
  // first page does not wait for it, but whoever opens the table while a sync runs would wait for its start.
  const overview = begin<OverviewStore>('overview');

  const { freeBytes } = needs;
  const disk = createDiskSpace({ folder: dirname(file), clock, ...(freeBytes && { freeBytes }) });
  const closing = new AbortController();
  const inBackground = createInBackground(log);
  followNews(store, news);
  news.on('syncChanged', (state) => announce('sync.changed', state));
  const api = needs.createApi(() => witnessesOf(store));
  let shown: readonly UserId[] = [];
  const recorder = createRecorder({ store, ask, clock, inBackground, news });
  const sync = createSync(
    { api, ask, clock, disk, news, inBackground, canFetch, onScreen: () => shown },
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
    select: (asked) => overview.ask('select', [asked]),
    beginWriting: (asked) => overview.ask('beginWriting', [asked]),
    writePart: (asked) => overview.ask('writePart', [asked]),
    endWriting: (asked) => overview.ask('endWriting', [asked]),
  };
  const pictures = createPictures({
    fetch: needs.fetchPicture,
    paceOf: needs.paceOf,
    memory: {
      pictureOf: store.pictureOf,
      recordPicture: recorder.picture,
      forgetPictures: recorder.forgetPictures,
    },
    folder: needs.paths.pictures,
    server,
    hosts: [],
    clock,
    disk,
  });
  const growing = () => {
    const { status, task } = sync.state();
    return (status === 'running' || status === 'waiting') && task !== 'refreshing' ? task : null;
  };
  const pages = createOpenPages({
    server,
    api,
    store,
    recorder,
    pictures,
    clock,
    disk,
    news,
    canFetch,
    sync: { growing, isUnderWay: sync.isUnderWay },
    tooManyNamed: sync.tooManyNamed,
    inBackground,
  });
  const findListed: OfOverview<'findListed'> = (asked) => overview.ask('findListed', [asked]);
  const { signal } = closing;
  beginUpkeep({ ask, store, findListed, endedCleanly, news, disk, clock, inBackground, signal });
  return succeeded({
    server,
    api,
    store,
    recorder,
    ask,
    pages,
    sync,
    views,
    problems: (asked) => overview.ask('problems', [asked]),
    findListed,
    countIds: (text) => overview.ask('countIdsIn', [text]),
    pictures,
    recovered,
    close: async () => {
      closing.abort();
      pages.leaveAll();
      await sync.close();
      await closeFile([writer, overview]);
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
