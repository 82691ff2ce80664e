/** Spans and layers of a branch of the organisation: how many people each leads, and how many stand how far down. */
import { z } from 'zod';
import { cardBounds, mostEntries } from './bounds.ts';
import { UserId } from './ids.ts';
import { Member } from './organisation.ts';
import { Snapshot } from './table.ts';
import { Status } from './user.ts';

const Count = z.number().int().min(0);

/** `id` null: everybody. */
export const SpansAsked = z.object({ id: UserId.nullable() });
export type SpansAsked = z.infer<typeof SpansAsked>;

export const Layer = z.object({
  /** Those who are stored, by status. */
  byStatus: z.record(Status, Count),
  /** Those who are only listed: not fetched, and not known to the server. */
  notFetched: Count,
  /** Of those not fetched: fetching them failed. */
  failed: Count,
  notFound: Count,
  /** Who lead somebody. */
  leaders: Count,
});
export type Layer = z.infer<typeof Layer>;

export const Spans = z.object({
  snapshot: Snapshot,
  /** Whose branch it is; null: everybody's. */
  of: Member.nullable(),
  /** In the branch, its own person among them: stored or only listed. */
  people: Count,
  notFetched: Count,
  /** Of those not fetched: fetching them failed. */
  failed: Count,
  notFound: Count,
  leaders: Count,
  /** How many people of the branch have their manager in it; divided by the leaders it is the mean span. */
  led: Count,
  /** Who leads the most; null: nobody leads anybody. */
  widest: Member.nullable(),
  /** Who lead exactly one person, and who lead more than `wideSpan`. */
  leadingOne: Count,
  leadingMany: Count,
  /** The first is that of the branch's own person, or of those without a manager. */
  layers: z.array(Layer).max(mostEntries),
  /** How many there are. */
  layersInAll: Count,
});
export type Spans = z.infer<typeof Spans>;

export const LeadingWhich = z.enum(['one', 'many']);
export type LeadingWhich = z.infer<typeof LeadingWhich>;

export const LeadingAsked = SpansAsked.extend({
  which: LeadingWhich,
  offset: Count,
  limit: z.number().int().min(1).max(mostEntries),
});
export type LeadingAsked = z.infer<typeof LeadingAsked>;

export const Leader = z.object({
  id: UserId,
  /** The id where none is known. */
  name: z.string().max(cardBounds.name),
  /** Null: nothing is stored of them. */
  status: Status.nullable(),
  direct: Count,
  below: Count,
});
export type Leader = z.infer<typeof Leader>;

/** Those who lead one in the order of the tree; those who lead many by how many, the most first. */
export const Leading = z.object({ snapshot: Snapshot, leaders: z.array(Leader).max(mostEntries), total: Count });
export type Leading = z.infer<typeof Leading>;

/** `leaders`: a line for each person who leads others. `layers`: a line for each layer. */
export const SpansFile = z.enum(['leaders', 'layers']);
export type SpansFile = z.infer<typeof SpansFile>;
