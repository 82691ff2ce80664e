/** Saves spans or layers of a branch as a file. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import type { OrganisationElsewhere } from '../connection/organisation-thread.ts';
import type { Exports } from './exports.ts';
import type { WithOpen } from './with-open.ts';

const names = { leaders: 'spans.csv', layers: 'layers.csv' } as const;

export function createSaveSpans(
  withOpen: WithOpen<OrganisationElsewhere>,
  exports: Pick<Exports, 'save'>,
): Handlers['organisation.saveSpans'] {
  return (asked) =>
    withOpen(async ({ ask }) => {
      // Before the person is asked where to: what they see now is what they get.
      const begun = await ask('beginSpansFile', [asked]);
      if (!begun.ok) return begun;
      if (begun.value === null) return failed({ kind: 'cancelled' });
      const { number, total } = begun.value;
      let isBegun = false;
      return exports.save({
        total,
        suggestedName: names[asked.file],
        counted: { of: 'lines', onlyListed: 0 },
        next: async (from) => {
          // A file of no lines has its head.
          if (isBegun && from >= total) return succeeded(null);
          isBegun = true;
          const part = await ask('spansPart', [{ number, from }]);
          // Its thread is another one since: what it was writing is gone.
          return part.ok && part.value === null ? failed({ kind: 'closed' }) : part;
        },
        end: () => ask('endSpansFile', [{ number }]),
      });
    });
}
