/** One open connection: its directory, and what is known of its server from the answers so far. */
import type { Connection, OpenConnection, TokenState } from '../../contract/account.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { ConnectionId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import type { ApiClient } from '../api/api-client.ts';
import { isOnThisComputer } from '../api/server-address.ts';
import { watchClient } from '../api/watched-client.ts';
import type { KnownPeople } from '../api/witness.ts';
import { createInBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ServerClock } from '../server-clock.ts';
import { createNews } from '../storage/news.ts';
import { createLabelNames, type LabelNames } from './label-names.ts';
import type { LocalCopy } from './local-copy.ts';
import { createLooking } from './look-again.ts';
import type { DirectoryOf, OpenDirectory } from './open-directory.ts';
import type { FindPastedIds } from './pasted-thread.ts';
import { createPresence } from './presence.ts';

/** How long a change may wait before it is told. */
const tellWithinMs = 300;
/** The same of people who are stored: all that is counted of them on a page follows at most once a second. */
const tellStoredWithinMs = 1000;

/** `current`: the token of a connection, null where none is available. `stateOf`: where it is kept, as last known. */
export type ConnectionTokens = {
  readonly current: (connection: ConnectionId) => string | null;
  readonly stateOf: (connection: ConnectionId) => TokenState;
};

/** What a server is asked by. */
export type Servers = {
  readonly createClient: (server: string, token: () => string | null, known: KnownPeople) => ApiClient;
  /** For everything that is stored of it and told. */
  readonly clockOf: (server: string) => ServerClock;
};

/** Where the local copies lie, how one is opened, and how the ids are found that it begins from. */
export type Directories = {
  readonly localCopy: LocalCopy;
  readonly findIds: FindPastedIds;
  readonly open: (of: DirectoryOf) => Promise<Outcome<OpenDirectory>>;
};

/** The app's windows. */
export type Windows = {
  readonly announce: Announce;
  /** Whether one is used just now. */
  readonly isUsed: () => boolean;
};

export type OpenedNeeds = {
  readonly tokens: ConnectionTokens;
  readonly servers: Servers;
  readonly directories: Directories;
  readonly windows: Windows;
  /** This computer's own. */
  readonly clock: Clock;
  readonly log: Pick<Log, 'defect'>;
  /** Whether the system says that there is a network. */
  readonly hasNetwork: () => boolean;
  /** Told soon after anything of `view` has changed. */
  readonly changed: () => void;
};

export type Opened = {
  readonly directory: OpenDirectory;
  readonly view: () => OpenConnection;
  readonly rename: (name: string) => void;
  /** The server has just answered another client of this connection, and taken its token. */
  readonly answered: () => void;
  /** The system says that the network came or went. */
  readonly networkChanged: () => void;
  /** Asks the server at once whether it is there and takes the token; resolves when that is known. */
  readonly lookAgain: () => Promise<void>;
  /** A token has become available, or another one replaced it. */
  readonly tokenCame: () => void;
  /** Asks for the names of teams and roles, and waits for a moment: a first page should not be without. */
  readonly labelsForFirstPage: LabelNames['forFirstPage'];
  /** Resolves once everything is stored and closed. */
  readonly close: () => Promise<void>;
};

/** Fails with `database` where the local copy cannot be used. */
export async function openConnection(opening: Connection, needs: OpenedNeeds): Promise<Outcome<Opened>> {
  const { tokens, servers, directories, windows } = needs;
  const paths = await directories.localCopy.prepare(opening.id);
  if (!paths.ok) return paths;
  let connection = opening;
  const inBackground = createInBackground(needs.log);
  const clock = servers.clockOf(connection.server);
  const presence = createPresence(clock);
  const ending = new AbortController();
  const { signal } = ending;

  /** Does it within a moment, once however often it is asked for by then. */
  const soon = (what: string, work: () => void, withinMs = tellWithinMs) => {
    let isDue = false;
    return () => {
      if (isDue || signal.aborted) return;
      isDue = true;
      inBackground(what, async () => {
        await needs.clock.sleep(withinMs, signal).catch(() => undefined);
        isDue = false;
        if (!signal.aborted) work();
      });
    };
  };
  const changedSoon = soon('tell a change', needs.changed);
  const token = () => tokens.current(connection.id);
  const canFetch = () => token() !== null;
  const news = createNews(needs.log);
  const directory = await directories.open({
    server: connection.server,
    createApi: (known) => watchClient(servers.createClient(connection.server, token, known), presence.saw),
    canFetch,
    paths: paths.value,
    clock,
    news,
  });
  if (!directory.ok) return directory;
  const { api, store, sync, checks, recovered, close } = directory.value;
  const labels = createLabelNames({
    api,
    directory: directory.value,
    clock: needs.clock,
    announce: windows.announce,
    inBackground,
    signal,
  });
  const tellStored = () => windows.announce('people.stored', { people: store.peopleCount() });
  news.on('stored', soon('tell who is stored', tellStored, tellStoredWithinMs));
  news.on('begun', labels.ask);
  news.on('reachable', ({ before, now }) => {
    changedSoon();
    if (before === 'offline' && now === 'online') labels.ask();
  });
  const ends = [
    api.circuit.subscribe(changedSoon),
    presence.subscribe((before) => news.tell('reachable', { before: before.state, now: presence.known().state })),
    clock.subscribe(changedSoon),
  ];
  const looking = createLooking({
    api,
    presence,
    clock,
    canFetch,
    isUsed: windows.isUsed,
    sync,
    looked: changedSoon,
    signal,
  });
  inBackground('look again', looking.run);
  const networkChanged = () => {
    const hasNetwork = needs.hasNetwork();
    // The system may be wrong, and needs no network for a server of this computer: an answer tells, where one can be had.
    if (!canFetch()) {
      if (!isOnThisComputer(connection.server)) presence.guess(hasNetwork);
    } else if (hasNetwork || presence.known().state !== 'offline') looking.now();
  };
  if (!needs.hasNetwork()) networkChanged();

  return succeeded({
    directory: directory.value,
    view: () => ({
      connection,
      token: tokens.stateOf(connection.id),
      canFetch: canFetch(),
      reachability: {
        state: presence.known().state,
        since: presence.known().since,
        lookAgainAt: looking.nextAt(),
      },
      clockAheadMs: clock.aheadMs(),
      peopleCount: store.peopleCount(),
      recoveredFromDamage: recovered,
    }),
    rename: (name) => {
      connection = { ...connection, name };
    },
    answered: () => presence.saw('online'),
    networkChanged,
    lookAgain: looking.once,
    tokenCame: () => {
      if (presence.known().state === 'offline') looking.now();
      labels.askAnew();
      sync.tokenCame();
      checks.resume();
    },
    labelsForFirstPage: labels.forFirstPage,
    close: async () => {
      ending.abort();
      for (const end of ends) end();
      await close();
    },
  });
}
