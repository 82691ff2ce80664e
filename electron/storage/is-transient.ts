import type { Failure } from '../../contract/failures.ts';

/**
 * Whether the same question may be answered another time without anything being changed. A reply that is no JSON was cut off
 * or garbled on its way; one that is, but not about this person, is what the server has to say.
 */
export function isTransient(failure: Failure): boolean {
  if (failure.kind === 'bad-reply') return failure.where === 'json' || failure.where === 'encoding';
  return !['not-found', 'unauthorized', 'forbidden', 'too-large', 'bad-input'].includes(failure.kind);
}
