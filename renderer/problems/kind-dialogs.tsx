/** What is asked about a list of problems: the note of those set aside, the format of a file; and the reply that shows one. */
import { useEffect, useState } from 'react';
import type { ProblemRow } from '../../contract/problems.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { FormatForm } from '../dialog/format-form.tsx';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { saveProblems } from './problems-out.ts';
import { SetAsideDialog, type ToSetAside } from './set-aside-dialog.tsx';
import { changes, problemRows } from './use-problems.ts';

export function KindDialogs() {
  const deed = useStore((state) => state.problemDeed);
  const doWithProblems = useStore((state) => state.doWithProblems);
  const tellFailure = useStore((state) => state.tellFailure);
  const [toSetAside, setToSetAside] = useState<ToSetAside | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [evidence, setEvidence] = useState<ProblemRow | null>(null);

  // Does what was asked for from elsewhere.
  useEffect(() => {
    if (deed === null) return;
    doWithProblems(null);
    const { selectAll, selectNone, meant: meantNow, active, windows, selected, shown } = problemRows.getState();
    const meant = meantNow();
    if (deed === 'select-all') selectAll();
    else if (deed === 'select-none') selectNone();
    else if (deed === 'save') setIsSaving(true);
    else if (deed === 'evidence') setEvidence((active === null ? undefined : rowAt(windows, active)) ?? null);
    else if (meant !== null && deed === 'set-aside') {
      const count = selected === 'all' ? (shown?.total ?? 0) : Math.max(1, selected.size);
      setToSetAside({ meant, count });
    } else if (meant !== null) {
      void changes
        .getState()
        .takeBack(meant)
        .then((failure) => failure !== null && tellFailure(failure));
    }
  }, [deed, doWithProblems, tellFailure]);
  // What was asked for of this list is not done to the next.
  useEffect(() => () => doWithProblems(null), [doWithProblems]);

  return (
    <>
      <SetAsideDialog of={toSetAside} onClose={() => setToSetAside(null)} />
      <Dialog opened={isSaving} onClose={() => setIsSaving(false)} title="Save the problems">
        {isSaving && <FormatForm save={(format) => void saveProblems(format)} onClose={() => setIsSaving(false)} />}
      </Dialog>
      <EvidenceDialog of={evidence} onClose={() => setEvidence(null)} />
    </>
  );
}
