/**
 * What is done for many in one transaction fails for all of them where one throws. Here each has a transaction of its own:
 * a reply that nobody foresaw keeps nothing else from being stored.
 */
import { type Failure, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Write } from './guarded-work.ts';

export type EachAlone<T, R> = {
  readonly done: readonly R[];
  /** The work threw for these. */
  readonly left: readonly { readonly one: T; readonly failure: Failure }[];
};

/** Fails with what the database refuses for the first of them: it would refuse the others as well. */
export function eachAlone<T, R>(
  write: Write,
  event: string,
  all: readonly T[],
  work: (one: T) => readonly R[],
): Outcome<EachAlone<T, R>> {
  const done: R[] = [];
  const left: { one: T; failure: Failure }[] = [];
  for (const one of all) {
    const outcome = write(event, () => work(one));
    if (outcome.ok) done.push(...outcome.value);
    else if (outcome.failure.kind === 'unexpected') left.push({ one, failure: outcome.failure });
    else return outcome;
  }
  return succeeded({ done, left });
}
