/** What becomes of a reply: an observation if it differs, the person as now known, the claims it makes, its words. */
import { isDeepStrictEqual } from 'node:util';
import type { UserId } from '../../contract/ids.ts';
import type { RawReply } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import type { UserReply } from '../api/reply.ts';
import type { ClaimsTable } from './claims-table.ts';
import type { NotFoundTable } from './not-found-table.ts';
import type { ObservationsTable } from './observations-table.ts';
import type { PeopleTable, PersonBefore } from './people-table.ts';
import type { PersonIds, PersonKey } from './person-ids.ts';
import type { Reader } from './reader.ts';
import type { IndexTable } from './search/index-table.ts';
import { searchTextAsOne, searchTextOf } from './search/words.ts';

/** What a reply was to the store. `claims`: whether the list of direct reports changed. */
export type Recorded = {
  readonly id: UserId;
  readonly what: 'added' | 'changed' | 'unchanged';
  readonly claims: 'changed' | 'unchanged';
};

export type RecordingNeeds = {
  readonly ids: PersonIds;
  readonly people: PeopleTable;
  readonly observations: ObservationsTable;
  readonly claims: ClaimsTable;
  readonly notFound: NotFoundTable;
  readonly index: IndexTable;
  readonly reader: Reader;
};

/** Both functions write; they are to be called within a transaction. */
export function createRecording({ ids, people, observations, claims, notFound, index, reader }: RecordingNeeds) {
  function record(reply: UserReply): Recorded {
    const { user, sha256, receivedAt } = reply;
    const key = ids.give(user.id);
    const before = people.before(key);
    notFound.end(key, receivedAt);
    if (before !== null && (before.sha256 === sha256 || saysTheSame(observations.newest(key, user.id), reply))) {
      observations.seenAgain(before.observation, receivedAt);
      if (before.reader_version === reader.version) {
        people.seenAgain(key, receivedAt);
        return { id: user.id, what: 'unchanged', claims: 'unchanged' };
      }
      observations.readAgain(before.observation, user);
      return { id: user.id, what: 'unchanged', claims: file(key, user, before.observation, receivedAt, before) };
    }
    const observation = observations.add(key, reply);
    const claimed = file(key, user, observation, receivedAt, before);
    return { id: user.id, what: before === null ? 'added' : 'changed', claims: claimed };
  }

  function file(
    key: PersonKey,
    user: User,
    observation: number,
    fetchedAt: number,
    before: PersonBefore | null,
  ): Recorded['claims'] {
    const search = searchTextOf(user);
    const searchText = searchTextAsOne(search);
    people.put({ key, user, search, searchText, fetchedAt, observation, readerVersion: reader.version });
    if (before?.search_text !== searchText) index.put(key, search);
    if (user.reports.length === 0 && (before?.report_count ?? 0) === 0) return 'unchanged';
    const reports = new Set(user.reports.map(ids.give));
    return claims.replace(key, reports, fetchedAt, before?.fetched_at ?? fetchedAt) ? 'changed' : 'unchanged';
  }

  function reread(key: PersonKey): Recorded | null {
    const before = people.before(key);
    const id = ids.idOf(key);
    const raw = observations.newest(key, id);
    if (before === null || raw === null) return null;
    const outcome = reader.read(parsed(raw.text), id);
    if (outcome.ok) {
      observations.readAgain(before.observation, outcome.value);
      return { id, what: 'unchanged', claims: file(key, outcome.value, before.observation, before.fetched_at, before) };
    }
    // What an older reader could read stays, and is not tried over and over.
    people.markRead(key, reader.version);
    return { id, what: 'unchanged', claims: 'unchanged' };
  }

  return {
    record,
    rereadOutdated: (limit: number): Recorded[] =>
      people.readOtherwise(reader.version, limit).flatMap((key) => reread(key) ?? []),
  };
}

/**
 * Whether two bodies differ in nothing that is about the user: `_meta` is the server's own, and one that put the time
 * there would make a change of every reply.
 */
function saysTheSame(kept: RawReply | null, reply: UserReply): boolean {
  return kept !== null && isDeepStrictEqual(contentOf(kept.text), contentOf(reply.text));
}

function contentOf(text: string): unknown {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) return body;
  return { ...body, _meta: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
