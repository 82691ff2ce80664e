/**
 * The sync's side of the local copy: replies as bytes in, people stored and who is to be fetched next out. Runs in the
 * directory's thread; each function that writes is one transaction.
 */
import { type Failure, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { elementsOf, type ListedBatch } from '../api/list-batches.ts';
import { receivedOf } from '../clock.ts';
import type { UserBytes } from '../reading/user-reply.ts';
import { readListedUser, readUserBytes } from '../reading/user-reply.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Change } from './change.ts';
import { eachAlone } from './each-alone.ts';
import type { Pending, Progress } from './frontier-table.ts';
import type { Look, Write } from './guarded-work.ts';
import { isTransient } from './is-transient.ts';
import type { BadEntry } from './list-oddities-table.ts';
import type { Reader } from './reader.ts';
import type { Recordable, Recorded } from './recorded.ts';
import { createRecording } from './recording.ts';
import type { SyncRecord } from './sync-table.ts';
import type { Tables } from './tables.ts';

/** Why somebody could not be fetched, or that they do not exist. */
export type Missed = {
  readonly id: UserId;
  readonly failure: Failure;
  readonly at: number;
  /** Whether replies of the server confirm the clock that says so. */
  readonly isServerTime?: boolean;
};

/** Somebody missed as it was noted. `change`: null where nothing of them is another by it. */
export type Noted = Missed & { readonly change: Change | null };

/**
 * What a batch came to. `missed` are those whose reply could not be read; `unstored` those who must be fetched again,
 * since the batch named more people than are stored at once.
 */
export type Grown = {
  readonly recorded: readonly Recorded[];
  readonly missed: readonly Noted[];
  readonly unstored?: readonly UserId[];
  readonly progress: Progress;
};

/** Entries of a list of users, each as it stood there, and where the list was had. `first`: which of the list the first of them is, from 0. */
export type Listed = { readonly batch: ListedBatch; readonly url: string; readonly first: number };

export type GrowthNeeds = {
  readonly tables: Tables;
  readonly reader: Reader;
  readonly write: Write;
  readonly look: Look;
};

export type Growth = ReturnType<typeof createGrowth>;

export function createGrowth({ tables, reader, write, look }: GrowthNeeds) {
  const { ids, people, frontier, failures, notFound, listOddities, remembered, sync } = tables;
  const recording = createRecording(tables, reader);

  const miss = ({ id, failure, at, isServerTime = false }: Missed): Change | null => {
    if (failure.kind === 'not-found') return recording.notFound(id, { receivedAt: at, isServerTime });
    const key = ids.giveMissed(id);
    if (key !== null) failures.put(key, failure, at, isTransient(failure));
    return null;
  };
  /** In one transaction, and where a reply throws, everybody else's is stored all the same. */
  const grow = (event: string, replies: readonly Recordable[], missed: readonly Missed[]): Outcome<Grown> => {
    const together = write(event, () => grown(recording.record(replies), missed));
    if (together.ok || together.failure.kind !== 'unexpected') return together;
    const stored = eachAlone(write, event, replies, (reply) => recording.record([reply]));
    if (!stored.ok) return stored;
    const left = stored.value.left.map(({ one, failure }) => missedOf(one, failure));
    return write(event, () => grown(stored.value.done, [...missed, ...left]));
  };
  function grown(recorded: readonly Recorded[], missed: readonly Missed[]): Grown {
    const noted = missed.map((one) => ({ ...one, change: miss(one) }));
    return { recorded, missed: noted, progress: frontier.progress() };
  }

  /** More ids to walk from, also of people who could not be had so far; says how many had never been named. */
  const addStart = (more: readonly UserId[]): number => {
    const known = new Set(remembered.start());
    let added = 0;
    for (const id of new Set(more)) {
      if (!known.has(id)) remembered.addStart(id);
      const before = ids.find(id);
      if (before === null) added += 1;
      else if (people.before(before) === null) {
        failures.forget(before);
        notFound.askAgain(before);
      }
      ids.give(id);
    }
    return added;
  };

  return {
    /** Reads and stores replies. `missed`: failures to be noted beside them. */
    recordReplies: (replies: readonly UserBytes[], missed: readonly Missed[]): Outcome<Grown> => {
      const read: Recordable[] = [];
      const unread: Missed[] = [...missed];
      for (const bytes of replies) {
        const reply = readUserBytes(bytes);
        if (reply.ok) read.push(reply.value);
        else unread.push({ id: bytes.id, failure: reply.failure, at: bytes.receivedAt });
      }
      const { some, others } = fewNames(read);
      const stored = grow('growth.recordReplies', some, unread);
      if (!stored.ok || others.length === 0) return stored;
      return succeeded({ ...stored.value, unstored: others.map(({ user }) => user.id) });
    },
    /**
     * Reads and stores entries of a list. One that cannot be read is nobody, and of several about one person the first
     * counts; the others are noted.
     */
    recordListed: ({ batch, url, first }: Listed): Outcome<Grown> => {
      const entries = elementsOf(batch).map((bytes) => readListedUser(bytes, batch.receivedAt, url));
      const take = (): Recordable[] => {
        if (first === 0) listOddities.begin();
        const giveOwn = ids.givingOwn();
        return entries.flatMap((entry, at): Recordable[] => {
          if (!entry.ok) {
            listOddities.add(first + at, badEntryOf(entry.failure), null);
            return [];
          }
          const { reply, isWhole } = entry.value;
          const { key } = giveOwn(reply.user.id);
          if (listOddities.isFirst(key)) return [{ ...reply, ...receivedOf(batch), isWhole }];
          listOddities.add(first + at, { why: 'twice', text: '' }, key);
          return [];
        });
      };
      const event = 'growth.recordListed';
      const together = write(event, () => grown(recording.record(take()), []));
      if (together.ok || together.failure.kind !== 'unexpected') return together;
      const taken = write(event, take);
      return taken.ok ? grow(event, taken.value, []) : taken;
    },
    pending: (after: PersonKey, limit: number): Outcome<Pending> =>
      look('growth.pending', () => frontier.pending(after, limit)),
    passing: (after: PersonKey, limit: number): Outcome<Pending> =>
      look('growth.passing', () => frontier.passing(after, limit)),
    /** People last fetched more than `forMs` ago: those of `first`, then the oldest. */
    stale: (now: number, forMs: number, first: readonly UserId[], limit: number): Outcome<readonly UserId[]> =>
      look('growth.stale', () => frontier.stale(now - forMs, now, first, limit)),
    /** Who was given last of all who were asked for singly, and whether anybody is stored at all. */
    lastGiven: (): Outcome<{ readonly id: UserId | null; readonly isAnybodyKnown: boolean }> =>
      look('growth.lastGiven', () => ({
        id: frontier.lastGiven(),
        isAnybodyKnown: frontier.progress().fetched > 0,
      })),
    progress: (): Outcome<Progress> => look('growth.progress', frontier.progress),
    /** Everybody who could not be fetched, or was not found and is not known otherwise, is to be tried again. */
    forgiveFailures: (): Outcome<null> =>
      write('growth.forgiveFailures', () => {
        failures.forgetAll();
        notFound.askUnknownAgain();
        return null;
      }),
    /** Those who were refused may be tried again. */
    forgiveRefusals: (): Outcome<null> =>
      write('growth.forgiveRefusals', () => {
        failures.forgetRefusals();
        return null;
      }),
    addStartIds: (more: readonly UserId[]): Outcome<{ readonly added: number }> =>
      write('growth.addStartIds', () => ({ added: addStart(more) })),
    /** The same with ids that stand one in a line: what is one text is handed between threads at once, however many they are. */
    addStartLines: (lines: string): Outcome<{ readonly added: number }> =>
      write('growth.addStartLines', () => ({ added: addStart(lines.split('\n') as UserId[]) })),
    loadSync: (): Outcome<SyncRecord> => look('growth.loadSync', sync.load),
    saveSync: (record: SyncRecord): Outcome<null> =>
      write('growth.saveSync', () => {
        sync.save(record);
        return null;
      }),
  };
}

/** Names that are stored at once. Hundreds of managers together name a tenth of it; who names more is looked at in between. */
const mostNames = 100_000;

/** The first replies, at least one, that name no more together; and the others. */
function fewNames(replies: readonly Recordable[]): { some: readonly Recordable[]; others: readonly Recordable[] } {
  let names = 0;
  const end = replies.findIndex(({ user }, nth) => {
    names += user.reports.length;
    return nth > 0 && names > mostNames;
  });
  return end === -1 ? { some: replies, others: [] } : { some: replies.slice(0, end), others: replies.slice(end) };
}

function missedOf({ user, receivedAt }: Recordable, failure: Failure): Missed {
  return {
    id: user.id,
    failure,
    at: receivedAt,
  };
}

function badEntryOf(failure: Failure): BadEntry {
  if (failure.kind !== 'bad-reply') return { why: 'no-user', text: '' };
  return { why: failure.where === 'id' ? 'no-id' : 'no-user', text: failure.detail };
}
