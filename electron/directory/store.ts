/**
 * The local copy of one connection: everyone ever fetched, with every reply that differed. What a write has answered
 * `ok` to is in the file: the process may be killed the next moment. All of it is plain data in and plain data out,
 * so that writes can move into a worker thread.
 *
 * Reads throw only where the file turns out to be damaged while it is open; the next opening then repairs it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type {
  FoundPerson,
  PersonCard,
  RawReply,
  ReportingLine,
  ReportSummary,
  StandingObservation,
} from '../../contract/person.ts';
import type { Standing, User } from '../../contract/user.ts';
import type { LabelNames, UserReply } from '../api/reply.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { linesToTop } from '../reporting/lines.ts';
import { peersOf } from '../reporting/peers.ts';
import { summaryOf } from '../reporting/summary.ts';
import { createClaimsTable } from './claims-table.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { createNotFoundTable } from './not-found-table.ts';
import { createObservationsTable } from './observations-table.ts';
import { createOrganisation } from './organisation.ts';
import { createPeopleTable } from './people-table.ts';
import { createPersonIds, type PersonKey } from './person-ids.ts';
import { currentReader, type Reader } from './reader.ts';
import { createRecording, type Recorded } from './recording.ts';
import { createRememberedTables } from './remembered-tables.ts';
import { contactsIn } from './search/because.ts';
import { createFind, type Wanted } from './search/find.ts';
import { createIndexHealth, type IndexState } from './search/index-health.ts';
import { createIndexTable } from './search/index-table.ts';
import { createLabels } from './search/labels.ts';
import { searchTextOf } from './search/words.ts';
import { attempt, isDamage } from './sqlite-failure.ts';
import { createFindKeys } from './table/find-keys.ts';
import { createPeopleViews, type PeopleViews } from './table/people-views.ts';
import { inTransaction } from './transaction.ts';

export type StoredUser = {
  readonly user: User;
  /** When the newest reply came. */
  readonly fetchedAt: number;
  /** Since when the server says that there is no such user; null where it does not. */
  readonly notFoundSince: number | null;
};

/**
 * Times are milliseconds since 1970-01-01T00:00Z. Writes fail with `database` (full, read-only, cannot-open), with
 * `cancelled` once the store is closed, or with `unexpected`.
 */
export type DirectoryStore = {
  /** Stores replies, all of them or none, and says what each was to the store, in their order. */
  readonly recordUsers: (replies: readonly UserReply[]) => Outcome<readonly Recorded[]>;
  /** The server answered 404 at this time. The person, where known, stays. */
  readonly recordNotFound: (id: UserId, at: number) => Outcome<null>;
  readonly recordOpened: (id: UserId, at: number) => Outcome<null>;
  /** Replaces the names of all teams and roles. */
  readonly setLabels: (labels: LabelNames) => Outcome<null>;
  /** The picture of a URL was fetched just now; null: there is none to be had. */
  readonly recordPicture: (url: string, sha256: Sha256 | null) => Outcome<null>;
  /** Replaces the ids from which the directory is walked. */
  readonly setStartIds: (ids: readonly UserId[]) => Outcome<null>;
  /** Reads at most `limit` stored replies anew that another version of the reader had read; returns how many. */
  readonly rereadOutdated: (limit: number) => Outcome<number>;
  /** What the check of the search's index found; where it is not sound, it is emptied, and `rebuildIndex` makes it anew. */
  readonly checkIndex: () => Outcome<IndexState>;
  /** Indexes at most `limit` people for a search whose index is being made anew; returns how many. */
  readonly rebuildIndex: (limit: number) => Outcome<number>;
  /** Brings the search's index into one piece, at most so many pages at once; false once it is. See search/index-health.ts. */
  readonly settleIndex: (pages: number) => Outcome<boolean>;

  readonly user: (id: UserId) => StoredUser | null;
  /** Cards of those who are known, in the order asked. */
  readonly cards: (ids: Iterable<UserId>) => Map<UserId, PersonCard>;
  /** The newest reply as it came. */
  readonly raw: (id: UserId) => RawReply | null;
  /** What the three flags were and when they changed, newest first, at most 200. */
  readonly standings: (id: UserId) => StandingObservation[];
  /** Since when the server says that there is no such user, for an id that need not be known. */
  readonly notFoundSince: (id: UserId) => number | null;
  readonly find: (wanted: Wanted) => FoundPerson[];
  /** A window of everyone, or of one standing, by name. */
  readonly list: (wanted: {
    readonly standing: Standing | null;
    readonly offset: number;
    readonly limit: number;
  }) => PersonCard[];
  /** The table of everybody. */
  readonly views: PeopleViews;
  readonly counts: () => Record<Standing, number>;
  readonly peopleCount: () => number;
  /** People opened last, newest first. */
  readonly recent: (limit: number) => PersonCard[];
  /** Null: it could not be had, less than a day ago. Undefined: it may be asked for. */
  readonly pictureOf: (url: string) => Sha256 | null | undefined;
  readonly startIds: () => UserId[];
  /** One line for each living claim on a person; see reporting/lines.ts. */
  readonly linesToTop: (id: UserId) => ReportingLine[];
  readonly summaryOf: (id: UserId) => ReportSummary;
  /** The other direct reports of the newest claiming manager who are known. */
  readonly peersOf: (id: UserId, limit: number) => PersonCard[];
  /** Brings everything into the one file and closes it. Nothing may be read afterwards. */
  readonly close: () => void;
};

