/** Above the list: how many are shown or selected, what was just done with them, and what can be. Its place is always kept. */
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconDownload, IconEyeOff } from '@tabler/icons-react';
import type { ProblemList } from '../../contract/shown-page.ts';
import { ExportProgress } from '../layout/export-progress.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import type { Change } from './changes-store.ts';
import classes from './kind-page.module.css';
import { copyProblems, problemCount, selectedOrAll } from './problems-out.ts';
import { changes, useChanges, useProblemRows } from './use-problems.ts';

export function KindStrip({ list }: { readonly list: ProblemList }) {
  const total = useProblemRows((state) => state.shown?.total ?? null);
  const selected = useProblemRows((state) =>
    state.selected === 'all' ? (state.shown?.total ?? 0) : state.selected.size,
  );
  const hasActive = useProblemRows((state) => state.active !== null);
  const last = useChanges((state) => state.last);
  const exporting = useStore((state) => state.exporting);
  const doWithProblems = useStore((state) => state.doWithProblems);
  const tellFailure = useStore((state) => state.tellFailure);
  const undo = async () => {
    const failure = await changes.getState().undo();
    if (failure !== null) tellFailure(failure);
  };
  const isAside = list.filter.which === 'aside';
  const isIdle = selected === 0 && !hasActive;
  return (
    <div className={classes.strip}>
      <div role="status" className={classes.shown}>
        {total === null ? '\u00a0' : selected > 0 ? `${count(selected)} selected` : `${count(total)} shown`}
        {last !== null && (
          <>
            {` · ${changeWords(last)}`}
            <Button variant="subtle" onClick={() => void undo()}>
              Undo
            </Button>
          </>
        )}
      </div>
      {exporting !== null ? (
        <ExportProgress name="Saving" className={classes.going} />
      ) : (
        <>
          <Button
            variant="subtle"
            leftSection={<IconCopy size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => {
              const meant = selectedOrAll();
              if (meant !== null) void copyProblems(meant);
            }}
          >
            Copy
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => doWithProblems('save')}
          >
            Save…
          </Button>
          <Button
            variant="default"
            aria-disabled={isIdle || undefined}
            title={isIdle ? 'Select a problem first' : undefined}
            leftSection={
              isAside ? (
                <IconArrowBackUp size={16} stroke={1.7} aria-hidden="true" />
              ) : (
                <IconEyeOff size={16} stroke={1.7} aria-hidden="true" />
              )
            }
            onClick={() => !isIdle && doWithProblems(isAside ? 'take-back' : 'set-aside')}
          >
            {isAside ? 'Take back' : 'Set aside…'}
          </Button>
        </>
      )}
    </div>
  );
}

function changeWords({ what, count: problems }: Change): string {
  return what === 'aside' ? `Set ${problemCount(problems)} aside` : `Took ${problemCount(problems)} back`;
}
