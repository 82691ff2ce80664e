/** Has a check held by its thread, and asks of it: what is not held any more is held again. */
import pLimit from 'p-limit';
import type { CheckId } from '../../contract/check.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { PassingThread } from '../thread/passing-thread.ts';
import type { CheckStore } from './check-store.ts';

export const notKnown = failed({ kind: 'bad-input', where: 'check', reason: 'not-known' });

export type Holding = {
  /** Answers the whole list once more. Fails with `bad-input` where it is not kept, and with `cancelled` where another was held since. */
  readonly hold: (id: CheckId, how: Parameters<CheckStore['hold']>[1]) => Promise<Outcome<null>>;
  /** Asks what answers null where the check is not held. Fails as `hold` does. */
  readonly held: <T>(id: CheckId, question: () => Promise<Outcome<T | null>>) => Promise<Outcome<T>>;
};

/** Another may be held in between, but not for ever. */
const mostTries = 3;

export function createHolding({ ask }: Pick<PassingThread<CheckStore>, 'ask'>): Holding {
  /** One after the other: each takes the place of the one before. */
  const turn = pLimit(1);

  const holdNow = async (...asked: Parameters<Holding['hold']>): Promise<Outcome<null>> => {
    const [id] = asked;
    const begun = await ask('hold', asked);
    if (!begun.ok) return begun;
    if (!begun.value) return notKnown;
    for (let before = -1; ; ) {
      const more = await ask('holdMore', [id]);
      if (!more.ok) return more;
      if (more.value === null) return failed({ kind: 'cancelled' });
      const { done, total } = more.value;
      if (done >= total) return succeeded(null);
      // A part of it is missing in the file.
      if (done === before) return failed({ kind: 'database', trouble: 'cannot-open' });
      before = done;
    }
  };
  const hold: Holding['hold'] = (...asked) => turn(() => holdNow(...asked));

  return {
    hold,
    held: async (id, question) => {
      for (let tries = 0; ; tries += 1) {
        const answer = await question();
        if (!answer.ok) return answer;
        if (answer.value !== null) return succeeded(answer.value);
        if (tries === mostTries) return failed({ kind: 'cancelled' });
        // Another question may have had it held by then.
        const holding = await hold(id, 'unless it is');
        if (!holding.ok) return holding;
      }
    },
  };
}
