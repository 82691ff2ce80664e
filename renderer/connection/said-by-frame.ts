/** What the frame says of the directory as a whole, so that no page says it again. Pure. */
import type { OpenConnection } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { isTokenRefused } from '../../contract/seen-of-server.ts';

export const isAboutToken = (failure: Failure | null): boolean =>
  failure !== null && (isTokenRefused(failure) || failure.kind === 'token-needed');

/** `pausedBy`: what has paused the sync; null: nothing has. */
export function isSaidByFrame(
  failure: Failure,
  { reachability, canFetch }: Pick<OpenConnection, 'reachability' | 'canFetch'>,
  pausedBy: Failure | null,
): boolean {
  if (failure.kind === 'offline') return reachability.state === 'offline';
  if (isAboutToken(failure)) return !canFetch || reachability.state === 'unauthorized' || isAboutToken(pausedBy);
  return pausedBy?.kind === failure.kind;
}
