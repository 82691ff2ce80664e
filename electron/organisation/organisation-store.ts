/**
 * What the organisation's thread does: it holds everybody under their own manager, and what of the tree is open. It
 * writes nothing.
 */
import { mostAbove } from '../../contract/bounds.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { writeItems } from '../../contract/organisation-items.ts';
import { createFindKeys } from '../people/find-keys.ts';
import { createBegunKeys, firstOf } from '../people/typed-names.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import { createCardsAsOf } from '../storage/cards-as-of.ts';
import { createFirstClaim } from '../storage/claims-as-of.ts';
import type { StoreFile } from '../storage/store-file.ts';
import { createWhoseIds } from '../storage/whose-ids.ts';
import type { Answer } from '../thread/thread-messages.ts';
import { wayTo } from './around.ts';
import { layChart } from './chart-layout.ts';
import { createClaimsAround } from './claims-around.ts';
import { type Forest, placeOfKey } from './forest.ts';
import { createForests } from './forests.ts';
import type { KeptMap } from './kept-map.ts';
import { createOrganisationMap } from './map-store.ts';
import { createMembers } from './members.ts';
import { openAt } from './open-at.ts';
import { createOpenBranches } from './open-branches.ts';
import { createOtherManagers, otherPlaces } from './other-managers.ts';
import { createPanels, type SpansBegun, type SpansPartAsked } from './panels.ts';
import { createPeopleThen } from './people-then.ts';
import { createSavedPeople } from './saved-people.ts';
import { createSavings } from './savings.ts';
import { shareBelow } from './shares.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';
import { createMatching, createSpotlights, nextMatch } from './spotlights.ts';
import { createTellRows } from './tell-rows.ts';
import type { SpansPart } from './tell-spans.ts';
import { type TreeRows, treeRowsOf } from './tree-rows.ts';

/** What is kept while there is no such thread. `active`: who was last; 0: nobody. `open`: as `open-branches.ts` keeps it. */
export type OrganisationKept = {
  readonly active: PersonKey;
  readonly open: Int32Array | null;
};

export type OrganisationStore = ReturnType<typeof createOrganisationStore>;

/** A question to the organisation's thread, as it is given on. */
export type OfOrganisation<N extends keyof OrganisationStore> = (
  ...asked: Parameters<OrganisationStore[N]>
) => Promise<Answer<OrganisationStore, N>>;

type Answered =
  | ('look' | 'rows' | 'open' | 'seek' | 'chart' | 'map' | 'match' | 'members')
  | ('relation' | 'spans' | 'leading' | 'find' | 'labels');
type Asked<N extends Answered | 'typed' | 'saveSpans'> = ParsedInput<`organisation.${N}`>;
type Given<N extends Answered> = CallOutput<`organisation.${N}`>;

export type OrganisationBegun = {
  readonly kept?: OrganisationKept | null | undefined;
  /** The number of the first snapshot. */
  readonly firstSnapshot?: number | undefined;
  readonly keptMap?: KeptMap | undefined;
};

