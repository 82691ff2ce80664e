/** How two people of the organisation stand to each other, and who could approve something for both. */
import { z } from 'zod';
import { cardBounds, mostClaimsOnWay, mostInCircle, mostPassedOver, mostWaySteps } from './bounds.ts';
import { UserId } from './ids.ts';
import { Member, Named } from './organisation.ts';
import { Snapshot } from './table.ts';
import { Milliseconds, Status } from './user.ts';

export const RelationAsked = z.object({ a: UserId, b: UserId });
export type RelationAsked = z.infer<typeof RelationAsked>;

const Count = z.number().int().min(0);

/** The way down to somebody from their lowest common manager, or without one from the top. */
export const WayDown = z.object({
  /** How many levels below the common manager; 0: they are that manager. Without one: how many from the top, it among them. */
  levels: Count,
  /** From right below the common manager to the person, who is the last; of a long way its first and its last part. */
  steps: z.array(Member).max(mostWaySteps),
  /** How many are left out between the two parts, and after how many steps. */
  skipped: Count,
  skippedAfter: Count,
});
export type WayDown = z.infer<typeof WayDown>;

/** A shorter way between the two, by claims of people who are not the managers. */
export const ShorterWay = z.object({
  common: Member,
  toA: WayDown,
  toB: WayDown,
  /** The claims of others on this way. */
  claims: z.array(z.object({ manager: Named, person: Named, seenAt: Milliseconds })).max(mostClaimsOnWay),
});
export type ShorterWay = z.infer<typeof ShorterWay>;

/** What decides whether somebody could approve now, as it is stored now. `status` null: nothing is stored of them. */
export const Approver = z.object({
  person: Named,
  status: Status.nullable(),
  /** The server's word; null: it gives none. */
  availability: z.string().max(cardBounds.word).nullable(),
  /** When the server last said this; null: never. */
  seenAt: Milliseconds.nullable(),
});
export type Approver = z.infer<typeof Approver>;

export const Approval = z.object({
  /** How many are above both. */
  above: Count,
  /** The nearest of them who is active and available; null: nobody is. */
  nearest: Approver.nullable(),
  /** Those who are nearer and are not, the nearest first. `morePassed`: how many are not named. */
  passed: z.array(Approver).max(mostPassedOver),
  morePassed: Count,
});
export type Approval = z.infer<typeof Approval>;

/** A circle in which one of the two stands, or which is at the top above them. Each lists the next, the last the first. */
export const CircleAbove = z.object({
  people: z.array(Named).max(mostInCircle),
  more: Count,
  /** Whether each of the two stands in it. */
  hasA: z.boolean(),
  hasB: z.boolean(),
});
export type CircleAbove = z.infer<typeof CircleAbove>;

export const Relation = z.object({
  snapshot: Snapshot,
  /** Null: they are not in the organisation. */
  a: Member.nullable(),
  b: Member.nullable(),
  /** Null: one of the two is not in it. */
  found: z
    .object({
      /** The lowest manager of both; one of the two where they lead the other; null: there is none. */
      common: Member.nullable(),
      toA: WayDown,
      toB: WayDown,
      shorter: ShorterWay.nullable(),
      /** Null: the organisation is shown as of a date, and nothing is said of now. */
      approval: Approval.nullable(),
      circles: z.array(CircleAbove).max(2),
    })
    .nullable(),
});
export type Relation = z.infer<typeof Relation>;
