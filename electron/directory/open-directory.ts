/** Opens what one connection needs: its database with the thread that writes to it, its pictures, the directory, the sync. */
import { dirname } from 'node:path';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import type { ApiClient } from '../api/reply.ts';
import { createInBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import { createDiskSpace, type DiskSpaceNeeds } from '../disk-space.ts';
import type { Log } from '../log.ts';
import { createPictures, type Pictures, type PicturesNeeds } from '../picture/pictures.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import { createDirectory, type Directory } from './directory.ts';
import { findPeople } from './find-people.ts';
import type { DirectoryReads } from './reads.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { warmSearch } from './search/warm-search.ts';
import { openStore } from './store.ts';
import type { PeopleViewsElsewhere } from './table/table-calls.ts';
import { type DirectoryThread, type StartWorker, startDirectoryThread } from './thread/directory-thread.ts';
import type { Ask, WorkInput, WorkOutput } from './thread/work.ts';

export type OpenDirectory = {
  /** The origin it was fetched from. */
  readonly server: string;
  readonly store: DirectoryReads;
  readonly recorder: Recorder;
  readonly ask: Ask;
  readonly directory: Directory;
  readonly sync: Sync;
  readonly views: PeopleViewsElsewhere;
  /** A window of what is wrong with the data. */
  readonly problems: (asked: WorkInput<'problems'>[0]) => Promise<WorkOutput<'problems'>>;
  /** Who is meant by a list of ids, addresses and numbers. */
  readonly findListed: (asked: WorkInput<'findListed'>[0]) => Promise<WorkOutput<'findListed'>>;
  /** How many ids a text holds, and how many of them are new. */
  readonly countIds: (text: string) => Promise<WorkOutput<'countIdsIn'>>;
  readonly pictures: Pictures;
  /** The stored copy was damaged, and was moved aside. */
  readonly recovered: boolean;
  /** Resolves once everything that was fetched is stored, and the file is closed. */
  readonly close: () => Promise<void>;
};

export type OpenDirectoryNeeds = {
  readonly api: ApiClient;
  readonly server: string;
  readonly paths: { readonly database: string; readonly pictures: string };
  /** The file that the directory's thread is started from. */
  readonly threadScript: string | URL;
  readonly startWorker?: StartWorker;
  readonly fetchPicture: PicturesNeeds['fetch'];
  readonly paceOf: PicturesNeeds['paceOf'];
  readonly canFetch: () => boolean;
  /** Told when people were stored. */
  readonly stored: () => void;
  /** Told when the sync begins to go through everybody. */
  readonly syncBegun: () => void;
  readonly clock: Clock;
  /** Bytes free on the disk of a folder; for tests. */
  readonly freeBytes?: DiskSpaceNeeds['freeBytes'];
  readonly announce: Announce;
  readonly log: Log;
};

/** How long after opening what can wait is done: the first page goes before. */
const tidyAfterMs = 5000;
/** Nobody types before the window is there. Between two steps others have their turn. */
const warmAfterMs = 250;
const warmPauseMs = 10;
const peopleAtOnce = 200;
const pagesAtOnce = 64;

/** What writes by itself waits for room on the disk; also resolves when the directory is closed, and nothing is written any more. */
type UntilRoom = () => Promise<void>;

/** After an older version's index, and one that does not fit its people: until this is through, some are not found. */
async function repairIndex(ask: Ask, endedCleanly: boolean, untilRoom: UntilRoom): Promise<void> {
  if (!endedCleanly) await ask('checkIndex', []);
  for (;;) {
    await untilRoom();
    const rebuilt = await ask('rebuildIndex', [peopleAtOnce]);
    if (!rebuilt.ok || rebuilt.value === 0) return;
    await nextTurn();
  }
}

/** Ends by itself when all are read, and when the thread is gone. */
async function rereadOutdated(ask: Ask, recorder: Recorder, untilRoom: UntilRoom): Promise<void> {
  for (;;) {
    await untilRoom();
    const reread = await ask('rereadOutdated', [peopleAtOnce]);
    if (!reread.ok || reread.value.length === 0) return;
    recorder.recorded(reread.value);
    await nextTurn();
  }
}

/** Brings together what many batches left in pieces: looking people up takes half the time then. */
async function settleIndex(ask: Ask, untilRoom: UntilRoom): Promise<void> {
  for (;;) {
    await untilRoom();
    const settled = await ask('settleIndex', [pagesAtOnce]);
    if (!settled.ok || !settled.value) return;
    await nextTurn();
  }
}

/** Fails with `database` where the local copy cannot be used; a damaged one is no failure. */
export async function openDirectory(needs: OpenDirectoryNeeds): Promise<Outcome<OpenDirectory>> {
  const { api, clock, announce, log, canFetch, stored } = needs;
  const file = needs.paths.database;
  const { server } = needs;
  const opened = openStore({ file, server, clock, log });
  if (!opened.ok) return failed(opened.failure);
  const { store, recovered, endedCleanly } = opened.value;
  const { threadScript: script, startWorker } = needs;
  const begin = (name: string) =>
    startDirectoryThread({ file, server, script, ...(startWorker && { startWorker }), name, log });
  const writer = begin('directory');
  const { ask } = writer;
  const closeFile = async (threads: readonly DirectoryThread[]) => {
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
  const overview = begin('overview');

  const { freeBytes } = needs;
  const disk = createDiskSpace({ folder: dirname(file), clock, ...(freeBytes && { freeBytes }) });
  const closing = new AbortController();
  const untilRoom: UntilRoom = () => disk.untilRoom(closing.signal);
  const inBackground = createInBackground(log);
  let shown: readonly UserId[] = [];
  const recorder = createRecorder({
    store,
    ask,
    clock,
    inBackground,
    stored: (named) => {
      stored();
      if (named) sync.named();
    },
  });
  const sync = createSync(
    {
      api,
      ask,
      clock,
      disk,
      announce: (name, data) => {
        announce(name, data);
        directory.syncChanged();
      },
      inBackground,
      canFetch,
      grown: (grown) => {
        recorder.grown(grown);
        directory.synced(grown);
      },
      failed: (id, failure) => directory.missed(id, failure),
      onScreen: () => shown,
      begun: needs.syncBegun,
      completed: () => {
        inBackground('retell', directory.retell);
        inBackground('settle the index', () => settleIndex(ask, untilRoom));
      },
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
    server: needs.server,
    hosts: [],
    clock,
    disk,
  });
  const directory = createDirectory({
    server: needs.server,
    api,
    store,
    recorder,
    pictures,
    clock,
    disk,
    announce,
    canFetch,
    growing: () => {
      const { status, task } = sync.state();
      return (status === 'running' || status === 'waiting') && task !== 'refreshing' ? task : null;
    },
    isUnderWay: sync.isUnderWay,
    fetched: sync.fetchedElsewhere,
    inBackground,
  });
  inBackground('index', () => repairIndex(ask, endedCleanly, untilRoom));
  // Those whom an older reader read, and the search's index; nothing waits for either.
  const tidy = async () => {
    await rereadOutdated(ask, recorder, untilRoom);
    await settleIndex(ask, untilRoom);
  };
  setTimeout(() => inBackground('tidy', tidy), tidyAfterMs).unref();
  const findListed = (asked: WorkInput<'findListed'>[0]) => overview.ask('findListed', [asked]);
  const warm = () =>
    warmSearch({
      find: (text) => findPeople({ store, findListed }, { text, status: null, limit: 20 }),
      pause: () => wait(warmPauseMs, undefined, { ref: false }),
      isOver: () => closing.signal.aborted,
    });
  setTimeout(() => inBackground('warm the search', warm), warmAfterMs).unref();
  return succeeded({
    server: needs.server,
    store,
    recorder,
    ask,
    directory,
    sync,
    views,
    problems: (asked) => overview.ask('problems', [asked]),
    findListed,
    countIds: (text) => overview.ask('countIdsIn', [text]),
    pictures,
    recovered,
    close: async () => {
      closing.abort();
      directory.leave();
      await sync.close();
      await closeFile([writer, overview]);
    },
  });
}
