/** The thread that holds the organisation of an open directory. It is there while the page is looked at, and a minute longer. */
import type { Clock } from '../clock.ts';
import type { OrganisationKept, OrganisationStore } from '../organisation/organisation-store.ts';
import { createPassingThread, type PassingThread } from '../thread/passing-thread.ts';
import type { Thread } from '../thread/start-thread.ts';

const unusedMs = 60_000;
/** More than one thread gives in its life, at one a second. */
const snapshotsOfOne = 1_000_000_000;

export type OrganisationElsewhere = Omit<PassingThread<OrganisationStore>, 'close'>;

export function createOrganisationThread(
  begin: (kept: OrganisationKept | null, firstSnapshot: number) => Thread<OrganisationStore>,
  clock: Pick<Clock, 'sleep'>,
): PassingThread<OrganisationStore> {
  return createPassingThread<OrganisationStore, OrganisationKept>({
    begin: (kept, nth) => begin(kept, (nth - 1) * snapshotsOfOne + 1),
    keep: async (ask) => {
      const kept = await ask('kept', []);
      return kept.ok ? kept.value : null;
    },
    unusedMs,
    clock,
  });
}
