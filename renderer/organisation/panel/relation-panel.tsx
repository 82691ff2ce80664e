/** How two people stand to each other: who is above both, both ways down, and who could approve for both now. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsUpDown } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import { failed } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Named } from '../../../contract/organisation.ts';
import type { OrganisationPanel, Page } from '../../../contract/shown-page.ts';
import { call } from '../../bridge/call.ts';
import { FailureNotice } from '../../failure/failure-notice.tsx';
import { shortId } from '../../name/short-id.ts';
import { useStore } from '../../store/use-store.ts';
import { personOf } from '../tree-state.ts';
import { useOrganisation } from '../use-organisation.ts';
import classes from './panel.module.css';
import { PersonField } from './person-field.tsx';
import { RelationAnswer } from './relation-answer.tsx';
import { namedOf } from './relation-words.ts';
import { useAnswer } from './use-answer.ts';

export type RelationPanelProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly panel: Extract<OrganisationPanel, { kind: 'relation' }>;
};

export function RelationPanel({ page, panel }: RelationPanelProps) {
  const showPanel = useStore((state) => state.showPanel);
  const active = useOrganisation((state) => personOf(state.active?.data));
  const { a, b } = panel;
  const one = useRef<HTMLInputElement>(null);
  const other = useRef<HTMLInputElement>(null);
  const show = (next: { readonly a: UserId | null; readonly b: UserId | null }) =>
    showPanel({ kind: 'relation', ...next });

  // The person who is active when it opens is one of the two.
  useEffect(() => {
    if (a === null && active !== null && active !== b) showPanel({ kind: 'relation', a: active, b });
  }, [a, b, active, showPanel]);
  useEffect(() => {
    if (document.activeElement?.matches('[data-panel-heading]') && b === null) other.current?.focus();
  }, [b]);

  // Of one alone it is asked as well: they are named by the answer.
  const some = a ?? b;
  const ask = useCallback(() => askOf(a ?? b, b ?? a), [a, b]);
  const { answer, isLate, failure, retry } = useAnswer(some === null ? null : `${a} ${b}`, ask);
  // One whose question was of one alone says nothing of two.
  const isOfBoth = !isLate || answer?.a?.id !== answer?.b?.id;
  const chosen = (id: UserId | null): Named | null => {
    const member = [answer?.a, answer?.b].find((each) => each?.id === id);
    if (id === null || member) return member ? namedOf(member) : null;
    return { id, name: answer === null || isLate ? '' : shortId(id) };
  };
  return (
    <>
      <div className={classes.two}>
        <PersonField label="First person" field={one} chosen={chosen(a)} onChoose={(id) => show({ a: id, b })} />
        <PersonField
          label="Second person"
          field={other}
          isWanted={b === null}
          chosen={chosen(b)}
          onChoose={(id) => show({ a, b: id })}
        />
        <Tooltip label="Swap the two">
          <ActionIcon
            aria-label="Swap the two"
            className={classes.swap ?? ''}
            disabled={a === null || b === null}
            onClick={() => show({ a: b, b: a })}
          >
            <IconArrowsUpDown size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </div>
      {failure !== null && <FailureNotice failure={failure} onRetry={retry} />}
      {(a === null || b === null) && (
        <p className={classes.hint}>Choose two people to see how they stand to each other.</p>
      )}
      {answer !== null && isOfBoth && a !== null && b !== null && (
        <div aria-busy={isLate}>
          <RelationAnswer page={page} asked={{ a, b }} relation={answer} />
        </div>
      )}
    </>
  );
}

async function askOf(a: UserId | null, b: UserId | null) {
  return a === null || b === null ? failed({ kind: 'cancelled' }) : call('organisation.relation', { a, b });
}
