/** Who of a branch leads one person, or many: a list of any length, of which what is in view is asked for. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { mostEntries } from '../../../contract/bounds.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Leader, LeadingWhich } from '../../../contract/organisation-spans.ts';
import type { Page } from '../../../contract/shown-page.ts';
import { call } from '../../bridge/call.ts';
import { useRowLimit } from '../../layout/row-limit.ts';
import { VirtualRows } from '../../layout/virtual-rows.tsx';
import { StatusIcon } from '../../status/status-icon.tsx';
import { count } from '../../words/locale.ts';
import line from '../line-facts.module.css';
import { StepLink } from '../step-link.tsx';
import { useOrganisation } from '../use-organisation.ts';
import classes from './panel.module.css';
import { leadingWords } from './spans-words.ts';

type LeadingListProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  /** Null: everybody. */
  readonly id: UserId | null;
  readonly which: LeadingWhich;
  readonly total: number;
};

const rowHeight = 30;

export function LeadingList({ page, id, which, total }: LeadingListProps) {
  const { leaderAt, look } = useLeading(id, which);
  const limit = useRowLimit(rowHeight);
  const title = leadingWords(which, total);
  const row = (nth: number) => {
    const leader = leaderAt(nth);
    return leader === undefined ? null : <Line page={page} leader={leader} />;
  };
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <VirtualRows
        label={title}
        count={Math.min(total, limit)}
        rowHeight={rowHeight}
        row={row}
        nameAt={(nth) => leaderAt(nth)?.name ?? null}
        onView={look}
      />
    </section>
  );
}

function Line({ page, leader }: Pick<LeadingListProps, 'page'> & { readonly leader: Leader }) {
  const { status, direct, below } = leader;
  const words = direct === below ? `leads ${count(direct)}` : `leads ${count(direct)}, ${count(below)} below`;
  return (
    <div className={classes.line}>
      {status !== null && <StatusIcon status={status} />}
      <StepLink page={page} to={leader} className={classes.lineName} />
      <span className={line.facts}>{words}</span>
    </div>
  );
}

/** The parts of the list that were in view, of one moment. */
function useLeading(id: UserId | null, which: LeadingWhich) {
  const snapshot = useOrganisation((state) => state.shown?.snapshot ?? null);
  const [parts, setParts] = useState<ReadonlyMap<number, readonly Leader[]>>(new Map());
  const asked = useRef(new Set<number>());
  const turn = useRef(0);
  const inView = useRef({ first: 0, last: 0 });

  const look = useCallback(
    (first: number, last: number) => {
      inView.current = { first, last };
      for (let part = Math.floor(first / mostEntries); part <= Math.floor(last / mostEntries); part += 1) {
        if (asked.current.has(part)) continue;
        asked.current.add(part);
        const now = turn.current;
        const offset = part * mostEntries;
        void call('organisation.leading', { id, which, offset, limit: mostEntries }).then((answer) => {
          if (now !== turn.current) return;
          if (!answer.ok || answer.value === null) asked.current.delete(part);
          else {
            const { leaders } = answer.value;
            setParts((before) => new Map([...before, [part, leaders]]));
          }
        });
      }
    },
    [id, which],
  );
  // Of another branch or moment others are in it: what is shown stays until they are there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another snapshot the list is another one
  useEffect(() => {
    turn.current += 1;
    asked.current = new Set();
    look(inView.current.first, inView.current.last);
  }, [look, snapshot]);
  const leaderAt = (nth: number) => parts.get(Math.floor(nth / mostEntries))?.[nth % mostEntries];
  return { leaderAt, look };
}
