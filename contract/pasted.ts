/** What is made of pasted text: lists of ids, addresses and numbers, and what in them is none of these. */
import { z } from 'zod';
import { longestMessage, mostEntries } from './bounds.ts';
import './no-eval.ts';

/**
 * A part of a text that is no id. `another-link`: a link to something else. `another-form`: it may be an id elsewhere, but
 * has not the form of this directory's. `no-id`: it cannot be one.
 */
export const OddItem = z.object({
  /** As it stands in the text, shortened to 80 characters. */
  text: z.string(),
  /** From 1. */
  line: z.number().int(),
  why: z.enum(['another-link', 'another-form', 'no-id']),
});
export type OddItem = z.infer<typeof OddItem>;

/** `first`: at most 20 of them. */
export const OddItems = z.object({ count: z.number().int(), first: z.array(OddItem).max(20) });
export type OddItems = z.infer<typeof OddItems>;

/** What is known of a list of ids, addresses and numbers. */
export const ListedSummary = z.object({
  /** Different ones that were understood, and looked for. */
  understood: z.number().int(),
  /** Of those, by which somebody is known. */
  known: z.number().int(),
  /** The others, as they stand in the text; the first of them. */
  notKnown: z.array(z.string()).max(mostEntries),
  /** All of them, one in a line, to be copied or fetched. */
  notKnownText: z.string().max(longestMessage / 8),
  /** Further ones, beyond `mostListed`, that were not looked for. */
  beyond: z.number().int(),
  /** What was not understood. */
  odd: OddItems,
});
export type ListedSummary = z.infer<typeof ListedSummary>;
