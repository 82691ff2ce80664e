/**
 * What is still to be fetched for the page that is open: cards of direct reports and pictures, a bounded number at
 * a time, told to the page as they come. Leaving the page ends it; nothing of a left page arrives later.
 */
import pLimit from 'p-limit';
import type { UserId } from '../../contract/ids.ts';
import type { ReportEntry } from '../../contract/person.ts';
import type { Clock } from '../clock.ts';
import type { Sync } from '../sync/sync.ts';

/** Requests for cards under way at once: enough to fill a page in a moment, few enough to be polite. */
const cardsAtOnce = 6;
/** Cards that arrive close together are told together, so that a page of hundreds is not drawn hundreds of times. */
const gatherMs = 60;

/** The sync that is under way, as a page goes by it. */
export type SyncUnderWay = {
  /** How it goes through everybody just now; null: it does not. */
  readonly growing: () => 'listing' | 'walking' | null;
  /** Whether it has asked for somebody who is not stored yet. */
  readonly isUnderWay: Sync['isUnderWay'];
};

export type VisitNeeds = {
  readonly manager: UserId;
  readonly fetchCard: (id: UserId, signal: AbortSignal) => Promise<ReportEntry | null>;
  /** Whether the sync has asked for somebody whom it has not stored yet. */
  readonly isUnderWay: (id: UserId) => boolean;
  /** As they are known now. */
  readonly entriesOf: (ids: readonly UserId[]) => readonly ReportEntry[];
  readonly arrived: (manager: UserId, entries: readonly ReportEntry[]) => void;
  readonly clock: Pick<Clock, 'sleep'>;
};

export type Visit = {
  readonly manager: UserId;
  readonly signal: AbortSignal;
  /** Fetches the cards of these people, in this order. Those already under way are not asked twice. */
  readonly fetchCards: (ids: readonly UserId[]) => Promise<void>;
  /** Leaves these to the sync that is under way: it fetches them anyway. */
  readonly leaveToSync: (ids: readonly UserId[]) => void;
  readonly isLeft: (id: UserId) => boolean;
  /** Something else is known of these now, also of those left to the sync: they are taken when the page is told next. */
  readonly note: (ids: readonly UserId[]) => void;
  /** The sync has got to these; gives those that the page still lacks, which are noted. */
  readonly synced: (ids: readonly UserId[]) => readonly UserId[];
  /** Those who were noted, as they are known now. */
  readonly take: () => readonly ReportEntry[];
  /** The sync fetches nobody any more: whoever was left to it is fetched now. */
  readonly fetchLeft: () => Promise<void>;
  readonly end: () => void;
};

export function beginVisit({ manager, fetchCard, isUnderWay, entriesOf, arrived, clock }: VisitNeeds): Visit {
  const ending = new AbortController();
  const turn = pLimit(cardsAtOnce);
  const asked = new Set<UserId>();
  const left = new Set<UserId>();
  /** Who was told to be missing: the sync may fare better another time. */
  const missed = new Set<UserId>();
  const noted = new Set<UserId>();
  let gathered: ReportEntry[] = [];
  let isGathering = false;

  const tellGathered = () => {
    isGathering = false;
    const entries = gathered;
    gathered = [];
    if (entries.length > 0 && !ending.signal.aborted) arrived(manager, entries);
  };

  const noteMissed = (entries: readonly ReportEntry[]) => {
    for (const entry of entries) if (entry.state === 'failed' || entry.state === 'not-found') missed.add(entry.id);
  };
  const gather = (entries: readonly ReportEntry[]) => {
    gathered.push(...entries);
    noteMissed(entries);
    if (isGathering) return;
    isGathering = true;
    clock.sleep(gatherMs, ending.signal).then(tellGathered, () => undefined);
  };

  const fetchOne = async (id: UserId) => {
    if (ending.signal.aborted) return;
    if (isUnderWay(id)) {
      asked.delete(id);
      left.add(id);
      return;
    }
    const entry = await fetchCard(id, ending.signal);
    asked.delete(id);
    if (entry === null || ending.signal.aborted) return;
    gather([entry]);
  };

  const fetchCards = async (ids: readonly UserId[]) => {
    const wanted = ids.filter((id) => !asked.has(id));
    for (const id of wanted) asked.add(id);
    await Promise.all(wanted.map((id) => turn(fetchOne, id)));
  };

  return {
    manager,
    signal: ending.signal,
    fetchCards,
    leaveToSync: (ids) => {
      for (const id of ids) left.add(id);
    },
    isLeft: (id) => left.has(id),
    note: (ids) => {
      for (const id of ids) noted.add(id);
    },
    synced: (ids) => {
      const come = ids.filter((id) => left.delete(id) || missed.delete(id));
      for (const id of come) noted.add(id);
      return come;
    },
    take: () => {
      const entries = entriesOf([...noted]);
      noted.clear();
      noteMissed(entries);
      return entries;
    },
    fetchLeft: () => {
      const ids = [...left];
      left.clear();
      return fetchCards(ids);
    },
    end: () => ending.abort(),
  };
}
