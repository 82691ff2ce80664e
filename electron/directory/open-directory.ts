/** Opens what one connection needs: its database, its pictures, and the directory over both. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Announce } from '../announce.ts';
import type { ApiClient } from '../api/reply.ts';
import { createInBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createPictures, type Pictures, type PicturesNeeds } from '../picture/pictures.ts';
import { createDirectory, type Directory } from './directory.ts';
import { type DirectoryStore, openStore } from './store.ts';

export type OpenDirectory = {
  /** The origin it was fetched from. */
  readonly server: string;
  readonly store: DirectoryStore;
  readonly directory: Directory;
  readonly pictures: Pictures;
  /** The stored copy was damaged, and was moved aside. */
  readonly recovered: boolean;
  readonly close: () => void;
};

export type OpenDirectoryNeeds = {
  readonly api: ApiClient;
  readonly server: string;
  readonly paths: { readonly database: string; readonly pictures: string };
  readonly fetchPicture: PicturesNeeds['fetch'];
  readonly canFetch: () => boolean;
  /** Told when people were stored. */
  readonly stored: () => void;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly log: Log;
};

/** How long after opening what can wait is done: the first page goes before. */
const tidyAfterMs = 5000;
const peopleAtOnce = 200;
const pagesAtOnce = 64;

/** Ends by itself when all is done, and when the store is closed. */
async function inChunks(work: () => Outcome<number | boolean>): Promise<void> {
  for (;;) {
    const done = work();
    if (!done.ok || !done.value) return;
    await nextTurn();
  }
}

/** Fails with `database` where the local copy cannot be used; a damaged one is no failure. */
export function openDirectory(needs: OpenDirectoryNeeds): Outcome<OpenDirectory> {
  const { api, clock, announce, log, canFetch, stored } = needs;
  const opened = openStore({ file: needs.paths.database, clock, log });
  if (!opened.ok) return failed(opened.failure);
  const { store, recovered } = opened.value;
  const pictures = createPictures({
    fetch: needs.fetchPicture,
    memory: store,
    folder: needs.paths.pictures,
    server: needs.server,
    hosts: [],
    clock,
  });
  const inBackground = createInBackground(log);
  const directory = createDirectory({ api, store, pictures, clock, announce, canFetch, stored, inBackground });
  // After an older version's index: until this is through, people are missing from the search.
  inBackground('index', () => inChunks(() => store.rebuildIndex(peopleAtOnce)));
  // Those whom an older reader read, and the search's index; nothing waits for either.
  const tidy = async () => {
    await inChunks(() => store.rereadOutdated(peopleAtOnce));
    await inChunks(() => store.settleIndex(pagesAtOnce));
  };
  setTimeout(() => inBackground('tidy', tidy), tidyAfterMs).unref();
  return succeeded({
    server: needs.server,
    store,
    directory,
    pictures,
    recovered,
    close: () => {
      directory.leave();
      store.close();
    },
  });
}
