/** What is said of an archive of evidence that was opened. */
import { z } from 'zod';
import { longestUrl, longestWord, mostNamedFiles } from './bounds.ts';
import { CheckCounts, CheckSource } from './check-overview.ts';

/** As it says itself. `made`: ISO 8601, in UTC. `app`: the version of Rolodesk. `replies`: of people. `bytes`: of all of it. */
export const EvidenceHeld = z.object({
  made: z.string().max(longestWord),
  app: z.string().max(longestWord),
  server: z.string().max(longestUrl),
  check: z.object({ name: z.string().nullable(), source: CheckSource, counts: CheckCounts }),
  replies: z.number().int(),
  bytes: z.number().int(),
});
export type EvidenceHeld = z.infer<typeof EvidenceHeld>;

/**
 * `unchanged`: written again from its contents, it is the same byte for byte. `changed`: it is not; `files`: the first of `count` in it that
 * are other ones, none where only what stands around them is. `holds` null: it cannot be read so far. `not-evidence`: what it begins with is
 * not what evidence begins with.
 */
export const EvidenceVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unchanged'), holds: EvidenceHeld }),
  z.object({
    kind: z.literal('changed'),
    holds: EvidenceHeld.nullable(),
    files: z.array(z.string().max(longestWord)).max(mostNamedFiles),
    count: z.number().int(),
  }),
  z.object({ kind: z.literal('not-evidence') }),
]);
export type EvidenceVerdict = z.infer<typeof EvidenceVerdict>;
