/** Spans and layers of the active person's branch, or of everybody. */
import { useCallback } from 'react';
import type { OrganisationPanel, Page } from '../../../contract/shown-page.ts';
import { call } from '../../bridge/call.ts';
import { FailureNotice } from '../../failure/failure-notice.tsx';
import { useStore } from '../../store/use-store.ts';
import { personOf } from '../tree-state.ts';
import { useOrganisation } from '../use-organisation.ts';
import classes from './panel.module.css';
import { SpansAnswer } from './spans-answer.tsx';
import { useAnswer } from './use-answer.ts';

type SpansPanelProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly panel: Extract<OrganisationPanel, { kind: 'spans' }>;
};

export function SpansPanel({ page, panel: { isWhole } }: SpansPanelProps) {
  const showPanel = useStore((state) => state.showPanel);
  const active = useOrganisation((state) => personOf(state.active?.data)) ?? page.id;
  const id = isWhole ? null : active;
  const ask = useCallback(() => call('organisation.spans', { id }), [id]);
  const isAsked = isWhole || active !== null;
  const { answer, isAnswered, isLate, failure, retry } = useAnswer(isAsked ? `${id}` : null, ask);
  return (
    <>
      <fieldset className={classes.choice} aria-label="People counted">
        {([false, true] as const).map((whole) => (
          <button
            key={String(whole)}
            type="button"
            aria-pressed={isWhole === whole}
            onClick={() => showPanel({ kind: 'spans', isWhole: whole })}
          >
            {whole ? 'Everybody' : 'Selected branch'}
          </button>
        ))}
      </fieldset>
      {failure !== null && <FailureNotice failure={failure} onRetry={retry} />}
      {answer !== null && (
        <div aria-busy={isLate}>
          <SpansAnswer page={page} spans={answer} />
        </div>
      )}
      {answer === null && failure === null && (
        <p className={classes.hint} role="status">
          {isAnswered ? 'Nobody who is in the organisation is selected.' : '\u00a0'}
        </p>
      )}
    </>
  );
}
