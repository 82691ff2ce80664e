/**
 * What is done to the local copy by itself after it was opened: people whom an older version had read are read again, and the
 * search's index is repaired and brought together. Nothing waits for it; it waits for room on the disk.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { DiskSpace } from '../disk/space.ts';
import { findPeople } from '../people/find-people.ts';
import type { OfOverview } from '../people/overview-store.ts';
import { warmSearch } from '../people/warm-search.ts';
import type { News } from '../storage/news.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import type { AskWriter } from '../storage/write-store.ts';

/** How long after opening what can wait is done: the first page goes before. */
const tidyAfterMs = 5000;
/** Nobody types before the window is there. Between two steps others have their turn. */
const warmAfterMs = 250;
const warmPauseMs = 10;
const peopleAtOnce = 200;
const pagesAtOnce = 64;

/** The ways to the local copy: what reads it here, what writes it, and what looks at everybody. */
export type Stores = {
  readonly store: DirectoryReads;
  readonly ask: AskWriter;
  readonly findListed: OfOverview<'findListed'>;
};

export type UpkeepNeeds = {
  readonly stores: Stores;
  /** False: the index may not fit the people. */
  readonly endedCleanly: boolean;
  readonly news: News;
  readonly disk: DiskSpace;
  readonly clock: Pick<Clock, 'sleep' | 'monotonic'>;
  readonly inBackground: InBackground;
  /** Aborts when the directory is closed. */
  readonly signal: AbortSignal;
};

export function beginUpkeep(needs: UpkeepNeeds): void {
  const { stores, endedCleanly, news, disk, clock, inBackground, signal } = needs;
  const { store, ask, findListed } = stores;
  /** Also resolves when the directory is closed, and nothing is written any more. */
  const untilRoom = () => disk.untilRoom(signal);

  /** After an older version's index, and one that does not fit its people: until this is through, some are not found. */
  const repairIndex = async () => {
    if (!endedCleanly) await ask('checkIndex', []);
    for (;;) {
      await untilRoom();
      const rebuilt = await ask('rebuildIndex', [peopleAtOnce]);
      if (!rebuilt.ok || rebuilt.value === 0) return;
      await nextTurn();
    }
  };
  /** Of people that an older version stored: until it is through, lists are checked without them. */
  const fillHandles = async () => {
    for (let isAny = false; ; isAny = true) {
      await untilRoom();
      const filled = await ask('fillHandles', [peopleAtOnce]);
      if (!filled.ok) return;
      if (filled.value === 0) {
        if (isAny) news.tell('handlesFilled', null);
        return;
      }
      await nextTurn();
    }
  };
  /** Ends by itself when all are read, and when the thread is gone. */
  const rereadOutdated = async () => {
    for (;;) {
      await untilRoom();
      const reread = await ask('rereadOutdated', [peopleAtOnce]);
      if (!reread.ok || reread.value.length === 0) return;
      news.tell('stored', { by: 'rereading', recorded: reread.value, missed: [] });
      await nextTurn();
    }
  };
  /** Brings together what many batches left in pieces: looking people up takes half the time then. */
  const settleIndex = async () => {
    for (;;) {
      await untilRoom();
      const settled = await ask('settleIndex', [pagesAtOnce]);
      if (!settled.ok || !settled.value) return;
      await nextTurn();
    }
  };
  const after = async (ms: number, work: () => Promise<void>) => {
    await clock.sleep(ms, signal).catch(() => undefined);
    if (!signal.aborted) await work();
  };

  inBackground('index', async () => {
    await repairIndex();
    await fillHandles();
  });
  inBackground('tidy', () =>
    after(tidyAfterMs, async () => {
      await rereadOutdated();
      await settleIndex();
    }),
  );
  inBackground('warm the search', () =>
    after(warmAfterMs, () =>
      warmSearch({
        find: (text) => findPeople({ store, findListed }, { text, status: null, limit: 20 }),
        pause: () => clock.sleep(warmPauseMs),
        isOver: () => signal.aborted,
      }),
    ),
  );
  news.on('completed', () => inBackground('settle the index', settleIndex));
}
