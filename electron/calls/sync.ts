/** The handlers of `sync.*`: each answers for the connection that is open. */
import { longestIdsText } from '../../contract/bounds.ts';
import type { LongText } from '../../contract/call-inputs.ts';
import type { Handlers } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import type { SentTexts } from './sent-texts.ts';
import { createWithOpen } from './with-open.ts';

export type SyncCalls = Pick<Handlers, Extract<keyof Handlers, `sync.${string}`>>;

type Open = Pick<OpenDirectory, 'sync' | 'countIds'>;

export type SyncCallsNeeds = {
  readonly current: () => Open | null;
  readonly texts: Pick<SentTexts, 'wholeOf'>;
};

export function createSyncCalls({ current, texts }: SyncCallsNeeds): SyncCalls {
  const withOpen = createWithOpen(current);
  const withWhole = async <T>(text: LongText, use: (whole: string) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const whole = texts.wholeOf(text, 'text', longestIdsText);
    return whole.ok ? use(whole.value) : whole;
  };
  return {
    'sync.state': () => withOpen(({ sync }) => succeeded(sync.state())),
    'sync.begin': () => withOpen(({ sync }) => succeeded(sync.begin())),
    'sync.pause': () => withOpen(({ sync }) => succeeded(sync.pause())),
    'sync.stop': () => withOpen(({ sync }) => succeeded(sync.stop())),
    'sync.addIds': ({ text }) => withOpen(({ sync }) => withWhole(text, sync.addIds)),
    'sync.countIds': ({ text }) => withOpen(({ countIds }) => withWhole(text, countIds)),
    'sync.setBudget': ({ perDay }) => withOpen(({ sync }) => succeeded(sync.setBudget(perDay))),
  };
}
