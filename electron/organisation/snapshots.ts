/**
 * The forest as it was at one moment, for as long as it does. While people keep changing it is read again at most once a
 * second, and never so often that reading it would be most of what its thread does.
 */
import type { OrganisationTotals } from '../../contract/organisation.ts';
import type { Forest } from './forest.ts';
import { totalsOf } from './totals.ts';

export type Snapshot = { readonly number: number; readonly forest: Forest; readonly totals: OrganisationTotals };

export type SnapshotsNeeds = {
  /** In the order of the one before; null: by size. */
  readonly read: (before: Forest | null) => Forest;
  /** As of a moment of the past, in milliseconds since 1970-01-01T00:00Z. */
  readonly readAsOf: (at: number, before: Forest | null) => Forest;
  /** As `createWriteMark` makes it. */
  readonly version: () => string;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
  /** The number of the first one. */
  readonly first: number;
};

type Given = Snapshot & { readonly isOutdated: boolean };

export type Snapshots = {
  /** Read again where that is due. */
  readonly current: () => Given;
  /** As it was read last: of the same moment as what is shown already. */
  readonly newest: () => Given;
  /** As of a moment of the past, in the order of the newest. One is kept, and stays as it is whatever is written. */
  readonly asOf: (at: number) => Given;
  /** The next one is in the order of size: the page is opened, and nobody looks at the order that was kept. */
  readonly orderAgain: () => void;
  /** Null: it was given too long ago. */
  readonly numbered: (number: number) => Snapshot | null;
};

const leastAgeMs = 1000;
/** Reading takes at most one in so many moments. */
const mostOften = 40;
/** The page may name the one before, since it is not told of a new one. */
const kept = 2;

export function createSnapshots({ read, readAsOf, version, monotonic, first }: SnapshotsNeeds): Snapshots {
  const recent: Snapshot[] = [];
  let past: { readonly at: number; readonly version: string; readonly snapshot: Snapshot } | null = null;
  let last = first - 1;
  let readAt = 0;
  let tookMs = 0;
  let readVersion = '';
  let isOrderKept = false;
  let isOrderDue = false;

  const numberedNext = (forest: Forest): Snapshot => {
    last += 1;
    return { number: last, forest, totals: totalsOf(forest) };
  };
  const readAgain = (): Snapshot => {
    const at = monotonic();
    const before = version();
    const ordered = isOrderDue ? null : (recent[0]?.forest ?? null);
    const forest = read(ordered);
    isOrderKept = ordered !== null;
    isOrderDue = false;
    const snapshot = numberedNext(forest);
    readVersion = before;
    readAt = at;
    tookMs = monotonic() - at;
    recent.unshift(snapshot);
    recent.length = Math.min(recent.length, kept);
    return snapshot;
  };

  const given = (snapshot: Snapshot): Given => ({ ...snapshot, isOutdated: version() !== readVersion });

  return {
    current: () => {
      const [newest] = recent;
      const isDue = newest === undefined || monotonic() - readAt >= Math.max(leastAgeMs, mostOften * tookMs);
      const isRead = newest === undefined || isOrderDue || (isDue && version() !== readVersion);
      return given(isRead ? readAgain() : newest);
    },
    orderAgain: () => {
      isOrderDue = isOrderKept;
      // What is known of the past may be known better.
      if (past !== null && past.version !== version()) past = null;
    },
    newest: () => given(recent[0] ?? readAgain()),
    asOf: (at) => {
      if (past?.at !== at) {
        const before = version();
        past = { at, version: before, snapshot: numberedNext(readAsOf(at, recent[0]?.forest ?? null)) };
      }
      return { ...past.snapshot, isOutdated: false };
    },
    numbered: (number) =>
      [...recent, ...(past === null ? [] : [past.snapshot])].find((one) => one.number === number) ?? null,
  };
}
