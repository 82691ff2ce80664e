/**
 * The organisation: everybody who is stored or listed by somebody, each once, under their own manager. The main process
 * holds it as it was at one moment, a snapshot; the page is given the rows that it shows, and what is drawn of a chart.
 */
import { z } from 'zod';
import {
  cardBounds,
  longestTyped,
  mostAbove,
  mostCards,
  mostChanged,
  mostInCircle,
  mostMembers,
  mostOtherManagers,
  mostRows,
} from './bounds.ts';
import { UserId } from './ids.ts';
import { Share, Spotlight } from './organisation-spotlight.ts';
import { PersonCard } from './person.ts';
import { Snapshot } from './table.ts';
import { Milliseconds, Status } from './user.ts';

export const OrganisationForm = z.enum(['chart', 'map']);
export type OrganisationForm = z.infer<typeof OrganisationForm>;

/** A person's number. It stays theirs while the directory is open. */
export const MemberKey = z.number().int().min(1);
export type MemberKey = z.infer<typeof MemberKey>;

const Count = z.number().int().min(0);

/** `name`: the id where none is known. */
export const Named = z.object({ id: UserId, name: z.string().max(cardBounds.name) });
export type Named = z.infer<typeof Named>;

/** Somebody in the organisation. All counts are of the snapshot; the card is as it is now. */
export const Member = z.object({
  key: MemberKey,
  id: UserId,
  /** Null: somebody lists them, and nothing is stored of them. */
  card: PersonCard.nullable(),
  /** Why there is no card: they were not fetched yet, could not be, or the server says that there is no such user. */
  missing: z.enum(['waiting', 'failed', 'not-found']).nullable(),
  /** 1: nobody is above them. */
  level: z.number().int().min(1),
  /**
   * Their place among those under the same manager, from 1, and how many those are. Of tops: those who lead somebody, in
   * front of the block of those who lead nobody, which counts as one; within the block, those in it.
   */
  nth: z.number().int().min(1),
  of: z.number().int().min(1),
  /** Those whose manager they are. */
  direct: Count,
  /** Everybody below, each once. */
  below: Count,
  /** Of those below: nothing is stored of them, and the server has not said that they do not exist. */
  notFetched: Count,
  /** Of those not fetched: fetching them failed. */
  failed: Count,
  /** Of those below: nothing is stored of them, and the server says that there is no such user. */
  notFound: Count,
  /** People they list who are under another manager. */
  throughOthers: Count,
  /** Others who list them, the one who was seen last first. `moreManagers`: how many are not named. */
  otherManagers: z.array(z.object({ manager: Named, seenAt: Milliseconds })).max(mostOtherManagers),
  moreManagers: Count,
  listsThemselves: z.boolean(),
  /** Of the person where a circle was cut: from them on, each lists the next, the last lists them. Null of everybody else. */
  circle: z.object({ people: z.array(Named).max(mostInCircle), more: Count }).nullable(),
  /** Of somebody who is gone and leads others: the nearest manager above who is there. */
  nearestThere: Named.nullable(),
});
export type Member = z.infer<typeof Member>;

/** A row of the tree. */
export const TreeRow = z.discriminatedUnion('kind', [
  /** `isOpen`: null of those who lead nobody. `spot`: whether they match, and who does below them; null without a spotlight. */
  z.object({
    kind: z.literal('member'),
    member: Member,
    isOpen: z.boolean().nullable(),
    spot: Share.extend({ isMatch: z.boolean() }).nullable(),
  }),
  /**
   * The tops who lead nobody, in one block: the last row of the first level. Rows under it are of members with level 1
   * and nobody below. `of`: how many rows the first level has.
   */
  z.object({ kind: z.literal('alone'), count: Count, of: z.number().int().min(1), isOpen: z.boolean() }),
]);
export type TreeRow = z.infer<typeof TreeRow>;

/** Of everybody in it. */
export const OrganisationTotals = z.object({
  /** Those who are stored. */
  people: Count,
  /** Those who are only listed: not fetched, and not known to the server. */
  notFetched: Count,
  /** Of those not fetched: fetching them failed. */
  failed: Count,
  notFound: Count,
  tops: Count,
  /** 1: nobody is above anybody. */
  layers: Count,
  /** Of the people. */
  byStatus: z.record(Status, Count),
});
export type OrganisationTotals = z.infer<typeof OrganisationTotals>;

const Row = z.number().int().min(0);

