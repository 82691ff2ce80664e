/**
 * Stored replies are read again when Rolodesk has learnt to read them better. That changes what is known of the past, and
 * is no change itself: what a reply says counts from when the reply came, and nothing begins or ends at the time of reading.
 */
import type { User } from '../../contract/user.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import {
  type Carried,
  carriedOf,
  carriedText,
  type KnownRecord,
  keptOf,
  leftOut,
  pathKey,
  withCarried,
} from './carried.ts';
import type { ClaimSpan } from './claims-table.ts';
import { isOfList, reportsAtOf } from './compare-replies.ts';
import { filePerson } from './filing.ts';
import type { StoredReply } from './observations-table.ts';
import type { Reader } from './reader.ts';
import type { Recorded } from './recorded.ts';
import { contentOf, replyWith } from './reply-content.ts';
import type { Tables } from './tables.ts';

/** Replies read in one transaction, and then those of the person in hand: others wait for it to end. */
const repliesAtOnce = 2000;

/** A reply that is stored, as it is read now; `user` null: it cannot be. */
type Read = StoredReply & {
  readonly user: User | null;
  /** When direct reports were last spoken of, where this one does not; `mendedReportsAt`: if that is only seen now. */
  readonly reportsAt: number | null;
  readonly mendedReportsAt: number | null;
  /** What it leaves out, as is seen now. */
  readonly leavesOut: readonly Carried[];
};

export function createRereading(tables: Tables, reader: Reader) {
  const { ids, people, observations, claims } = tables;

  /** Reads a person's replies one after the other, and sets right what was made of them. */
  function* repliesOf(key: PersonKey): Generator<Read> {
    const id = ids.idOf(key);
    let known: KnownRecord | null = null;
    for (const stored of observations.every(key)) {
      const content = contentOf(stored.text);
      const isListed = isOfList(stored.url);
      const before = carriedOf(stored.carried);
      // What was left out before that was noted. What was noted may come from a text that has been replaced since.
      const found: Carried[] = known === null || content.data === null ? [] : leftOut(known, content.data, isListed);
      const wasCarried = new Set(before.map(({ path }) => pathKey(path)));
      const more = found.filter(({ path }) => !wasCarried.has(pathKey(path)));
      const carried = keptOf([...before, ...more]);
      const data: KnownRecord['data'] | null = content.data === null ? null : withCarried(content.data, carried);
      if (more.length > 0 || carried.length < before.length)
        observations.setCarried(stored.observation, carriedText(carried));
      if (data !== null) known = { data, carried, at: stored.lastSeenAt, isListed };
      const read = reader.read(replyWith(content, data), id);
      if (read.ok) observations.readAgain(stored.observation, read.value);
      const user = read.ok ? read.value : null;
      const mendedReportsAt = reportsAtOf(more);
      yield { ...stored, user, reportsAt: reportsAtOf(carried), mendedReportsAt, leavesOut: carried };
    }
  }

  function reread(key: PersonKey): { readonly recorded: Recorded; readonly replies: number } | null {
    const before = people.before(key);
    if (before === null) return null;
    const replies = [...repliesOf(key)];
    const newest = replies.at(-1);
    const unchanged: Recorded = { id: ids.idOf(key), what: 'unchanged', claims: 'unchanged', change: null };
    if (newest === undefined || newest.user === null) {
      // What an older reader could read stays, and is not tried over and over.
      people.markRead(key, reader.version);
      return { recorded: unchanged, replies: replies.length };
    }
    const { observation, fetched_at: fetchedAt, is_whole } = before;
    const reportsAt = newest.mendedReportsAt ?? before.reports_at;
    const { user, leavesOut: carried } = newest;
    const filing = { key, user, observation, fetchedAt, reportsAt, isWhole: is_whole === 1, carried };
    filePerson(tables, { ...filing, readerVersion: reader.version }, before);
    const spans = spansOf(replies, (user) => ids.giveListed(user.reports));
    const isOther = spans !== null && claims.rewrite(key, spans);
    return { recorded: { ...unchanged, claims: isOther ? 'changed' : 'unchanged' }, replies: replies.length };
  }

  /** Everybody up to here was read by this version: looking at them with every part would take longer with each. */
  let readTo: PersonKey = 0;

  return {
    /** Reads the replies of one person again; null where there is none. */
    one: (key: PersonKey): Recorded | null => reread(key)?.recorded ?? null,
    /** People that another version of the reader had read, at most so many. */
    outdated: (limit: number): PersonKey[] => {
      const some = people.readOtherwise(readTo, reader.version, limit);
      if (some.length === 0 && readTo > 0) {
        readTo = 0;
        return people.readOtherwise(readTo, reader.version, limit);
      }
      readTo = (some[0] ?? 1) - 1;
      return some;
    },
    /** What an older reader made of the person stays, and is not looked at again. */
    giveUp: (key: PersonKey): void => people.markRead(key, reader.version),
    /** Reads the replies of people again, in turn, until there were as many as one transaction may hold. */
    some: (keys: readonly PersonKey[]): Recorded[] => {
      const done: Recorded[] = [];
      let replies = 0;
      for (const key of keys) {
        const one = reread(key);
        if (one === null) continue;
        done.push(one.recorded);
        replies += one.replies;
        if (replies >= repliesAtOnce) break;
      }
      return done;
    },
  };
}

/** The claims that follow from a manager's replies; null where one of them cannot be read, so that they are left as they are. */
function spansOf(replies: readonly Read[], reportsOf: (user: User) => ReadonlySet<PersonKey>): ClaimSpan[] | null {
  const spans = new Map<string, ClaimSpan>();
  const living = new Map<PersonKey, ClaimSpan>();
  let lastSeenAt: number | null = null;
  const set = (span: ClaimSpan) => spans.set(`${span.report} ${span.firstSeenAt}`, span);
  for (const { user, firstSeenAt, ...reply } of replies) {
    if (user === null) return null;
    const reports = reportsOf(user);
    for (const [report, span] of living) {
      if (reports.has(report)) continue;
      set({ ...span, lastSeenAt, endedAt: firstSeenAt });
      living.delete(report);
    }
    for (const report of reports) {
      if (living.has(report)) continue;
      const span = { report, firstSeenAt, lastSeenAt: null, endedAt: null };
      living.set(report, span);
      set(span);
    }
    lastSeenAt = reply.reportsAt ?? reply.lastSeenAt;
  }
  return [...spans.values()];
}
