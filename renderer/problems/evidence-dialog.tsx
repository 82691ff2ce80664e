/** The reply that shows a problem, as it came, with its time. */
import type { ProblemRow } from '../../contract/problems.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { Raw } from '../person/raw.tsx';
import { subjectText } from './problem-people.ts';

type EvidenceDialogProps = {
  /** Null: it is closed. */
  readonly of: ProblemRow | null;
  readonly onClose: () => void;
};

export function EvidenceDialog({ of, onClose }: EvidenceDialogProps) {
  const evidence = of?.evidence ?? null;
  return (
    <Dialog
      opened={evidence !== null}
      onClose={onClose}
      size="wide"
      title={
        <>
          Evidence: <bdi>{of === null ? '' : subjectText(of.problem)}</bdi>
        </>
      }
    >
      {evidence !== null && <Raw id={evidence.id} fetchedAt={evidence.at} />}
    </Dialog>
  );
}
