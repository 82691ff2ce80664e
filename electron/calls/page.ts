/** The handlers of what the page says of itself: where it is, which is kept for the run, and what failed in it. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import type { ShownPage } from '../../contract/shown-page.ts';
import type { Clock } from '../clock.ts';
import { type Log, newReference } from '../log.ts';
import { atMost } from '../shell/at-most.ts';

export type PageCalls = {
  readonly calls: Pick<Handlers, Extract<keyof Handlers, `page.${string}`>>;
  /** The page begins at its start the next time it is loaded. */
  readonly forgetShown: () => void;
};

export type PageCallsNeeds = {
  /** Called each time the page says what it shows. */
  readonly isShown: () => void;
  readonly log: Log;
  readonly clock: Clock;
};

export function createPageCalls({ isShown, log, clock }: PageCallsNeeds): PageCalls {
  let shown: ShownPage | null = null;
  // A view that fails at each drawing must not push everything else out of the log.
  const mayLog = atMost(20, 60_000, clock);
  return {
    calls: {
      'page.shown': (now) => {
        shown = now;
        isShown();
        return succeeded(null);
      },
      'page.resume': () => succeeded(shown),
      'page.failed': ({ part, error, frames }) => {
        if (!mayLog()) return succeeded({ reference: null });
        const reference = newReference();
        log.info('page failed', { reference, part, error, frames: frames.join(' ') });
        return succeeded({ reference });
      },
    },
    forgetShown: () => {
      shown = null;
    },
  };
}
