/** The handlers of `organisation.*`. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { OrganisationElsewhere } from '../connection/organisation-thread.ts';
import type { Exports } from './exports.ts';
import type { OrganisationSaveCalls } from './organisation-save.ts';
import { createSaveSpans } from './organisation-spans.ts';
import { createWithOpen } from './with-open.ts';

export type OrganisationCalls = Pick<
  Handlers,
  Exclude<Extract<keyof Handlers, `organisation.${string}`>, keyof OrganisationSaveCalls>
>;

/** `current` null: nothing is open. */
export function createOrganisationCalls(
  current: () => OrganisationElsewhere | null,
  exports: Pick<Exports, 'save'>,
): OrganisationCalls {
  const withOpen = createWithOpen(current);
  return {
    'organisation.look': (asked) =>
      withOpen(({ ask, enter }) => {
        enter();
        return ask('look', [asked]);
      }),
    'organisation.rows': (asked) => withOpen(({ ask }) => ask('rows', [asked])),
    'organisation.open': (asked) => withOpen(({ ask }) => ask('open', [asked])),
    'organisation.seek': (asked) => withOpen(({ ask }) => ask('seek', [asked])),
    'organisation.typed': (asked) =>
      withOpen(async ({ ask }) => {
        const found = await ask('typed', [asked]);
        if (!found.ok) return found;
        if (found.value === null) return failed({ kind: 'cancelled' });
        return succeeded({ row: found.value === -1 ? null : found.value });
      }),
    'organisation.chart': (asked) => withOpen(({ ask }) => ask('chart', [asked])),
    'organisation.map': (asked) => withOpen(({ ask }) => ask('map', [asked])),
    'organisation.match': (asked) => withOpen(({ ask }) => ask('match', [asked])),
    'organisation.find': (asked) => withOpen(async ({ ask }) => given(await ask('find', [asked]))),
    'organisation.labels': (asked) => withOpen(async ({ ask }) => given(await ask('labels', [asked]))),
    'organisation.members': (asked) => withOpen(({ ask }) => ask('members', [asked])),
    'organisation.relation': (asked) => withOpen(({ ask }) => ask('relation', [asked])),
    'organisation.spans': (asked) => withOpen(({ ask }) => ask('spans', [asked])),
    'organisation.leading': (asked) => withOpen(({ ask }) => ask('leading', [asked])),
    'organisation.saveSpans': createSaveSpans(withOpen, exports),
    'organisation.since': () =>
      withOpen(async ({ ask }) => {
        const since = await ask('since', []);
        return since.ok ? succeeded({ since: since.value }) : since;
      }),
    'organisation.leave': async ({ id }) => {
      const open = current();
      if (open === null) return succeeded(null);
      open.leave();
      if (id !== null && open.isThere()) await open.ask('look', [{ id, isOpening: false, asOf: null }]);
      return succeeded(null);
    },
  };
}

/** The thread that knew the moment may have been lost. */
function given<T>(answer: Outcome<T | null>): Outcome<T> {
  if (!answer.ok) return answer;
  return answer.value === null ? failed({ kind: 'cancelled' }) : succeeded(answer.value);
}
