/** What becomes of a reply: an observation if it says something else, the person as now known, the claims it makes, its words. */
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import type { Received } from '../clock.ts';
import { hashOf, searchTextAsOne } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { type Carried, carriedText } from './carried.ts';
import { type Change, type ClaimChange, changeOf, type KnownPerson, knownPerson, noClaimChange } from './change.ts';
import { compareReplies, reportsAtOf } from './compare-replies.ts';
import { type Filing, filePerson } from './filing.ts';
import { type Moment, momentOf } from './moment.ts';
import type { PersonBefore } from './people-table.ts';
import type { Reader } from './reader.ts';
import type { Recordable, Recorded } from './recorded.ts';
import { wholeReply } from './reply-content.ts';
import { createRereading } from './rereading.ts';
import { createStoredSearchText } from './stored-search-text.ts';
import type { Tables } from './tables.ts';

/** All functions write; they are to be called within a transaction. What throws leaves it to be rolled back. */
export function createRecording(tables: Tables, reader: Reader) {
  const { ids, people, observations, claims, notFound, failures, index } = tables;
  const storedSearchText = createStoredSearchText(tables, reader);
  const rereading = createRereading(tables, reader);

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

  /** When something came about a person; what is stored of them as if it had never been later than that. */
  function moment(key: PersonKey, received: Received, stored: PersonBefore | null): Moment & { before: typeof stored } {
    const came = momentOf(received, stored);
    if (came.aheadMs === 0) return { ...came, before: stored };
    const how = { after: came.at, by: came.aheadMs, least: observations.newestUntil(key, came.at) };
    for (const table of [people, observations, claims, notFound]) table.moveBack(key, how);
    return { ...came, before: people.before(key) };
  }

  function miss(key: PersonKey, received: Received): Change | null {
    failures.forget(key);
    const { at, before } = moment(key, received, people.before(key));
    if (!notFound.mark(key, at) || before === null) return null;
    return turned(key, before, turn(key, before, at));
  }

  /** Of somebody whose status alone may be another. */
  function turned(key: PersonKey, before: PersonBefore, after: PersonBefore): Change | null {
    if (before.status === after.status) return null;
    return { before: people.known(key, before), after: people.known(key, after), ...noClaimChange };
  }

  function record(key: PersonKey, reply: Recordable): Recorded {
    const stored = people.before(key);
    // What is only understood otherwise is no change: it is set right before the reply is compared with it.
    const isOutdated = stored !== null && stored.reader_version !== reader.version;
    const reread = isOutdated ? rereading.one(key) : null;
    const came = moment(key, reply, isOutdated ? people.before(key) : stored);
    const wasMissed = notFound.end(key, came.at);
    // Whatever the reply says, and however little: the server has them.
    const before = wasMissed && came.before !== null ? turn(key, came.before, null) : came.before;
    if (before === null || reply.isWhole !== false) failures.forget(key);
    const recorded =
      came.before === null || before === null
        ? add(key, reply, came)
        : update(key, { was: came.before, before }, reply, came);
    return reread?.claims === 'changed' ? { ...recorded, claims: 'changed' } : recorded;
  }

  function add(key: PersonKey, reply: Recordable, moment: Moment): Recorded {
    const observation = observations.add(key, reply, moment.at, []);
    const filing = { ...filingOf(key, reply, moment), user: reply.user, observation, carried: [] };
    const claimed = file(filing, null, moment.at);
    return { id: reply.user.id, what: 'added', ...toldOf(null, knownPerson(reply.user, null), claimed) };
  }

  /** `was`: the person before this reply; `before`: the same once the server has them again. */
  function update(
    key: PersonKey,
    { was, before }: { readonly was: PersonBefore; readonly before: PersonBefore },
    reply: Recordable,
    moment: Moment,
  ): Recorded {
    const { id } = reply.user;
    const { at, fetchedAt } = moment;
    const unchanged: Recorded = { id, what: 'unchanged', claims: 'unchanged', change: turned(key, was, before) };
    const { observation } = before;
    if (before.sha256 === reply.sha256) {
      observations.seenAgain(observation, at);
      // That the newest reply does not speak of direct reports is rare, and this is not.
      const isSpoken = before.reports_at === null;
      seenAgain(key, before, fetchedAt, isSpoken ? null : reportsAtOf(observations.newest(key)?.carried ?? []));
      return unchanged;
    }
    const kept = observations.newest(key);
    const verdict = kept === null ? ({ kind: 'changed', carried: [] } as const) : compareReplies(kept, reply, reader);
    // Stored as it is, it would take the place of a reply that says more.
    if (verdict.kind === 'older') return { ...unchanged, what: 'older' };
    if (verdict.kind === 'confirmed') {
      seenAgain(key, before, fetchedAt, verdict.speaksOfReports ? null : (before.reports_at ?? before.fetched_at));
      return unchanged;
    }
    const { carried } = verdict;
    const filing = { ...filingOf(key, reply, moment), reportsAt: reportsAtOf(carried), carried };
    if (verdict.kind === 'same') {
      observations.replace(observation, reply, at, carried);
      // Values that were said in one reply may contradict each other where those of several did not.
      const areCarriedAlike = carriedText(carried) === carriedText(kept?.carried ?? []);
      if (verdict.isIdentical && before.is_whole === 1 && areCarriedAlike) {
        seenAgain(key, before, fetchedAt, filing.reportsAt);
        return unchanged;
      }
      const user = wholeUser(reply, carried);
      return { ...unchanged, ...refile(was, { ...filing, user, observation }, before, at) };
    }
    const user = wholeUser(reply, carried);
    const added = observations.add(key, { ...reply, user }, at, carried);
    const told = refile(was, { ...filing, user, observation: added }, before, at);
    // That something is left out is a reply of its own, and no change of the person.
    return { id, what: verdict.kind === 'changed' ? 'changed' : 'unchanged', ...told };
  }

  /** `reportsAt`: when a reply last spoke of direct reports; null: this one does. */
  function seenAgain(key: PersonKey, before: PersonBefore, fetchedAt: number, reportsAt: number | null): void {
    people.seenAgain(key, fetchedAt);
    if (reportsAt !== before.reports_at) people.setReportsAt(key, reportsAt);
  }

  function filingOf(key: PersonKey, { isWhole = true }: Recordable, { fetchedAt }: Moment) {
    return {
      key,
      fetchedAt,
      reportsAt: null,
      isWhole,
      readerVersion: reader.version,
    };
  }

  /** The user with what the reply leaves out. */
  function wholeUser(reply: Recordable, carried: readonly Carried[]): User {
    if (carried.length === 0) return reply.user;
    const read = reader.read(wholeReply(reply.text, carried), reply.user.id);
    return read.ok ? read.value : reply.user;
  }

  function refile(was: PersonBefore, filing: Filing, before: PersonBefore, at: number): Told {
    const known = people.known(filing.key, was);
    const claimed = file(filing, before, at);
    return toldOf(known, knownPerson(filing.user, before.not_found_since), claimed);
  }

  function file(filing: Filing, before: PersonBefore | null, at: number): ClaimChange {
    const { key, user } = filing;
    filePerson(tables, filing, before);
    if (user.reports.length === 0 && (before?.report_count ?? 0) === 0) return noClaimChange;
    const reports = ids.giveListed(user.reports);
    const seenBefore = before?.reports_at ?? before?.fetched_at ?? at;
    const { begun, ended } = claims.replace(key, reports, at, seenBefore);
    return { begun: begun.map(ids.idOf), ended: ended.map(ids.idOf) };
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
    /** The server answered that there is no such user. The person, where known, stays, and is not found. Returns what that changed of them. */
    notFound: (id: UserId, received: Received): Change | null => {
      const key = ids.giveMissed(id);
      return key === null ? null : counted(() => miss(key, received));
    },
    outdated: rereading.outdated,
    reread: (keys: readonly PersonKey[]): Recorded[] => counted(() => rereading.some(keys)),
    giveUpReading: rereading.giveUp,
  };
}

type Told = Pick<Recorded, 'claims' | 'change'>;

function toldOf(before: KnownPerson | null, after: KnownPerson, claimed: ClaimChange): Told {
  const isClaimed = claimed.begun.length + claimed.ended.length > 0;
  return { claims: isClaimed ? 'changed' : 'unchanged', change: changeOf(before, after, claimed) };
}
