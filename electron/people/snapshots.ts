/**
 * What the page is shown of a view: its people in order, as they were at one moment. While people keep changing, a
 * view is computed anew at most once a second, and never so often that others would have to wait for it; while somebody
 * scrolls through it, a part at a time between their questions.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { PeopleView } from '../../contract/table.ts';
import type { Status } from '../../contract/user.ts';
import { nobodyOfAny, statusFromNumber, statusToNumber } from '../sqlite/status-order.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import type { PeopleBelow } from './below.ts';
import { type createOrders, isOfEverybody, type Order } from './order.ts';
import { keyIn, statusIn } from './rows.ts';

export type Shown = {
  readonly number: number;
  readonly order: Order;
  /** People in the view; more than `order` holds where only its beginning was read. */
  readonly total: number;
  readonly counts: Record<Status, number> | null;
  readonly known: number;
};

/** What all views that differ only in the status share. */
type Counted = {
  readonly order: Order;
  readonly counts: Record<Status, number>;
  readonly byStatus: Map<Status | null, Shown>;
};

/** What all views share that differ only in the status and in the person above. */
type Computed = {
  readonly order: Order;
  readonly known: number;
  readonly version: string;
  readonly at: number;
  readonly tookMs: number;
  /** By the person above, as JSON. */
  readonly counted: Map<string, Counted>;
};

export type SnapshotsNeeds = {
  readonly database: DatabaseSync;
  readonly orders: ReturnType<typeof createOrders>;
  readonly below: Pick<PeopleBelow, 'of'>;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
  /** Does something once whoever has asked meanwhile was answered. */
  readonly afterOthers: (work: () => void) => void;
};

const leastAgeMs = 1000;
/** Computing takes at most one in so many moments: rows that are asked for meanwhile wait for it. */
const mostOften = 40;
/** Selecting and exporting name a snapshot; by then it may have been replaced a few times. */
const kept = 6;

export function createSnapshots({ database, orders, below, monotonic, afterOthers }: SnapshotsNeeds) {
  const version = createWriteMark(database);
  const recent: Shown[] = [];
  let last = 0;
  let computed: { readonly of: string; readonly what: Computed } | null = null;
  let begun = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  /** A view that is being computed between questions. */
  let underWay: { readonly of: string } | null = null;

  const keep = (shown: Omit<Shown, 'number'>): Shown => {
    last += 1;
    const numbered = { ...shown, number: last };
    recent.unshift(numbered);
    recent.length = Math.min(recent.length, kept);
    return numbered;
  };

  const compute = (view: PeopleView): Computed => {
    const at = monotonic();
    // Before the reading: what is written meanwhile then counts as newer.
    const before = version();
    const order = orders.compute(view.filter, view.sort);
    return computedOf(view, order, { version: before, at, tookMs: monotonic() - at });
  };

  const computeBehind = (view: PeopleView, of: string): void => {
    const mine = { of };
    underWay = mine;
    const before = version();
    const parts = orders.computeInParts(view.filter, view.sort);
    let tookMs = 0;
    const go = () => {
      if (underWay !== mine) {
        parts.return([] as never);
        return;
      }
      const at = monotonic();
      try {
        const part = parts.next();
        tookMs += monotonic() - at;
        if (part.done !== true) return afterOthers(go);
        computed = { of, what: computedOf(view, part.value, { version: before, at, tookMs }) };
      } catch {
        // Whoever asks next meets it where it can be told.
        computed = null;
      }
      underWay = null;
    };
    afterOthers(go);
  };

  function computedOf(
    { filter }: PeopleView,
    order: Order,
    when: Pick<Computed, 'version' | 'at' | 'tookMs'>,
  ): Computed {
    const known = isOfEverybody(filter) ? order.length : orders.known();
    return { order, known, ...when, counted: new Map() };
  }

  const countedOf = ({ order: all, counted }: Computed, filter: PeopleView['filter']): Counted => {
    const of = JSON.stringify(filter.below);
    const before = counted.get(of);
    if (before !== undefined) return before;
    const isBelow = filter.below === null ? null : below.of(filter.below);
    const order = isBelow === null ? all : all.filter((packed) => isBelow(keyIn(packed)));
    const counts = nobodyOfAny();
    for (const packed of order) counts[statusFromNumber(statusIn(packed))] += 1;
    const made = { order, counts, byStatus: new Map() };
    // Each takes as much room as everybody may: the last one is looked at, with all that it was chosen from.
    for (const other of counted.keys()) if (other !== 'null') counted.delete(other);
    counted.set(of, made);
    return made;
  };

  const shownOf = (what: Computed, filter: PeopleView['filter']): Shown => {
    const { order, counts, byStatus } = countedOf(what, filter);
    const { status } = filter;
    const before = byStatus.get(status);
    if (before !== undefined && recent.includes(before)) return before;
    const wanted = status === null ? null : statusToNumber(status);
    const some = wanted === null ? order : order.filter((packed) => statusIn(packed) === wanted);
    const shown = keep({ order: some, total: some.length, counts, known: what.known });
    byStatus.set(status, shown);
    return shown;
  };

  /** The beginning of the usual view, which is what is looked at first and needs nothing computed. */
  const beginning = (limit: number): Shown => {
    const known = orders.known();
    return keep({ order: orders.firstByName(limit), total: known, counts: null, known });
  };

  return {
    /** `upTo`: as many rows as are wanted now, from the first on. */
    of: (view: PeopleView, upTo: number): { readonly shown: Shown; readonly isOutdated: boolean } => {
      const isFirst = !begun;
      begun = true;
      const { role, team, text, countryCode, status } = view.filter;
      const isPlain = isOfEverybody(view.filter) && view.filter.below === null && status === null;
      if (isFirst && isPlain && isByName(view)) {
        return { shown: beginning(upTo), isOutdated: true };
      }
      const of = JSON.stringify([role, team, text.trim(), countryCode, view.sort.by, view.sort.descending]);
      const now = monotonic();
      const isFollowed = now - askedAt < leastAgeMs;
      askedAt = now;
      if (underWay?.of !== of) underWay = null;
      let what = computed?.of === of ? computed.what : null;
      if (
        what !== null &&
        what.version !== version() &&
        now - what.at >= Math.max(leastAgeMs, mostOften * what.tookMs)
      ) {
        if (!isFollowed) what = null;
        else if (underWay === null) computeBehind(view, of);
      }
      if (what === null) underWay = null;
      what ??= compute(view);
      computed = { of, what };
      return { shown: shownOf(what, view.filter), isOutdated: what.version !== version() };
    },
    /** Null: it was given too long ago, or is only the beginning of one. */
    numbered: (number: number): Shown | null =>
      recent.find((one) => one.number === number && one.order.length === one.total) ?? null,
  };
}

function isByName({ sort }: PeopleView): boolean {
  return sort.by === 'name' && !sort.descending;
}