export function createOrganisationStore(file: StoreFile, begun: OrganisationBegun = {}) {
  const { kept = null, firstSnapshot = 1, keptMap = null } = begun;
  const { database, tables, reader, clock, look } = file;
  const { read, readAsOf, claimsOf } = createForests(file);
  const snapshots = createSnapshots({
    ...{ read, readAsOf },
    version: createWriteMark(database),
    monotonic: clock.monotonic,
    first: firstSnapshot,
  });
  /** The moment of the past that is shown, in milliseconds since 1970-01-01T00:00Z; null: it is as it is now. */
  let asOf: number | null = null;
  const othersAt = createOtherManagers(claimsOf);
  const cardsAsOf = createCardsAsOf({ database, people: tables.people, reader });
  const members = createMembers({ ...{ database, tables, othersAt, cardsAsOf }, asOf: () => asOf });
  const firstClaim = createFirstClaim(database);
  const begunKeys = createBegunKeys(database);
  const whose = createWhoseIds(file);
  const then = createPeopleThen({ file, whose, cardsAsOf, version: createWriteMark(database) });
  const matchingNow = createMatching(database, createFindKeys({ database, tables, whose }));
  const spotlights = createSpotlights((spotlight) =>
    asOf === null ? matchingNow(spotlight) : then.matching(asOf, spotlight),
  );
  const branches = createOpenBranches(kept?.open ?? null);
  let active: PersonKey = kept?.active ?? 0;
  /** Of a forest, as its tree is opened; null: to be walked again. */
  let walked: { readonly of: Forest; readonly rows: TreeRows } | null = null;

  const following = (now: ReturnType<Snapshots['current']>) => {
    branches.follow(now.forest);
    return now;
  };
  /** What the tree asks for: the one that is shown from then on. */
  const current = () => following(asOf === null ? snapshots.current() : snapshots.asOf(asOf));
  /** What stands beside the tree: of the moment that it shows. */
  const newest = () => following(asOf === null ? snapshots.newest() : snapshots.asOf(asOf));
  const rowsOf = (forest: Forest): TreeRows => {
    if (walked?.of !== forest) walked = { of: forest, rows: treeRowsOf(forest, branches) };
    return walked.rows;
  };
  /** 0: they are not in it. */
  const placeOf = (forest: Forest, id: UserId): number => placeOfKey(forest, tables.ids.find(id) ?? 0);
  const map = createOrganisationMap({
    claimsAround: createClaimsAround(othersAt, tables.claims.reportsOf),
    ...{ database, current, spotlights, placeOf },
    asOf: () => asOf,
    now: clock.now,
    kept: keptMap,
  });
  const panels = createPanels({
    ...{ database, members, look, newest, placeOf, claimsOf },
    isPast: () => asOf !== null,
  });
  const savedPeople = createSavedPeople({ people: tables.people, cardsAsOf, members });
  const savings = createSavings({
    ...{ look, placeOf, othersAt, members },
    map: map.saved,
    newest: () => newest().forest,
    moment: () => ({ asOf, peopleAt: savedPeople(asOf) }),
    now: clock.now,
  });
  const memberAt = (forest: Forest, place: number) => members.at(forest, [place])[0] ?? null;

  const tellRows = createTellRows(members, branches);

  return {
    look: ({ id, isOpening, asOf: wanted }: Asked<'look'>): Outcome<Given<'look'>> =>
      look('organisation.look', () => {
        if (isOpening) snapshots.orderAgain();
        if (wanted !== asOf) map.turn();
        asOf = wanted;
        const { forest, totals, isOutdated } = current();
        const asked = id === null ? 0 : placeOf(forest, id);
        const before = placeOfKey(forest, active);
        const place = asked || before || Math.min(1, forest.people);
        active = forest.keys[place] ?? 0;
        return {
          totals,
          active: active === 0 ? null : (members.named([active]).get(active)?.id ?? null),
          isThere: id === null || asked !== 0,
          isOutdated,
        };
      }),
    rows: ({ offset, limit, follow, spotlight }: Asked<'rows'>): Outcome<Given<'rows'>> =>
      look('organisation.rows', () => {
        const { number: snapshot, forest, totals, isOutdated } = current();
        const rows = rowsOf(forest);
        const lit = spotlight === undefined ? null : spotlights.of(forest, spotlight);
        const places = follow.map((id) => placeOf(forest, id)).map((place) => (place === 0 ? null : rows.rowOf(place)));
        return {
          ...{ snapshot, offset, rows: tellRows(forest, rows, { offset, limit, lit }), total: rows.total },
          ...{ places, totals, isOutdated, asOf },
          matches: lit && { ...shareBelow(forest, lit.sum, 0), isByToday: asOf !== null && then.isByToday(asOf) },
        };
      }),
    open: ({ id, what }: Asked<'open'>): Outcome<Given<'open'>> =>
      look('organisation.open', () => {
        const { forest } = current();
        const place = id === null ? null : placeOf(forest, id);
        if (place !== 0) openAt(branches, forest, place, what);
        walked = null;
        const rows = rowsOf(forest);
        const row = place === null ? rows.blockRow : place === 0 ? null : rows.rowOf(place);
        return { row, total: rows.total };
      }),
    seek: ({ id }: Asked<'seek'>): Outcome<Given<'seek'>> =>
      look('organisation.seek', () => {
        const { forest } = newest();
        const place = placeOf(forest, id);
        const member = place === 0 ? null : memberAt(forest, place);
        if (member === null) return null;
        const way = wayTo(forest, place, mostAbove);
        const named = members.named(way);
        return { member, above: way.flatMap((key) => named.get(key) ?? []), row: rowsOf(forest).rowOf(place) };
      }),
    /** The next row whose name begins with what is typed; -1: nobody's does; null: the snapshot is no longer kept. */
    typed: ({ snapshot, typed, from }: Asked<'typed'>): Outcome<number | null> =>
      look('organisation.typed', () => {
        const forest = snapshots.numbered(snapshot)?.forest;
        if (forest === undefined) return null;
        const { total, placeAt } = rowsOf(forest);
        const keyAt = (row: number) => forest.keys[placeAt(row) ?? 0] ?? 0;
        const begun = asOf === null ? begunKeys(typed) : then.begun(asOf, typed);
        return firstOf(begun, { count: total, from, keyAt }) ?? -1;
      }),
    chart: ({ centre, shape, spotlight }: Asked<'chart'>): Outcome<Given<'chart'>> =>
      look('organisation.chart', () => {
        const { number: snapshot, forest } = newest();
        const place = placeOf(forest, centre);
        if (place === 0) return null;
        const others = otherPlaces(othersAt, forest, place);
        const matches = spotlight === undefined ? null : spotlights.of(forest, spotlight).matches;
        const { items, cards, isCut } = layChart(forest, { centre: place, shape, others, matches });
        const key = forest.keys[place] ?? 0;
        return { snapshot, centre: key, items: writeItems(items), cards, isCut };
      }),
    map: (asked: Asked<'map'>): Outcome<Given<'map'>> => look('organisation.map', () => map.view(asked)),
    match: ({ spotlight, from, isBack }: Asked<'match'>): Outcome<Given<'match'>> =>
      look('organisation.match', () => {
        const { forest } = newest();
        const lit = spotlights.of(forest, spotlight);
        const place = nextMatch(lit, from === null ? 0 : placeOf(forest, from), isBack);
        const key = forest.keys[place] ?? 0;
        const id = members.named([key]).get(key)?.id;
        return id === undefined ? null : { id, nth: lit.sum[place + 1] ?? 0, of: lit.sum[forest.people + 1] ?? 0 };
      }),
    /** Null: it is shown as it is now. */
    find: ({ text, limit }: Asked<'find'>): Outcome<Given<'find'> | null> =>
      look('organisation.find', () => {
        if (asOf === null) return null;
        return { found: then.find(asOf, newest().forest, text, limit), isByToday: then.isByToday(asOf) };
      }),
    /** Null: as `find`. */
    labels: ({ kind, text }: Asked<'labels'>): Outcome<Given<'labels'> | null> =>
      look('organisation.labels', () => (asOf === null ? null : then.labels(asOf, newest().forest, kind, text))),
    members: ({ keys }: Asked<'members'>): Outcome<Given<'members'>> =>
      look('organisation.members', () => {
        const { forest } = newest();
        const places = keys.map((key) => placeOfKey(forest, key)).filter((place) => place !== 0);
        return { members: members.at(forest, places) };
      }),
    relation: (asked: Asked<'relation'>): Outcome<Given<'relation'>> => panels.relation(asked),
    spans: (asked: Asked<'spans'>): Outcome<Given<'spans'>> => panels.spans(asked),
    leading: (asked: Asked<'leading'>): Outcome<Given<'leading'>> => panels.leading(asked),
    beginSpansFile: (asked: Asked<'saveSpans'>): Outcome<SpansBegun | null> => panels.beginSpansFile(asked),
    spansPart: (asked: SpansPartAsked): Outcome<SpansPart | null> => panels.spansPart(asked),
    endSpansFile: (asked: Pick<SpansBegun, 'number'>): Outcome<null> => panels.endSpansFile(asked),
    /** When the first claim was seen, in milliseconds since 1970-01-01T00:00Z; null: nobody has listed anybody. */
    since: (): Outcome<number | null> => look('organisation.since', firstClaim),
    /** What is worth keeping once the thread ends. */
    kept: (): Outcome<OrganisationKept> => look('organisation.kept', () => ({ active, open: branches.kept() })),
    ...savings,
  };
}
