/**
 * What is asked of the local copy to answer the page: each of these is over in a moment, so that it may be asked in the
 * main process. They throw only where the file turns out to be damaged while it is open; the next opening repairs it.
 * Times are milliseconds since 1970-01-01T00:00Z.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type {
  FoundPerson,
  Label,
  LeftBehind,
  Loop,
  NotFoundSpan,
  PersonCard,
  RawReply,
  ReportingLine,
  ReportSummary,
  StatusObservation,
} from '../../contract/person.ts';
import type { PictureTrouble } from '../../contract/picture.ts';
import type { LabelKind } from '../../contract/table.ts';
import type { Status } from '../../contract/user.ts';
import type { Clock } from '../clock.ts';
import { findIds } from '../pasted/find-ids.ts';
import type { Whose } from '../pasted/whose.ts';
import { isGone } from '../reading/status.ts';
import { linesToTop } from '../reporting/lines.ts';
import { loopThrough } from '../reporting/loop-through.ts';
import { type Beside, besideOf, peersOf } from '../reporting/peers.ts';
import { summaryOf } from '../reporting/summary.ts';
import { createFind, type FoundCounted, type Wanted } from '../search/find.ts';
import { createLabels } from '../search/labels.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { createOrganisation } from './organisation.ts';
import type { Reader } from './reader.ts';
import type { Recorded } from './recorded.ts';
import { createReportStandings, type Standing } from './report-standings.ts';
import { createStoredUser, type StoredUser } from './stored-user.ts';
import type { Tables } from './tables.ts';
import { tellLeftBehind } from './tell-left-behind.ts';
import { createWhoseIds } from './whose-ids.ts';

export type DirectoryReads = {
  readonly user: (id: UserId) => StoredUser | null;
  /** The same by key. */
  readonly storedUser: (key: PersonKey) => StoredUser | null;
  /** Cards of those who are known, in the order asked. */
  readonly cards: (ids: Iterable<UserId>) => Map<UserId, PersonCard>;
  /** The newest reply as it came. */
  readonly raw: (id: UserId) => RawReply | null;
  /** What the three flags were and when they changed, newest first, at most 200. */
  readonly statusHistory: (id: UserId) => StatusObservation[];
  /** When the server did not have them, newest first. */
  readonly notFoundHistory: (id: UserId) => NotFoundSpan[];
  /** Since when the server says that there is no such user, for an id that need not be known. */
  readonly notFoundSince: (id: UserId) => number | null;
  readonly find: (wanted: Wanted) => FoundPerson[];
  readonly findCounted: (wanted: Wanted) => FoundCounted;
  readonly counts: () => Record<Status, number>;
  readonly peopleCount: () => number;
  /** People opened last, newest first. */
  readonly recent: (limit: number) => PersonCard[];
  /** Null: it could not be had, less than a day ago. Undefined: it may be asked for. */
  readonly pictureOf: (url: string) => Sha256 | null | undefined;
  /** Why it could not be had; null: it could, it was not asked for, or that is not known. */
  readonly pictureTroubleOf: (url: string) => PictureTrouble | null;
  readonly startIds: () => UserId[];
  /** An id in the spelling it is stored in; one of nobody as it is. */
  readonly idAsStored: (id: UserId) => UserId;
  /** By what ids of this directory are told in pasted text. */
  readonly whose: () => Whose;
  /** People who are known to exist, first those the server most likely still gives: see `api/witness.ts`. */
  readonly witnesses: () => UserId[];
  /** One line for each living claim on a person; see reporting/lines.ts. */
  readonly linesToTop: (id: UserId) => ReportingLine[];
  /** Null: a manager of the person is there, or nobody lists them, or they are gone themselves. */
  readonly leftBehindOf: (id: UserId) => LeftBehind | null;
  /** The loop in which a person stands, `limit` of them named; null where there is none. */
  readonly loopOf: (id: UserId, limit: number) => Loop | null;
  /** What a role or team is called. */
  readonly label: (kind: LabelKind, id: string) => Label;
  readonly summaryOf: (id: UserId) => ReportSummary;
  /** The other direct reports of the person's manager who are known. */
  readonly peersOf: (id: UserId, limit: number) => PersonCard[];
  /** Who stands before and after the person among them. */
  readonly besideOf: (id: UserId) => Beside;
  /** How each of these stands, spelled as they are stored. */
  readonly standingsOf: (ids: readonly UserId[]) => readonly Standing[];
  /** How many of these the rule gives to a manager. */
  readonly countManaged: (manager: UserId, ids: readonly UserId[]) => number;
  /** Whether the rule makes the one the other's manager. */
  readonly isManagerOf: (manager: UserId, person: UserId) => boolean;
  /** Replies were recorded, by whatever connection to the file: what is kept in memory is brought up to date. */
  readonly recorded: (recorded: readonly Recorded[]) => void;
  /** The same where the server said of people that they do not exist. */
  readonly missed: (ids: readonly UserId[]) => void;
  /** Names of teams or roles were given, changed or taken away. */
  readonly labelled: () => void;
};

