/** The spotlight of the organisation: people of one role, of one team, or who match a text; and what is counted of many. */
import { z } from 'zod';
import { longestSearchText } from './bounds.ts';
import { UserId } from './ids.ts';
import { spotlightBy } from './map-colours.ts';

export const Spotlight = z.object({
  by: z.enum(spotlightBy),
  /** Of a role and a team the value that users carry, or `withoutLabel`; a text is read as the table's filter reads it. */
  value: z.string().max(longestSearchText),
});
export type Spotlight = z.infer<typeof Spotlight>;

const Count = z.number().int().min(0);

/** So many of so many people. People with nothing stored are not counted. */
export const Share = z.object({ count: Count, of: Count });
export type Share = z.infer<typeof Share>;

/** The next of those in the spotlight after somebody, or the one before, in the order of the tree, round at its end. */
export const MatchAsked = z.object({ spotlight: Spotlight, from: UserId.nullable(), isBack: z.boolean() });
export type MatchAsked = z.infer<typeof MatchAsked>;

/** `nth`: from 1. */
export const Match = z.object({ id: UserId, nth: Count, of: Count });
export type Match = z.infer<typeof Match>;
