/** Whose colours the page has: the system's, or one of its two sets. */
import { z } from 'zod';
import './no-eval.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;
