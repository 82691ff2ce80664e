/** The handlers of `sync.*` and `label.*`: each answers for the connection that is open. */

import { longestIdsText } from '../../contract/bounds.ts';
import type { Handlers, LongText } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Announce } from '../announce.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import type { SentTexts } from './sent-texts.ts';

export type SyncCalls = Pick<Handlers, Extract<keyof Handlers, `sync.${string}` | `label.${string}`>>;

type Open = Pick<OpenDirectory, 'sync' | 'ask' | 'store' | 'problems' | 'countIds'>;

export type SyncCallsNeeds = {
  readonly current: () => Open | null;
  readonly announce: Announce;
  readonly texts: Pick<SentTexts, 'wholeOf'>;
};

export function createSyncCalls({ current, announce, texts }: SyncCallsNeeds): SyncCalls {
  const withOpen = <T>(use: (open: Open) => Outcome<T> | Promise<Outcome<T>>) => {
    const open = current();
    return open === null ? failed({ kind: 'not-connected' }) : use(open);
  };
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
    'sync.problems': (window) => withOpen(({ problems }) => problems(window)),
    'label.name': ({ kind, id, name }) =>
      withOpen(async ({ ask, store }) => {
        const label = await ask('nameLabel', [kind, id, name]);
        store.labelled();
        if (label.ok) announce('labels.changed', null);
        return label;
      }),
  };
}
