/**
 * Answers the table of people out of the database: windows of a view, what can be chosen, who is selected, and
 * people as text. Plain data in and out and nothing asynchronous, so that it can live in a thread of its own, over a
 * connection of its own.
 */
import type { DatabaseSync } from 'node:sqlite';
import { cardBounds, mostRows } from '../../contract/bounds.ts';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { usualView } from '../../contract/people-view.ts';
import type {
  Below,
  Headcount,
  HeadcountAsked,
  LabelCounts,
  LabelsAsked,
  MeantPeople,
  PeopleWindow,
  PeopleWindowAsked,
  SelectAsked,
  TypedAsked,
  WhichPeople,
} from '../../contract/table.ts';
import { shortened } from '../reading/read-notes.ts';
import { createPersonIds } from '../sqlite/person-ids.ts';
import { boundedCard } from '../storage/bounded-card.ts';
import { createClaimsTable } from '../storage/claims-table.ts';
import { createClaimsWatched } from '../storage/claims-upward.ts';
import { readZone } from '../zone/read-zone.ts';
import { createPeopleBelow } from './below.ts';
import { createCsvPeople, type UserOf } from './csv-people.ts';
import { createHeadcount, defineCountryCode } from './headcount.ts';
import { createLabelCounts } from './label-counts.ts';
import { createManagerPlaces } from './manager-places.ts';
import { createNarrowing } from './narrowing.ts';
import { createOrders, type FindKeys, type Order } from './order.ts';
import { createRows, createRowsShared, keyIn } from './rows.ts';
import { createSelection } from './selection.ts';
import { createSnapshots, type Shown } from './snapshots.ts';
import { createTypedNames } from './typed-names.ts';
import { createWriting, type Writing, type WritingFormat, type WrittenPart } from './writing.ts';

/** People of a snapshot, or everybody below somebody. */
type Meant = MeantPeople | { readonly below: Below };

export type PeopleViews = {
  readonly window: (asked: PeopleWindowAsked) => PeopleWindow;
  readonly labels: (asked: LabelsAsked) => LabelCounts;
  readonly headcount: (asked: HeadcountAsked) => Headcount;
  /** How many of those who are stored. */
  readonly countBelow: (asked: { readonly id: UserId }) => { readonly all: number; readonly direct: number };
  /** How many of the snapshot are selected then; null: it is no longer kept. */
  readonly select: (asked: SelectAsked) => number | null;
  /** The next place whose name begins with what is typed; -1: nobody's does; null: the snapshot is no longer kept. */
  readonly typed: (asked: TypedAsked) => number | null;
  /** Begins to write people of a snapshot; null: it is no longer kept. vCards need export/load-vcard.ts before. */
  readonly beginWriting: (
    asked: Meant & { readonly format: WritingFormat },
  ) => { readonly writing: number; readonly total: number } | null;
  /** The part that begins with the person at `from`, who is the one after the last part's `done`. */
  readonly writePart: (asked: { readonly writing: number; readonly from: number }) => WrittenPart;
  readonly endWriting: (asked: { readonly writing: number }) => null;
};

/** The same in a thread. */
export type PeopleViewsElsewhere = {
  readonly [K in keyof PeopleViews]: (
    ...asked: Parameters<PeopleViews[K]>
  ) => Promise<Outcome<ReturnType<PeopleViews[K]>>>;
};

export type PeopleViewsNeeds = {
  readonly database: DatabaseSync;
  readonly userOf: UserOf;
  /** Of the reader that `userOf` reads with. */
  readonly readerVersion: number;
  readonly findKeys: FindKeys;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  /** Does something once whoever has asked meanwhile was answered. */
  readonly afterOthers: (work: () => void) => void;
};