/** `id`: who is asked for, or was active last; null: the one who was active last, or the largest top. */
export const LeaveAsked = z.object({ id: UserId.nullable() });
/** `isOpening`: the page was not shown before, so that siblings may stand in another order than they did. */
export const LookAsked = LeaveAsked.extend({
  isOpening: z.boolean(),
  /** The organisation is shown as it was then, in this answer and all that follow; null: as it is now. */
  asOf: Milliseconds.nullable().default(null),
});
export const Look = z.object({
  totals: OrganisationTotals,
  /** Null: nobody is in it. */
  active: UserId.nullable(),
  /** False: somebody was asked for who is not in it. */
  isThere: z.boolean(),
  /** People have changed since: asking again in a moment brings a newer snapshot. */
  isOutdated: z.boolean(),
});
export type Look = z.infer<typeof Look>;

export const RowsAsked = z.object({
  offset: Row,
  limit: z.number().int().min(1).max(mostRows),
  /** People whose rows are wanted, so that what is active stays so while others come and go. */
  follow: z.array(UserId).max(2),
  spotlight: Spotlight.optional(),
});
export type RowsAsked = z.infer<typeof RowsAsked>;

/** Rows of the tree as it is opened. */
export const TreeRows = z.object({
  snapshot: Snapshot,
  offset: Row,
  rows: z.array(TreeRow).max(mostRows),
  total: Count,
  /** Of those followed, in the order asked; null: their row is in a closed branch, or they are not in it. */
  places: z.array(Row.nullable()),
  totals: OrganisationTotals,
  /**
   * Of everybody; null without a spotlight. `isByToday`: a moment of the past is shown, and more people were otherwise then than can
   * be read: who matches is told by what they are today.
   */
  matches: Share.extend({ isByToday: z.boolean() }).nullable(),
  isOutdated: z.boolean(),
  /** The moment of the past that they show; null: now. */
  asOf: Milliseconds.nullable(),
});
export type TreeRows = z.infer<typeof TreeRows>;

/**
 * Opens or closes rows of the tree. `id` null: the block of those alone. `siblings`: opens all rows beside this one;
 * `below`: opens this one and everybody below, and `close-below` closes them; `path`: opens what encloses it.
 */
export const OpenAsked = z.object({
  id: UserId.nullable(),
  what: z.enum(['open', 'close', 'siblings', 'below', 'close-below', 'path']),
});
export type OpenAsked = z.infer<typeof OpenAsked>;
/** `row`: of the person, as the tree is opened then; null: it is in a closed branch, or they are not in it. */
export const Opened = z.object({ row: Row.nullable(), total: Count });
export type Opened = z.infer<typeof Opened>;

/** Where somebody is. Nothing is opened by it. */
export const Sought = z.object({
  member: Member,
  /** The way down to them, the top first, without them; the nearest, where they are more. */
  above: z.array(Named).max(mostAbove),
  row: Row.nullable(),
});
export type Sought = z.infer<typeof Sought>;

/** `from`: the row to look from, on to the last and round to the one before. */
export const TypedInTree = z.object({ snapshot: Snapshot, typed: z.string().max(longestTyped), from: Row });
export type TypedInTree = z.infer<typeof TypedInTree>;

const Changed = z.array(MemberKey).max(mostChanged);

/** In what a chart differs from how it is usually shown. The page holds it. */
export const ChartShape = z.object({
  /** Whose people are shown, or hidden, where they usually are not. */
  open: Changed,
  closed: Changed,
  /** Those on the way up whose peers are shown. */
  beside: Changed,
  /** How many of somebody's people are shown; `of` 0: of those without a manager. */
  more: z.array(z.object({ of: z.number().int().min(0), shown: Count })).max(mostChanged),
  /** Everybody below them is shown, but for those in `closed`. */
  whole: Changed,
});
export type ChartShape = z.infer<typeof ChartShape>;

/** `spotlight`: who matches is marked (`matchMark`). */
export const ChartAsked = z.object({ centre: UserId, shape: ChartShape, spotlight: Spotlight.optional() });
export type ChartAsked = z.infer<typeof ChartAsked>;

export const Chart = z.object({
  snapshot: Snapshot,
  centre: MemberKey,
  /** As `organisation-items.ts` writes them. */
  items: z.instanceof(Uint8Array),
  cards: Count.max(mostCards),
  /** There is more than is drawn at once. */
  isCut: z.boolean(),
});
export type Chart = z.infer<typeof Chart>;

export const MembersAsked = z.object({ keys: z.array(MemberKey).max(mostMembers) });
/** Those of them who are in it, in the order asked. */
export const Members = z.object({ members: z.array(Member).max(mostMembers) });
export type Members = z.infer<typeof Members>;
