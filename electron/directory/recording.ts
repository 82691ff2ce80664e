/** What becomes of a reply: an observation if it differs, the person as now known, the claims it makes, its words. */
import { isDeepStrictEqual } from 'node:util';
import type { UserId } from '../../contract/ids.ts';
import type { RawReply } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import { isRecord } from '../api/read-notes.ts';
import type { UserReply } from '../api/reply.ts';
import { shownStatus } from '../api/status.ts';
import type { PersonBefore } from './people-table.ts';
import type { PersonKey } from './person-ids.ts';
import { parsedText, type Reader } from './reader.ts';
import { hashOf, searchTextAsOne, searchTextOf } from './search/words.ts';
import { createStoredSearchText } from './stored-search-text.ts';
import type { Tables } from './tables.ts';

/**
 * What a reply was to the store. `claims`: whether the list of direct reports changed. `older`: an entry of a list left
 * fields out, and what it does say differs from what is stored. The person stays as old as they are, and so is among the
 * first to be refreshed: at once, outside the day's budget, a list of another form would have everybody fetched.
 */
export type Recorded = {
  readonly id: UserId;
  readonly what: 'added' | 'changed' | 'unchanged' | 'older';
  readonly claims: 'changed' | 'unchanged';
};

/** A reply to record. `isWhole`: false for an entry of a list that lacks fields which Fetch User would give. */
export type Recordable = UserReply & { readonly isWhole?: boolean };

/** All functions write; they are to be called within a transaction. What throws leaves it to be rolled back. */
export function createRecording(tables: Tables, reader: Reader) {
  const { ids, people, observations, claims, notFound, failures, index } = tables;
  const storedSearchText = createStoredSearchText(tables, reader);

  /** Their status is another without another record: since then nobody is found, or, null, they are again. */
  function turn(key: PersonKey, before: PersonBefore, notFoundSince: number | null): PersonBefore {
    const after = people.setNotFound(key, before, notFoundSince);
    const search = after.status === before.status ? null : storedSearchText(key);
    if (search === null) return after;
    const searchHash = hashOf(searchTextAsOne(search));
    index.put(key, search);
    people.markIndexed(key, searchHash);
    return { ...after, search_hash: searchHash };
  }

  function miss(key: PersonKey, at: number): void {
    failures.forget(key);
    const before = people.before(key);
    if (notFound.mark(key, at) && before !== null) turn(key, before, at);
  }

  function record(key: PersonKey, reply: Recordable): Recorded {
    const { user, sha256, receivedAt, isWhole = true } = reply;
    const wasMissed = notFound.end(key, receivedAt);
    const stored = people.before(key);
    // Whatever the reply says, and however little: the server has them.
    const before = wasMissed && stored !== null ? turn(key, stored, null) : stored;
    if (isWhole || before === null) failures.forget(key);
    if (
      before !== null &&
      (before.sha256 === sha256 || saysTheSame(observations.newest(key, user.id), reply, { isWhole, reader }))
    ) {
      observations.seenAgain(before.observation, receivedAt);
      if (!isWhole || (before.reader_version === reader.version && before.is_whole === 1)) {
        people.seenAgain(key, receivedAt);
        return { id: user.id, what: 'unchanged', claims: 'unchanged' };
      }
      observations.readAgain(before.observation, user);
      const filing = { key, user, observation: before.observation, fetchedAt: receivedAt, isWhole };
      return { id: user.id, what: 'unchanged', claims: file(filing, before) };
    }
    // Stored as it is, it would seem that everything it leaves out had been taken away.
    if (before !== null && !isWhole) return { id: user.id, what: 'older', claims: 'unchanged' };
    const observation = observations.add(key, reply);
    const claimed = file({ key, user, observation, fetchedAt: receivedAt, isWhole }, before);
    return { id: user.id, what: before === null ? 'added' : 'changed', claims: claimed };
  }

  type Filing = {
    readonly key: PersonKey;
    readonly user: User;
    readonly observation: number;
    readonly fetchedAt: number;
    readonly isWhole: boolean;
  };

  function file(filing: Filing, before: PersonBefore | null): Recorded['claims'] {
    const { key, user, observation, fetchedAt, isWhole } = filing;
    const search = searchTextOf(user, shownStatus(user.status, before?.not_found_since ?? null));
    const { sortName } = search;
    const searchHash = hashOf(searchTextAsOne(search));
    const readerVersion = reader.version;
    people.put({ key, user, sortName, searchHash, fetchedAt, observation, readerVersion, isWhole }, before);
    if (before === null) index.add(key, search);
    else if (before.search_hash !== searchHash) index.put(key, search);
    if (user.reports.length === 0 && (before?.report_count ?? 0) === 0) return 'unchanged';
    const reports = ids.giveListed(user.reports);
    return claims.replace(key, reports, fetchedAt, before?.fetched_at ?? fetchedAt) ? 'changed' : 'unchanged';
  }

  function reread(key: PersonKey): Recorded | null {
    const before = people.before(key);
    const id = ids.idOf(key);
    const raw = observations.newest(key, id);
    if (before === null || raw === null) return null;
    const outcome = reader.read(parsedText(raw.text), id);
    if (outcome.ok) {
      observations.readAgain(before.observation, outcome.value);
      const { observation, fetched_at: fetchedAt, is_whole } = before;
      const filing = { key, user: outcome.value, observation, fetchedAt, isWhole: is_whole === 1 };
      return { id, what: 'unchanged', claims: file(filing, before) };
    }
    // What an older reader could read stays, and is not tried over and over.
    people.markRead(key, reader.version);
    return { id, what: 'unchanged', claims: 'unchanged' };
  }

  /** In the order of keys: the index writes out all that it has gathered whenever a smaller key follows a larger one. */
  function recordByKey(replies: readonly Recordable[]): Recorded[] {
    const giveOwn = ids.givingOwn();
    return replies
      .map((reply) => ({ ...giveOwn(reply.user.id), reply }))
      .sort((one, other) => one.key - other.key)
      .map(({ key, id, reply }) => {
        const recorded = record(key, reply);
        return id === recorded.id ? recorded : { ...recorded, id };
      });
  }

  /** The counts follow in the same transaction. */
  const counted = <T>(work: () => T): T => {
    const done = work();
    people.settleCounts();
    return done;
  };

  return {
    record: (replies: readonly Recordable[]): Recorded[] => counted(() => recordByKey(replies)),
    /** The server answered at this time that there is no such user. The person, where known, stays, and is not found. */
    notFound: (id: UserId, at: number): void => {
      const key = ids.giveMissed(id);
      if (key !== null) counted(() => miss(key, at));
    },
    rereadOutdated: (limit: number): Recorded[] =>
      counted(() => people.readOtherwise(reader.version, limit).flatMap((key) => reread(key) ?? [])),
  };
}

