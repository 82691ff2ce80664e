/**
 * Whether a request that came to nothing is contradicted: something else was answered since it was sent. It then says nothing
 * of the server, for there are servers that never answer about a few people. The one owner of that rule.
 */
import type { Failure } from '../../contract/failures.ts';
import { seenOfServer } from '../../contract/seen-of-server.ts';

/** Of one request, from when it was sent: whether its failure is contradicted. */
export type Contradiction = (failure: Failure) => boolean;

export type Answers = {
  /** The server answered. */
  readonly note: () => void;
  /** A request is sent now. */
  readonly sent: () => Contradiction;
};

export function createAnswers(): Answers {
  let count = 0;
  return {
    note: () => {
      count += 1;
    },
    sent: () => {
      const before = count;
      return (failure) => count > before && seenOfServer(failure) === 'gone';
    },
  };
}
