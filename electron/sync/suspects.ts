/**
 * People whose failure may be the server's own, or the token's. It is theirs once the server is seen to give somebody who
 * was asked for after it: what was under way when a server went down proves nothing.
 */
import type { Missed } from '../directory/growth.ts';

export type Suspects = {
  readonly add: (missed: Missed) => void;
  /** The moment, to be taken when somebody is asked for. */
  readonly moment: () => number;
  /** Those who were added before this moment; they are suspects no more. */
  readonly takeBefore: (moment: number) => readonly Missed[];
  readonly takeAll: () => readonly Missed[];
};

export function createSuspects(): Suspects {
  let waiting: { readonly missed: Missed; readonly nth: number }[] = [];
  let added = 0;
  const takeBefore = (moment: number) => {
    if (waiting.length === 0) return [];
    const taken = waiting.filter(({ nth }) => nth < moment);
    waiting = waiting.filter(({ nth }) => nth >= moment);
    return taken.map(({ missed }) => missed);
  };
  return {
    add: (missed) => {
      waiting.push({ missed, nth: added });
      added += 1;
    },
    moment: () => added,
    takeBefore,
    takeAll: () => takeBefore(added),
  };
}
