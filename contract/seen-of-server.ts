/** What a failure shows of the server: one reading for the circuit, for the words on screen and for the sync. */
import type { Failure } from './failures.ts';

/** `elsewhere`: whatever answered, a captive portal, a proxy or a wrong host, it was not the server. Null: nothing, such as a request given up. */
export type SeenOfServer = 'there' | 'gone' | 'elsewhere' | null;

export function seenOfServer(failure: Failure): SeenOfServer {
  if (isOfStranger(failure)) return 'elsewhere';
  switch (failure.kind) {
    case 'offline':
    case 'timeout':
      return 'gone';
    case 'not-the-api':
    case 'refused-redirect':
    case 'untrusted-certificate':
    case 'proxy-sign-in':
    case 'network-sign-in':
      return 'elsewhere';
    case 'not-found':
    case 'unauthorized':
    case 'forbidden':
    case 'rate-limited':
    case 'server':
    case 'bad-reply':
    case 'too-large':
    case 'headers-too-large':
      return 'there';
    default:
      return null;
  }
}

/** Whether nobody was there, or somebody else than the server. */
export function isAway(failure: Failure): boolean {
  const seen = seenOfServer(failure);
  return seen === 'gone' || seen === 'elsewhere';
}

/** Whether the token was refused for everybody, and not for one user alone. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'unauthorized' && failure.isOfOne !== true;
}

/** Whether something other than the API answered for everybody: no answer of that time is about a person. */
export function isOfStranger(failure: Failure): boolean {
  if (failure.kind === 'server' || failure.kind === 'bad-reply') return failure.isForeign === true;
  return failure.kind === 'not-the-api' && failure.status !== undefined;
}
