/**
 * What is still to be fetched for the page that is open: cards of direct reports and pictures, a bounded number at
 * a time, told to the page as they come. Leaving the page ends it; nothing of a left page arrives later.
 */
import pLimit from 'p-limit';
import type { UserId } from '../../contract/ids.ts';
import type { ReportEntry } from '../../contract/person.ts';

/** Requests for cards under way at once: enough to fill a page in a moment, few enough to be polite. */
const cardsAtOnce = 6;
/** Cards that arrive close together are told together, so that a page of hundreds is not drawn hundreds of times. */
const gatherMs = 60;

export type VisitNeeds = {
  readonly manager: UserId;
  readonly fetchCard: (id: UserId, signal: AbortSignal) => Promise<ReportEntry | null>;
  readonly arrived: (manager: UserId, entries: readonly ReportEntry[]) => void;
};

export type Visit = {
  readonly manager: UserId;
  readonly signal: AbortSignal;
  /** Fetches the cards of these people, in this order. Those already under way are not asked twice. */
  readonly fetchCards: (ids: readonly UserId[]) => Promise<void>;
  readonly end: () => void;
};

export function beginVisit({ manager, fetchCard, arrived }: VisitNeeds): Visit {
  const ending = new AbortController();
  const turn = pLimit(cardsAtOnce);
  const asked = new Set<UserId>();
  let gathered: ReportEntry[] = [];
  let timer: NodeJS.Timeout | null = null;

  const tell = () => {
    timer = null;
    const entries = gathered;
    gathered = [];
    if (entries.length > 0 && !ending.signal.aborted) arrived(manager, entries);
  };

  const fetchOne = async (id: UserId) => {
    if (ending.signal.aborted) return;
    const entry = await fetchCard(id, ending.signal);
    asked.delete(id);
    if (entry === null || ending.signal.aborted) return;
    gathered.push(entry);
    timer ??= setTimeout(tell, gatherMs);
  };

  return {
    manager,
    signal: ending.signal,
    fetchCards: async (ids) => {
      const wanted = ids.filter((id) => !asked.has(id));
      for (const id of wanted) asked.add(id);
      await Promise.all(wanted.map((id) => turn(fetchOne, id)));
    },
    end: () => {
      ending.abort();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
