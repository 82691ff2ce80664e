/** The handlers of `sync.*` and `label.*`: each answers for the connection that is open. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Announce } from '../announce.ts';
import type { OpenDirectory } from '../directory/open-directory.ts';

export type SyncCalls = Pick<Handlers, Extract<keyof Handlers, `sync.${string}` | `label.${string}`>>;

type Open = Pick<OpenDirectory, 'sync' | 'ask' | 'store' | 'problems' | 'countIds'>;

export type SyncCallsNeeds = { readonly current: () => Open | null; readonly announce: Announce };

export function createSyncCalls({ current, announce }: SyncCallsNeeds): SyncCalls {
  const withOpen = <T>(use: (open: Open) => Outcome<T> | Promise<Outcome<T>>) => {
    const open = current();
    return open === null ? failed({ kind: 'not-connected' }) : use(open);
  };
  return {
    'sync.state': () => withOpen(({ sync }) => succeeded(sync.state())),
    'sync.begin': () => withOpen(({ sync }) => succeeded(sync.begin())),
    'sync.pause': () => withOpen(({ sync }) => succeeded(sync.pause())),
    'sync.stop': () => withOpen(({ sync }) => succeeded(sync.stop())),
    'sync.addIds': ({ text }) => withOpen(({ sync }) => sync.addIds(text)),
    'sync.countIds': ({ text }) => withOpen(({ countIds }) => countIds(text)),
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
