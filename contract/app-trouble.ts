/** What went wrong in the app itself while nobody waited for an answer. */
import { z } from 'zod';
import './no-eval.ts';

/**
 * `page-lost`: the page's process ended and the page was loaded again. `defect`: something failed in the main process, which
 * goes on. `reference`: under which it stands in the log.
 */
export const AppTrouble = z.object({ kind: z.enum(['page-lost', 'defect']), reference: z.string() });
export type AppTrouble = z.infer<typeof AppTrouble>;