/** More than are asked in turn, since some of them may be in doubt themselves. */
const mostWitnesses = 32;

export type ReadsNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Tables;
  readonly reader: Reader;
  readonly clock: Clock;
  /** The origin that people are fetched from; null where nobody asks for it. */
  readonly server: string | null;
};

export function createReads({ database, tables, reader, clock, server }: ReadsNeeds): DirectoryReads {
  const { ids, people, observations, claims, notFound, remembered, frontier, index } = tables;
  const organisation = createOrganisation({ database, ids, people, claims, notFound });

  const { standingsOf, keysOfIds } = createReportStandings(database);

  const of = <T>(id: UserId, read: (key: PersonKey) => T | null): T | null => {
    const key = ids.find(id);
    return key === null ? null : read(key);
  };
  const storedUser = createStoredUser(tables, reader);
  const whose = createWhoseIds({ database, tables, server });
  const labels = createLabels({ tokens: index.tokens, labelNames: remembered.labels });
  const { find, findCounted } = createFind({
    index,
    labels,
    keysOf: ids.findAll,
    linkedIn: (text) => (text.includes('://') ? findIds(text, whose(), false).ids : []),
    cardsOf: people.cardsOfKeys,
    contactsOf: people.contacts,
  });
  const toCards = (keys: readonly PersonKey[]) => keys.flatMap((key) => people.cardOfKey(key) ?? []);

  return {
    user: (id) => of(id, storedUser),
    storedUser,
    cards: (wanted) => new Map(people.cardsOfIds([...wanted]).map((card) => [card.id, card])),
    raw: (id) => of(id, (key) => observations.newest(key)?.raw ?? null),
    statusHistory: (id) => of(id, observations.statusHistory) ?? [],
    notFoundHistory: (id) => of(id, notFound.history) ?? [],
    notFoundSince: (id) => of(id, notFound.since),
    find,
    findCounted,
    counts: people.counts,
    peopleCount: people.count,
    recent: (limit) => toCards(remembered.recent(limit)),
    pictureOf: (url) => remembered.picture(url, clock.now()),
    pictureTroubleOf: remembered.pictureTrouble,
    startIds: remembered.start,
    whose,
    idAsStored: (id) => ids.asStored([id])[0] ?? id,
    linesToTop: (id) => linesToTop({ graph: organisation, ...organisation.upward() }, id),
    leftBehindOf: (id) =>
      of(id, (key) => {
        const status = people.statusOf(key);
        return status === null || isGone(status) ? null : tellLeftBehind({ ...organisation.upward(), people }, key);
      }),
    loopOf: (id, limit) =>
      of(id, (key) => {
        const loop = loopThrough(organisation.upward().claims, key);
        if (loop === null) return null;
        const named = toCards(loop.slice(0, limit));
        return { people: named, more: loop.length - named.length };
      }),
    witnesses: () => frontier.witnesses(mostWitnesses),
    label: remembered.label,
    summaryOf: (id) => summaryOf(organisation, id),
    peersOf: (id, limit) =>
      of(id, (person) => {
        const manager = organisation.upward().managers.of(person);
        return manager === null ? null : peersOf(organisation, { person, manager }, limit);
      }) ?? [],
    besideOf: (id) =>
      of(id, (person) => {
        const manager = organisation.upward().managers.of(person);
        return manager === null ? null : besideOf(organisation, { person, manager });
      }) ?? { before: null, after: null },
    standingsOf,
    countManaged: (manager, some) => {
      const key = ids.find(manager);
      const { managers } = organisation.upward();
      return keysOfIds(some).filter((person) => managers.of(person) === key).length;
    },
    isManagerOf: (manager, id) => {
      const key = ids.find(manager);
      return key !== null && of(id, organisation.upward().managers.of) === key;
    },
    recorded: organisation.changed,
    missed: organisation.missed,
    labelled: labels.changed,
  };
}
