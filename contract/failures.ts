/**
 * Everything that can go wrong, as a closed union: every place that shows a failure is forced by the compiler to know each
 * kind. What each kind means, and how one is checked, stands in `failure-schema.ts`.
 */
import type { z } from 'zod';
import type * as schema from './failure-schema.ts';

export type BadInputReason = z.infer<typeof schema.BadInputReasonSchema>;
export type KeychainTrouble = z.infer<typeof schema.KeychainTroubleSchema>;
export type NotSavedTrouble = z.infer<typeof schema.NotSavedTroubleSchema>;
export type WorkbookTrouble = z.infer<typeof schema.WorkbookTroubleSchema>;
export type Failure = z.infer<typeof schema.FailureSchema>;

/** What every call resolves to. Expected failures are results; nothing on the page's side has to catch. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure });
