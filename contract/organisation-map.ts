/** The map of the organisation: the page is given what of it is in view, and where somebody is on it. */
import { z } from 'zod';
import { UserId } from './ids.ts';
import { mapColours } from './map-colours.ts';
import { MemberKey } from './organisation.ts';
import { Share, Spotlight } from './organisation-spotlight.ts';
import { Snapshot } from './table.ts';

export const MapColour = z.enum(mapColours);
export type MapColour = z.infer<typeof MapColour>;

/** In pixels of the map. A region may go beyond it. */
const length = z.number().min(0).max(1e9);
const place = z.number().min(-1e9).max(1e9);
const MapBox = z.object({ x: place, y: place, w: length, h: length });

/** `scale`: pixels on screen for one of the map. */
export const MapRegion = z.object({ region: MapBox, scale: z.number().positive().max(64) });
export type MapRegion = z.infer<typeof MapRegion>;

export const MapAsked = MapRegion.extend({
  colour: MapColour,
  /** Instead of the colour. */
  spotlight: Spotlight.optional(),
  /** The map stays what it was, so that nothing moves under the pointer, until the latest one is asked for. */
  latest: z.boolean(),
  /** Who is looked for on the map. */
  find: UserId.nullable(),
});
export type MapAsked = z.infer<typeof MapAsked>;

const Count = z.number().int().min(0);

/** Who stands around somebody, for keys and screen readers, each as an item: a card, or a heading of who leads. In the order seen. */
export const AroundOnMap = z.object({
  /** The way down to them, those beside them with themselves, and their people. */
  items: z.instanceof(Uint8Array),
  /** How many of the items are the way, and how many are beside them; they are the nth of these, from 0. */
  above: Count,
  beside: Count,
  nth: Count,
  /** Claims of other managers on them and on their own people, and theirs on people of others: who is listed, then who lists them. */
  claims: z.instanceof(Uint8Array),
});
export type AroundOnMap = z.infer<typeof AroundOnMap>;

/**
 * How many are counted by a colour: who is deleted, not available, or fetched longer than a day ago; in the spotlight who
 * matches.
 */
export const MapShares = z.object({
  /** Of those below each heading, in the order of the items: how many, and of how many, as two 32-bit numbers, little-endian. */
  headings: z.instanceof(Uint8Array),
  /** Of everybody. */
  whole: Share,
  /** By code, how many of everybody have it. */
  codes: z.array(Count).length(8),
  /** The divisions with the most, the first with the most of all. None that has nobody. */
  most: z.array(Share.extend({ key: MemberKey })).max(3),
});
export type MapShares = z.infer<typeof MapShares>;

export const MapAnswer = z.object({
  snapshot: Snapshot,
  /** As `organisation-items.ts` writes them, the outer ones before what is in them. */
  items: z.instanceof(Uint8Array),
  /** How large the map is. */
  extent: z.object({ w: length, h: length }),
  /** The card or the territory of who is looked for; null: they are not on it. */
  found: MapBox.nullable(),
  around: AroundOnMap.nullable(),
  /** Null: by division nobody is counted. */
  shares: MapShares.nullable(),
  /** So many people have come, have gone, report to somebody else or are otherwise by now. */
  changes: Count,
});
export type MapAnswer = z.infer<typeof MapAnswer>;
