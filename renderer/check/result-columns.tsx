/** The columns of a check's rows: what each is called, how wide it is at least, and what stands in its cells. */

import type { ReactNode } from 'react';
import type { CheckRow } from '../../contract/check.ts';
import { matchedByWords } from '../../contract/check-words.ts';
import { PersonCell } from '../grid/person-cell.tsx';
import { PersonName } from '../name/person-name.tsx';
import { ageWords, fullTime } from '../time/relative-time.ts';
import { failureWords } from '../words/failure-words.ts';
import { count } from '../words/locale.ts';
import { AnswerBadge } from './answer-badge.tsx';
import { whyWords } from './check-words.ts';
import classes from './result-columns.module.css';

export type Column = {
  readonly key: string;
  readonly name: string;
  /** In pixels. What is left over is shared out by `share`. */
  readonly least: number;
  readonly share: number;
  readonly cell: (row: CheckRow, now: number) => ReactNode;
  /** The whole of what may be cut. */
  readonly title: (row: CheckRow, now: number) => string | undefined;
};

const line: Column = {
  key: 'line',
  name: 'Line',
  least: 64,
  share: 0,
  cell: (row) => lineWords(row),
  title: () => undefined,
};
const given: Column = {
  key: 'given',
  name: 'Given',
  least: 130,
  share: 3,
  cell: (row) => (
    <span className={row.answer === null ? classes.soft : classes.given}>
      {row.answer === null ? 'Empty line' : givenWords(row)}
    </span>
  ),
  title: ({ given: text }) => text || undefined,
};
const status: Column = {
  key: 'status',
  name: 'Status',
  least: 176,
  share: 1.4,
  cell: (row, now) => <AnswerBadge of={row} now={now} />,
  title: () => undefined,
};
const person: Column = {
  key: 'person',
  name: 'Person',
  least: 150,
  share: 3,
  cell: (row) => <PersonFound row={row} />,
  title: (row) => (row.person === null ? reasonWords(row) : undefined),
};
const matched: Column = {
  key: 'matched',
  name: 'Matched by',
  least: 92,
  share: 0.8,
  cell: (row) => matchedCell(row),
  title: () => undefined,
};
const manager: Column = {
  key: 'manager',
  name: 'Manager',
  least: 130,
  share: 2,
  cell: ({ manager: one }) => one && <PersonName name={one.name} status={one.status} short />,
  title: () => undefined,
};
const source: Column = {
  key: 'source',
  name: 'Source',
  least: 112,
  share: 1.2,
  cell: (row, now) => sourceCell(row, now),
  title: ({ source: said }) => (said === null ? undefined : fullTime(said.at)),
};

export const resultColumns: readonly Column[] = [line, given, status, person, matched, source];

/** Of people in none of the rows. */
export const onlyHereColumns: readonly Column[] = [person, status, manager, source];

/** `grid-template-columns` of every row, and the width in pixels below which the rows scroll sideways. */
export function tracksOf(columns: readonly Column[]): { readonly tracks: string; readonly least: number } {
  return {
    tracks: columns
      .map(({ least, share }) => (share === 0 ? `${least}px` : `minmax(${least}px, ${share * 100}fr)`))
      .join(' '),
    least: columns.reduce((sum, { least }) => sum + least, 0),
  };
}

/** What of a cell's room stands before what was found in a line; more of it would hide that. */
const mostBefore = 16;

/** "…user=u-1 ok" of a longer line. */
export function givenWords({ given: text, foundAt }: Pick<CheckRow, 'given' | 'foundAt'>): string {
  if (foundAt <= mostBefore) return text;
  // From the beginning of a word, where one is near.
  const from = text.lastIndexOf(' ', foundAt) + 1;
  return `…${text.slice(foundAt - from > mostBefore ? foundAt : from)}`;
}

/** "12"; "12 · 2" of the second item in a line; empty of somebody who is in none. */
export function lineWords({ line: at, part }: Pick<CheckRow, 'line' | 'part'>): string {
  if (at === null) return '';
  return part === 0 ? count(at) : `${count(at)} · ${count(part + 1)}`;
}

/** Why nobody stands in the row; undefined: there is nothing to say. */
export function reasonWords({ answer, why, failure, candidates, isNearest }: CheckRow): string | undefined {
  if (answer === 'not-understood' && candidates !== null && candidates.count > 0) {
    const [first] = candidates.first;
    if (isNearest) return `Nobody is called so. Is it \u2068${first?.name ?? ''}\u2069?`;
    return candidates.count === 1 && first !== undefined
      ? `Is it \u2068${first.name}\u2069?`
      : `${count(candidates.count)} people are called so`;
  }
  if (answer === 'not-understood') return why === null ? undefined : whyWords[why];
  if (answer === 'ambiguous' && candidates !== null) return `${count(candidates.count)} people`;
  if (answer === 'failed' || answer === 'no-permission')
    return failure === null ? undefined : failureWords(failure).title;
  return undefined;
}

function PersonFound({ row }: { readonly row: CheckRow }) {
  const { person, candidates } = row;
  // Of an id that nobody known has: it stands in the row already.
  if (person !== null && person.name === person.id) return <span className={classes.reason}>Not known here</span>;
  if (person !== null) return <PersonCell person={person} under={person.email} />;
  const words = reasonWords(row);
  return (
    <>
      {words !== undefined && (
        <span className={classes.reason}>
          <bdi>{words}</bdi>
        </span>
      )}
      {candidates !== null && candidates.count > 0 && (
        <span className={classes.choose} data-choose="">
          Choose…
        </span>
      )}
    </>
  );
}

function matchedCell({ repeats, matchedBy }: CheckRow): ReactNode {
  // No line ends at a hyphen.
  const words = matchedBy === null ? '' : matchedByWords[matchedBy].replaceAll('-', '\u2011');
  return (
    <span className={classes.lines}>
      <span>{words}</span>
      {repeats !== null && <span className={classes.soft}>As line {lineWords(repeats)}</span>}
    </span>
  );
}

function sourceCell({ source, isAsked }: CheckRow, now: number): ReactNode {
  const age = source === null ? '' : ageWords(source.at, now);
  const from = source === null ? '' : source.from === 'server' ? 'Server' : 'Local copy';
  const words = source !== null && `${from}, ${age}`;
  return (
    <span className={classes.lines}>
      {isAsked && <span>Asking…</span>}
      <span className={isAsked ? `${classes.soft} ${classes.cut}` : undefined}>{words}</span>
    </span>
  );
}
