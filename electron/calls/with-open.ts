/** What most handlers do first: answer for the connection that is open, or say that none is. */
import { failed, type Outcome } from '../../contract/failures.ts';

export type WithOpen<Open> = <T>(
  use: (open: Open) => Outcome<T> | Promise<Outcome<T>>,
) => Outcome<T> | Promise<Outcome<T>>;

/** Fails with `not-connected` where nothing is open. */
export function createWithOpen<Open>(current: () => Open | null): WithOpen<Open> {
  return (use) => {
    const open = current();
    return open === null ? failed({ kind: 'not-connected' }) : use(open);
  };
}