/**
 * Whether two bodies differ in nothing that is about the user: `_meta` is the server's own, and one that put the time
 * there would make a change of every reply. Of an entry that leaves fields out, only those are compared that both have,
 * and however they are written: a list may write the same otherwise, and tell more.
 */
function saysTheSame(
  kept: RawReply | null,
  reply: UserReply,
  { isWhole, reader }: { readonly isWhole: boolean; readonly reader: Reader },
): boolean {
  if (kept === null) return false;
  const before = contentOf(kept.text);
  const now = contentOf(reply.text);
  if (isWhole || !isRecord(before) || !isRecord(now)) return isDeepStrictEqual(before, now);
  const { _data: known } = before;
  const { _data: told } = now;
  if (!isRecord(known) || !isRecord(told)) return false;
  const fields = Object.keys(told).filter((field) => Object.hasOwn(known, field));
  if (fields.every((field) => isDeepStrictEqual(known[field], told[field]))) return true;
  const [was, is] = [known, told].map((record) =>
    reader.read({ _data: Object.fromEntries(fields.map((field) => [field, record[field]])) }, reply.user.id),
  );
  return was?.ok === true && is?.ok === true && isDeepStrictEqual(was.value, is.value);
}

/** The reply without what is the server's own; an entry of a list as if it had come alone. */
function contentOf(text: string): unknown {
  const body = parsedText(text);
  if (!isRecord(body)) return body;
  if (!Object.hasOwn(body, '_data') && !Object.hasOwn(body, '_errors')) return { _data: body };
  const { _meta, _errors, ...content } = body;
  return Array.isArray(_errors) && _errors.length > 0 ? { ...content, _errors } : content;
}
