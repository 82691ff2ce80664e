/** The handlers of `check.openEvidence` and what stops it: an archive of evidence that the person chooses, compared byte for byte. */
import { basename } from 'node:path';
import { firstUnits } from '../../contract/bounded-text.ts';
import { longestFileName } from '../../contract/bounds.ts';
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import type { EvidenceOpening } from '../connection/evidence-thread.ts';

export type CheckEvidenceCallsNeeds = {
  /** Null: the person chose none. */
  readonly chooseFile: () => Promise<string | null>;
  readonly evidence: EvidenceOpening;
};

export type CheckEvidenceCalls = Pick<Handlers, 'check.openEvidence' | 'check.stopEvidence'>;

export function createCheckEvidenceCalls({ chooseFile, evidence }: CheckEvidenceCallsNeeds): CheckEvidenceCalls {
  return {
    'check.openEvidence': async () => {
      const path = await chooseFile();
      if (path === null) return succeeded(null);
      const verdict = await evidence.verify(path);
      if (!verdict.ok) return verdict;
      return succeeded({ name: firstUnits(basename(path), longestFileName), verdict: verdict.value });
    },
    'check.stopEvidence': () => {
      evidence.stop();
      return succeeded(null);
    },
  };
}