export function createPeopleViews({
  database,
  userOf,
  readerVersion,
  findKeys,
  monotonic,
  now,
  afterOthers,
}: PeopleViewsNeeds): PeopleViews {
  const ids = createPersonIds(database);
  const claims = createClaimsTable(database);
  const upward = createClaimsWatched(database, claims);
  const below = createPeopleBelow({ database, ids, upward, claims });
  const narrowing = createNarrowing(database, findKeys, below);
  defineCountryCode(database);
  const shared = createRowsShared(database, upward);
  const rowsOf = createRows(database, shared);
  const orders = createOrders({ database, findKeys, managerPlaces: createManagerPlaces(database, upward), now });
  const snapshots = createSnapshots({ database, orders, below, monotonic, afterOthers });
  const selection = createSelection();
  const typedNames = createTypedNames(database);
  const csvPeople = createCsvPeople({ database, shared, userOf, readerVersion });
  const writePart = createWriting({ rowsOf, csvPeople, userOf });
  const writings = new Map<number, Writing>();
  let lastWriting = 0;

  const placeOf = (id: string, { order }: Shown): number | null => {
    const key = ids.find(id);
    const place = key === null ? -1 : order.findIndex((packed) => keyIn(packed) === key);
    return place === -1 ? null : place;
  };
  const meant = ({ order }: Shown, which: WhichPeople): Order => {
    if (which === 'all') return order;
    return which === 'selected' ? selection.within(order) : order.subarray(which.place, which.place + 1);
  };

  const orderOf = ({ snapshot, which }: MeantPeople): Order | null => {
    const shown = snapshots.numbered(snapshot);
    return shown === null ? null : meant(shown, which);
  };
  const everybody = (): Order => orders.compute(usualView.filter, usualView.sort);
  const within = (order: Order, asked: Below): Order => {
    const isBelow = below.of(asked);
    return order.filter((packed) => isBelow(keyIn(packed)));
  };

  return {
    window: ({ view, offset, limit, follow }) => {
      const { shown, isOutdated } = snapshots.of(view, Math.max(mostRows, offset + limit));
      const rows = rowsOf(shown.order.subarray(offset, offset + limit));
      return {
        snapshot: shown.number,
        offset,
        rows: rows.map(({ key, timeZone, managers: [manager = null, ...others], ...row }) => ({
          ...boundedCard(row),
          phone: row.phone === null ? null : shortened(row.phone, cardBounds.phone),
          timeZone:
            timeZone === null ? null : { text: shortened(timeZone, cardBounds.label), zone: readZone(timeZone) },
          manager: manager === null ? null : { ...manager, name: shortened(manager.name, cardBounds.name) },
          otherManagers: others.length,
          selected: selection.has(key),
        })),
        total: shown.total,
        counts: shown.counts,
        known: shown.known,
        selected: selection.countIn(shown.order),
        selectedElsewhere: selection.elsewhere(shown.order),
        isOutdated,
        below: view.filter.below === null ? null : below.named(view.filter.below.id),
        places: follow.map((id) => placeOf(id, shown)),
      };
    },
    labels: createLabelCounts(database, narrowing),
    headcount: createHeadcount(database, narrowing),
    countBelow: ({ id }) => {
      const all = within(everybody(), { id, which: 'all' });
      return { all: all.length, direct: within(all, { id, which: 'direct' }).length };
    },
    select: ({ snapshot, ...change }) => {
      const shown = snapshots.numbered(snapshot);
      if (shown === null) return null;
      selection.change(shown.order, change);
      return selection.countIn(shown.order);
    },
    typed: ({ snapshot, typed, from }) => {
      const shown = snapshots.numbered(snapshot);
      return shown === null ? null : (typedNames(shown.order, typed, from) ?? -1);
    },
    beginWriting: ({ format, ...of }) => {
      const order = 'below' in of ? within(everybody(), of.below) : orderOf(of);
      if (order === null) return null;
      lastWriting += 1;
      writings.set(lastWriting, { order, format, at: now() });
      return { writing: lastWriting, total: order.length };
    },
    writePart: ({ writing, from }) => {
      const begun = writings.get(writing);
      return begun === undefined ? { text: '', done: from } : writePart(begun, from);
    },
    endWriting: ({ writing }) => {
      writings.delete(writing);
      return null;
    },
  };
}
