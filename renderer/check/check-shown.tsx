/** One check: what it is of, how many rows are on each heap, and every row of the list in its order. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckFilter, CheckId } from '../../contract/check.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import { usualView } from '../../contract/people-view.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useKeptScroll } from '../layout/scroller.tsx';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CheckFacts } from './check-facts.tsx';
import classes from './check-shown.module.css';
import { CheckStrip } from './check-strip.tsx';
import { CheckTools } from './check-tools.tsx';
import { countsWords, sourceWords } from './check-words.ts';
import { ComparisonBar } from './comparison-bar.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { ResultGrid } from './result-grid.tsx';
import { RunsDialog } from './runs-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { ShowFilter } from './show-filter.tsx';
import { checkRows, checks, useCheckRows, useChecks } from './use-check.ts';

type CheckShownProps = { readonly visit: Visit; readonly id: CheckId; readonly filter: CheckFilter };
type OpenDialog = 'ask' | 'name' | 'runs' | 'save' | 'evidence' | null;

export function CheckShown({ visit, id, filter }: CheckShownProps) {
  const check = useChecks((state) => (state.check?.id === id ? state.check : null));
  const openFailure = useChecks((state) => state.openFailure);
  const rowsFailure = useCheckRows((state) => state.failure);
  const isShown = useCheckRows((state) => state.shownFilter === filter);
  const scroller = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const wasShown = useRef(false);
  if (isShown && check !== null) wasShown.current = true;
  useKeptScroll(visit, wasShown.current, scroller);
  useRowsOf(id, check, filter);
  const { bar, compare } = useCompare(check);
  useDeeds(check, setDialog, compare);
  // Other rows have another beginning.
  const last = useRef(filter);
  useEffect(() => {
    if (last.current !== filter && scroller.current !== null) scroller.current.scrollTop = 0;
    last.current = filter;
  }, [filter]);

  const failure = openFailure ?? rowsFailure;
  const retry = () => {
    if (openFailure === null) checkRows.getState().retry();
    else void checks.getState().enter(id);
  };
  const title = check === null ? 'Status check' : (check.name ?? sourceWords(check.source));
  const close = () => setDialog(null);
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <PageHead title={title} note={check === null ? null : countsWords(check.counts)} />
        {check !== null && <CheckTools check={check} />}
      </div>
      {failure !== null && <FailureNotice failure={failure} onRetry={retry} />}
      {openFailure === null && (
        <section aria-label="Rows of the list" className={classes.rows}>
          <CheckFacts check={check} />
          <ShowFilter counts={check?.counts ?? null} filter={filter} />
          {check !== null && check.comparison !== null && (
            <ComparisonBar ref={bar} comparison={check.comparison} show={filter.show} />
          )}
          <CheckStrip check={check} filter={filter} />
          <ResultGrid check={check} filter={filter} scroller={scroller} />
        </section>
      )}
      {check !== null && (
        <>
          <AskDialog check={check} opened={dialog === 'ask'} onClose={close} />
          <NameDialog check={dialog === 'name' ? check : null} onClose={close} />
          <RunsDialog check={check} opened={dialog === 'runs'} onClose={close} />
          <SaveDialog opened={dialog === 'save'} onClose={close} />
          <EvidenceDialog opened={dialog === 'evidence'} onClose={close} />
        </>
      )}
    </div>
  );
}

/** Opens the check, and has its rows follow its answers. */
function useRowsOf(id: CheckId, check: CheckOverview | null, filter: CheckFilter): void {
  const version = check?.version ?? 0;
  const isOpen = check !== null;
  useEffect(() => {
    void checks.getState().enter(id);
    return () => {
      checks.getState().leave();
      checkRows.getState().leaveRows();
    };
  }, [id]);
  useEffect(() => {
    if (isOpen) checkRows.getState().showRows(id, filter);
  }, [id, isOpen, filter]);
  useEffect(() => checkRows.getState().follow(version), [version]);
}

/** Compares the check with everybody, where it is compared with nothing yet, and leads to what it is compared with. */
function useCompare(check: CheckOverview | null) {
  const tellFailure = useStore((state) => state.tellFailure);
  const bar = useRef<HTMLFieldSetElement>(null);
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current || bar.current === null) return;
    isWanted.current = false;
    bar.current.querySelector('button')?.focus();
  });
  const isCompared = check !== null && check.comparison !== null;
  const compare = useCallback(async () => {
    if (isCompared) return bar.current?.querySelector('button')?.focus();
    isWanted.current = true;
    const failure = await checks.getState().compare(usualView.filter);
    if (failure !== null) tellFailure(failure);
  }, [isCompared, tellFailure]);
  return { bar, compare };
}

/** Does what was asked for from elsewhere, once the check is there. */
function useDeeds(
  check: CheckOverview | null,
  open: (dialog: OpenDialog) => void,
  compare: () => Promise<unknown>,
): void {
  const deed = useStore((state) => state.checkDeed);
  const doWithCheck = useStore((state) => state.doWithCheck);
  const tellFailure = useStore((state) => state.tellFailure);
  useEffect(() => {
    if (deed === null || check === null) return;
    doWithCheck(null);
    if (deed === 'select-all') checkRows.getState().selectAll();
    else if (deed === 'select-none') checkRows.getState().selectNone();
    else if (deed === 'compare') void compare();
    else if (deed === 'run') {
      void checks
        .getState()
        .act('check.run')
        .then((failure) => failure !== null && tellFailure(failure));
    } else open(deed);
  }, [deed, check, open, compare, doWithCheck, tellFailure]);
  // What was asked for of this check is not done to the next.
  useEffect(() => () => doWithCheck(null), [doWithCheck]);
}
