/** What a failure to fetch somebody says of them, and of the server. */
import type { Failure } from '../../contract/failures.ts';
import { isAway, isTokenRefused } from '../../contract/seen-of-server.ts';

/**
 * Whether the same question may be answered another time without anything being changed. A reply that is no JSON was cut off
 * or garbled on its way; one that is, but not about this person, is what the server has to say.
 */
export function mayPass(failure: Failure): boolean {
  if (failure.kind === 'bad-reply') return failure.where === 'json' || failure.where === 'encoding';
  return !['not-found', 'unauthorized', 'forbidden', 'too-large', 'bad-input'].includes(failure.kind);
}

/**
 * Whether it is about the server or the way to it, and not about the person asked for: whoever is asked for next would
 * fare the same.
 */
export function isOfServer(failure: Failure): boolean {
  return isAway(failure) || failure.kind === 'rate-limited';
}

/** Whether it may be about either: an error of the server's own, or no answer, is of the person only where others are answered. */
export function mayBeOfServer(failure: Failure): boolean {
  return isOfServer(failure) || failure.kind === 'server' || failure.kind === 'headers-too-large';
}

/** Whether nothing more can be asked for until the person or the disk has done something. */
export function isOfAccess(failure: Failure): boolean {
  const { kind } = failure;
  return isTokenRefused(failure) || kind === 'token-needed' || kind === 'database' || kind === 'unexpected';
}
