/** What many calls are given. */
import { z } from 'zod';
import { longestPart } from './bounds.ts';
import './no-eval.ts';

export const Nothing = z.null();

/** A text of any length: itself, or, where it is longer than one message, the number under which its parts were sent. */
export const LongText = z.union([z.string().max(longestPart), z.object({ sent: z.number().int() })]);
export type LongText = z.infer<typeof LongText>;