export type StoreNeeds = {
  /** Path of the database; its folder is made, and kept from other accounts. */
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Another than the one that reads replies as they come; for tests. */
  readonly reader?: Reader;
};

/**
 * `recovered`: what stood there was damaged and was moved aside, and the store begins empty.
 * Failures: `database` with newer-version, read-only, full or cannot-open.
 */
export function openStore(needs: StoreNeeds): Outcome<{ store: DirectoryStore; recovered: boolean }> {
  const opened = openDatabase(needs, (database) => createStore({ ...needs, database }));
  if (!opened.ok) return opened;
  const { built, recovered } = opened.value;
  return succeeded({ store: built, recovered });
}

/** The store over a database that `openDatabase` opened. */
export function createStore({
  database,
  file,
  clock,
  log,
  reader = currentReader,
}: StoreNeeds & { readonly database: DatabaseSync }): DirectoryStore {
  const ids = createPersonIds(database);
  const people = createPeopleTable(database);
  const observations = createObservationsTable(database);
  const claims = createClaimsTable(database);
  const notFound = createNotFoundTable(database);
  const remembered = createRememberedTables(database);
  const index = createIndexTable(database);
  const organisation = createOrganisation({ database, ids, people, claims });
  const recording = createRecording({ ids, people, observations, claims, notFound, index, reader });
  const userOf = (key: PersonKey) => people.reading(key)?.user ?? null;
  const health = createIndexHealth({
    database,
    index,
    searchTextOf: (key) => {
      const user = userOf(key);
      return user && searchTextOf(user);
    },
  });
  const labels = createLabels({ tokens: index.tokens, labelNames: remembered.labels });
  const find = createFind({
    index,
    labels,
    keyOf: ids.find,
    cardsOf: people.cardsOfKeys,
    contactsOf: (key) => {
      const user = userOf(key);
      return user && contactsIn(user);
    },
  });

  const views = createPeopleViews({
    database,
    userOf: people.reading,
    findKeys: createFindKeys({ database, ids, index, remembered }),
    monotonic: clock.monotonic,
  });

  let isSound = true;
  let isOpen = true;
  let counts: Record<Standing, number> | null = null;

  /** The function, taking note of damage that it meets. */
  const watched =
    <A extends unknown[], R>(work: (...given: A) => R) =>
    (...given: A): R => {
      try {
        return work(...given);
      } catch (error) {
        if (isDamage(error)) isSound = false;
        throw error;
      }
    };
  const write = <T>(event: string, work: () => T): Outcome<T> => {
    // A reply may still come in when its connection has been left.
    if (!isOpen) return failed({ kind: 'cancelled' });
    return attempt(
      log,
      event,
      watched(() => inTransaction(database, work)),
    );
  };
  /** The same for work that has its own transactions. */
  const writeOwn = <T>(event: string, work: () => T): Outcome<T> =>
    isOpen ? attempt(log, event, watched(work)) : failed({ kind: 'cancelled' });
  const of = <T>(id: UserId, read: (key: PersonKey) => T | null): T | null => {
    const key = ids.find(id);
    return key === null ? null : read(key);
  };
  const currentCounts = () => {
    counts ??= people.counts();
    return counts;
  };
  const toCards = (keys: readonly PersonKey[]) => keys.flatMap((key) => people.cardOfKey(key) ?? []);

  return {
    recordUsers: (replies) => {
      const outcome = write('store.recordUsers', () => replies.map(recording.record));
      if (!outcome.ok) return outcome;
      if (outcome.value.some(({ what }) => what !== 'unchanged')) counts = null;
      organisation.changed(outcome.value);
      return outcome;
    },
    recordNotFound: (id, at) =>
      write('store.recordNotFound', () => {
        notFound.mark(ids.give(id), at);
        return null;
      }),
    recordOpened: (id, at) =>
      write('store.recordOpened', () => {
        remembered.open(ids.give(id), at);
        return null;
      }),
    setLabels: (names) => {
      const outcome = write('store.setLabels', () => {
        remembered.replaceLabels(names);
        return null;
      });
      labels.changed();
      return outcome;
    },
    recordPicture: (url, sha256) =>
      write('store.recordPicture', () => {
        remembered.putPicture(url, sha256, clock.now());
        return null;
      }),
    setStartIds: (startIds) =>
      write('store.setStartIds', () => {
        remembered.replaceStart(startIds);
        return null;
      }),
    rereadOutdated: (limit) => {
      const outcome = write('store.rereadOutdated', () => recording.rereadOutdated(limit));
      if (!outcome.ok) return outcome;
      counts = null;
      organisation.changed(outcome.value);
      return succeeded(outcome.value.length);
    },
    checkIndex: () =>
      writeOwn('store.checkIndex', () => {
        const state = health.check();
        if (state === 'mismatched' || state === 'damaged') health.beginRebuild();
        return state;
      }),
    rebuildIndex: (limit) => writeOwn('store.rebuildIndex', () => health.rebuild(limit)),
    settleIndex: (pages) => writeOwn('store.settleIndex', () => health.settle(pages)),

    user: watched((id) =>
      of(id, (key) => {
        const reading = people.reading(key);
        if (reading === null) return null;
        const { user, fetchedAt } = reading;
        return { user, fetchedAt, notFoundSince: notFound.since(key) };
      }),
    ),
    cards: watched((wanted) => new Map(people.cardsOfIds([...wanted]).map((card) => [card.id, card]))),
    raw: watched((id) => of(id, (key) => observations.newest(key, id))),
    standings: watched((id) => of(id, observations.standings) ?? []),
    notFoundSince: watched((id) => of(id, notFound.since)),
    find: watched(find),
    list: watched(({ standing, offset, limit }) => people.list(standing, offset, limit)),
    views,
    counts: watched(() => ({ ...currentCounts() })),
    peopleCount: watched(() => Object.values(currentCounts()).reduce((sum, people) => sum + people, 0)),
    recent: watched((limit) => toCards(remembered.recent(limit))),
    pictureOf: watched((url) => remembered.picture(url, clock.now())),
    startIds: watched(remembered.start),
    linesToTop: watched((id) => linesToTop(organisation, id)),
    summaryOf: watched((id) => summaryOf(organisation, id)),
    peersOf: watched((id, limit) => peersOf(organisation, id, limit)),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      try {
        closeDatabase(database, file, isSound);
      } catch (error) {
        // Nothing is lost: what was committed is in the log, and the next opening takes it from there.
        log.defect('store.close', error);
      }
    },
  };
}
