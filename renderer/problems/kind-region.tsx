/** One kind of problem in short: how many there are, why it matters, and the heaviest of them. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconInfoCircle } from '@tabler/icons-react';
import { useId } from 'react';
import { informationKinds } from '../../contract/problem-kinds.ts';
import { problemWords } from '../../contract/problem-words.ts';
import type { ProblemKindOverview } from '../../contract/problems.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { kindWords } from '../words/problem-sentences.ts';
import classes from './kinds.module.css';
import { NewMark } from './new-mark.tsx';
import { Subject } from './subject.tsx';
import { useOneStop } from './use-one-stop.ts';
import { What } from './what.tsx';

type KindRegionProps = {
  readonly of: ProblemKindOverview;
  /** So many rows have their place, whatever comes. */
  readonly rows: number;
};

export function KindRegion({ of: { kind, count: all, fresh, first }, rows }: KindRegionProps) {
  const openProblems = useStore((state) => state.openProblems);
  const id = useId();
  const { list, onKeyDown, onFocus } = useOneStop();
  const Icon = informationKinds.includes(kind) ? IconInfoCircle : IconAlertTriangle;
  return (
    <section aria-labelledby={id} className={classes.kind} data-kind={kind}>
      <div className={classes.head}>
        <Icon
          size={18}
          stroke={1.8}
          aria-hidden="true"
          className={classes.sign}
          data-calm={Icon === IconInfoCircle || undefined}
        />
        <h2 id={id}>{problemWords[kind]}</h2>
        <span className={classes.count}>{count(all)}</span>
        <span className={classes.fresh}>{fresh > 0 && <NewMark words={`${count(fresh)} new`} />}</span>
        <Button
          variant="subtle"
          className={classes.all ?? ''}
          aria-describedby={id}
          rightSection={<IconChevronRight size={15} aria-hidden="true" />}
          onClick={() => openProblems(kind)}
        >
          Show all {count(all)}
        </Button>
      </div>
      <p className={classes.why}>{kindWords[kind].why}</p>
      <ul ref={list} aria-label={problemWords[kind]} className={classes.rows} onKeyDown={onKeyDown} onFocus={onFocus}>
        {first.slice(0, rows).map(({ subject, problem, isNew }) => (
          <li key={subject} className={classes.row}>
            <span className={classes.subject}>
              <Subject problem={problem} />
              {isNew && <NewMark words="New" />}
            </span>
            <span className={classes.what}>
              <What problem={problem} />
            </span>
          </li>
        ))}
      </ul>
      {/* Where there are fewer than when the page was laid out, nothing moves up. */}
      <div style={{ height: `calc(${Math.max(0, rows - first.length)} * var(--row))` }} />
    </section>
  );
}
