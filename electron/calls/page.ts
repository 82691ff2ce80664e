/** The handlers of what the page says of itself: where it is, which is where its directory is shown again, and what failed in it. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import type { ConnectionId } from '../../contract/ids.ts';
import type { Places } from '../account/places.ts';
import type { Clock } from '../clock.ts';
import { type Log, newReference } from '../log.ts';
import { atMost } from '../shell/at-most.ts';

export type PageCalls = Pick<Handlers, Extract<keyof Handlers, `page.${string}`>>;

export type PageCallsNeeds = {
  /** Called each time the page says what it shows. */
  readonly isShown: () => void;
  readonly places: Pick<Places, 'of' | 'keep'>;
  /** The connection that is open; null: none. */
  readonly open: () => ConnectionId | null;
  /** Settles when what was open last is open again. */
  readonly restored: Promise<unknown>;
  readonly log: Log;
  readonly clock: Clock;
};

export function createPageCalls({ isShown, places, open, restored, log, clock }: PageCallsNeeds): PageCalls {
  // A view that fails at each drawing must not push everything else out of the log.
  const mayLog = atMost(20, 60_000, clock);
  /** A page that hears of an opening before it has asked where it was shows its start, which is no place it was left at. */
  let hasResumed = false;
  return {
    'page.shown': ({ connection, page, scrollTop }) => {
      // What is told late of a directory that was closed, and forgotten, is not kept.
      if (hasResumed && connection === open()) places.keep(connection, { page, scrollTop });
      isShown();
      return succeeded(null);
    },
    'page.resume': async () => {
      await restored;
      hasResumed = true;
      const connection = open();
      const place = connection === null ? null : places.of(connection);
      return succeeded(connection === null || place === null ? null : { connection, ...place });
    },
    'page.failed': ({ part, error, frames }) => {
      if (!mayLog()) return succeeded({ reference: null });
      const reference = newReference();
      log.info('page failed', { reference, part, error, frames: frames.join(' ') });
      return succeeded({ reference });
    },
  };
}
