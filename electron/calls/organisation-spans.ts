/** Saves spans or layers of a branch as a file, a part at a time. */
import type { CallOutput, Handlers } from '../../contract/calls.ts';
import { type Failure, failed, succeeded } from '../../contract/failures.ts';
import type { OrganisationElsewhere } from '../connection/organisation-thread.ts';
import { saveFailure } from '../disk/errors.ts';
import { type Part, saveParts } from '../export/save-parts.ts';
import type { Unfinished } from '../export/unfinished.ts';
import type { WithOpen } from './with-open.ts';

export type SavingNeeds = {
  /** Asks where to save; null where the person chose not to. */
  readonly choosePath: (suggestedName: string) => Promise<string | null>;
  readonly unfinished: Pick<Unfinished, 'note'>;
};

const names = { leaders: 'spans.csv', layers: 'layers.csv' } as const;

class NoPart extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('a part could not be written');
    this.failure = failure;
  }
}

export function createSaveSpans(
  withOpen: WithOpen<OrganisationElsewhere>,
  { choosePath, unfinished }: SavingNeeds,
): Handlers['organisation.saveSpans'] {
  async function* partsOf({ ask }: OrganisationElsewhere, number: number, total: number): AsyncGenerator<Part> {
    for (let from = 0; from === 0 || from < total; ) {
      const part = await ask('spansPart', [{ number, from }]);
      if (!part.ok) throw new NoPart(part.failure);
      // The thread was another one by then.
      if (part.value === null) throw new NoPart({ kind: 'closed' });
      yield part.value;
      from = Math.max(part.value.done, from + 1);
    }
  }

  return (asked) =>
    withOpen<CallOutput<'organisation.saveSpans'>>(async (open) => {
      // Before the person is asked where to: what they see now is what they get.
      const begun = await open.ask('beginSpansFile', [asked]);
      if (!begun.ok) return begun;
      if (begun.value === null) return failed({ kind: 'cancelled' });
      const { number, total } = begun.value;
      try {
        const path = await choosePath(names[asked.file]);
        if (path === null) return succeeded({ lines: null });
        await saveParts(path, partsOf(open, number, total), new AbortController().signal, unfinished);
        return succeeded({ lines: total });
      } catch (error) {
        const failure = error instanceof NoPart ? error.failure : saveFailure(error);
        if (failure === null) throw error;
        return failed(failure);
      } finally {
        await open.ask('endSpansFile', [{ number }]);
      }
    });
}
