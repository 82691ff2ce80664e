/** The handler of `label.name`: a team or a role is given a name on this computer. */
import type { Handlers } from '../../contract/calls.ts';
import type { Announce } from '../announce.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import { createWithOpen } from './with-open.ts';

export type LabelCallsNeeds = {
  readonly current: () => Pick<OpenDirectory, 'ask' | 'store'> | null;
  readonly announce: Announce;
};

export function createLabelCalls({ current, announce }: LabelCallsNeeds): Pick<Handlers, 'label.name'> {
  const withOpen = createWithOpen(current);
  return {
    'label.name': ({ kind, id, name }) =>
      withOpen(async ({ ask, store }) => {
        const label = await ask('nameLabel', [kind, id, name]);
        store.labelled();
        if (label.ok) announce('labels.changed', null);
        return label;
      }),
  };
}
