/** The columns of a list of problems: what each is called, how wide it is, what it sorts by and what stands in its cells. */
import type { ReactNode } from 'react';
import type { ProblemKind, ProblemRow, ProblemSort } from '../../contract/problems.ts';
import grid from '../grid/grid.module.css';
import { statusSentence } from '../status/status-of.ts';
import { ageWords, calendarDay, fullTime } from '../time/relative-time.ts';
import classes from './columns.module.css';
import { NewMark } from './new-mark.tsx';
import { peopleOf } from './problem-people.ts';
import { Subject } from './subject.tsx';
import { What } from './what.tsx';
import { Several, Who } from './who.tsx';

export type Column = {
  readonly key: string;
  readonly name: string;
  /** Null: nothing is sorted by it. */
  readonly sort: ProblemSort['by'] | null;
  /** In pixels. What is left over is shared out by `share`. */
  readonly least: number;
  readonly share: number;
  readonly cell: (row: ProblemRow, now: number) => ReactNode;
  /** The whole of what may be cut, or more than has room. */
  readonly title?: (row: ProblemRow) => string | undefined;
};

const subjectNames: Partial<{ readonly [K in ProblemKind]: string }> = {
  cycle: 'People',
  'shared-email': 'E-mail',
  'shared-phone': 'Number',
  'bad-entry': 'Entry',
  'list-part': 'List',
};

/** Kinds of which a record, or the server, says since when. */
const withSince: ReadonlySet<ProblemKind> = new Set([
  'left-behind',
  'gone-manager',
  'still-available',
  'deleted-active',
  'not-found',
  'date-without-deletion',
  'failed',
]);

const subject = (kind: ProblemKind): Column => ({
  key: 'subject',
  name: subjectNames[kind] ?? 'Person',
  sort: 'name',
  least: 160,
  share: 3,
  cell: ({ problem, isNew }) => {
    const email = 'people' in problem ? null : (peopleOf(problem)[0]?.email ?? null);
    return (
      <>
        <span className={classes.subject}>
          <Subject problem={problem} />
          {email !== null && (
            <span className={grid.under} title={email}>
              {email}
            </span>
          )}
        </span>
        {isNew && <NewMark words="New" />}
      </>
    );
  },
});

const what: Column = {
  key: 'what',
  name: 'What is wrong',
  sort: 'weight',
  least: 220,
  share: 5,
  cell: ({ problem }) => (
    <span className={classes.lines}>
      <What problem={problem} />
    </span>
  ),
};

const reportsTo: Column = {
  key: 'manager',
  name: 'Reports to',
  sort: 'weight',
  least: 150,
  share: 3,
  cell: ({ problem }) => {
    if (problem.kind !== 'left-behind') return null;
    const [first] = problem.managers;
    if (first === undefined) return null;
    if (problem.managers.length + problem.more > 1) return <Several of={problem.managers} more={problem.more} />;
    return (
      <span className={classes.subject} data-plain="">
        <Who card={first} />
        <span className={grid.under}>{statusSentence(first)}</span>
      </span>
    );
  },
};

const askInstead: Column = {
  key: 'nearest',
  name: 'Nearest manager who is there',
  sort: null,
  least: 150,
  share: 3,
  cell: ({ problem }) => {
    if (problem.kind !== 'left-behind') return null;
    return problem.nearest === null ? <span className={classes.soft}>Nobody</span> : <Who card={problem.nearest} />;
  },
};

const since: Column = {
  key: 'since',
  name: 'Since',
  sort: 'since',
  least: 100,
  share: 0,
  cell: (row) => (row.since === null ? <span className={classes.soft}>No date</span> : calendarDay(row.since)),
  title: (row) => (row.since === null ? undefined : fullTime(row.since)),
};

/** When the reply that shows it was last received. */
const seen: Column = {
  key: 'seen',
  name: 'Last seen',
  sort: null,
  least: 100,
  share: 0,
  cell: ({ evidence }, now) => evidence !== null && <span className={classes.soft}>{ageWords(evidence.at, now)}</span>,
  title: ({ evidence }) => (evidence === null ? undefined : fullTime(evidence.at)),
};

const note: Column = {
  key: 'note',
  name: 'Note',
  sort: null,
  least: 150,
  share: 3,
  cell: ({ aside }) =>
    aside !== null && (
      <span className={classes.lines}>
        <bdi>{aside.note}</bdi> <span className={classes.soft}>{calendarDay(aside.at)}</span>
      </span>
    ),
  title: ({ aside }) => aside?.note || undefined,
};

/** `isAside`: of those that are set aside. */
export function columnsOf(kind: ProblemKind, isAside: boolean): readonly Column[] {
  return [
    subject(kind),
    ...(kind === 'left-behind' ? [reportsTo, askInstead] : [what]),
    ...(withSince.has(kind) ? [since] : []),
    isAside ? note : seen,
  ];
}

/** The width of the boxes that select, in pixels. */
const boxes = 36;

/** `grid-template-columns` of every row, and the width in pixels below which the rows scroll sideways. */
export function tracksOf(columns: readonly Column[]): { readonly tracks: string; readonly least: number } {
  const each = columns.map(({ least, share }) => (share === 0 ? `${least}px` : `minmax(${least}px, ${share * 100}fr)`));
  return { tracks: [`${boxes}px`, ...each].join(' '), least: columns.reduce((sum, { least }) => sum + least, boxes) };
}
