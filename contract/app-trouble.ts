/** What went wrong in the app itself while nobody waited for an answer. */
import { z } from 'zod';
import { NotSavedTroubleSchema } from './failure-schema.ts';

/**
 * `page-lost`: the page's process ended and the page was loaded again. `defect`: something failed in the main process, which
 * goes on. `reference`: under which it stands in the log. `not-written`: nothing can be kept in the app's own folder, or only no log.
 */
export const AppTrouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page-lost'), reference: z.string() }),
  z.object({ kind: z.literal('defect'), reference: z.string() }),
  z.object({ kind: z.literal('not-written'), what: z.enum(['folder', 'log']), trouble: NotSavedTroubleSchema }),
]);
export type AppTrouble = z.infer<typeof AppTrouble>;
