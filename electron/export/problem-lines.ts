/** Problems as they are saved and copied: a line each, whatever its kind. */
import type { PersonCard } from '../../contract/person.ts';
import { problemWords } from '../../contract/problem-words.ts';
import type { Problem, ProblemRow } from '../../contract/problems.ts';
import { type Cell, csvLine, tabbedLine } from './cells.ts';
import { byteOrderMark } from './people-csv.ts';
import { isoTime } from './record.ts';
import { statusText } from './status-text.ts';

export type ProblemTextFormat = 'csv' | 'text';

const word = (text: string): Cell => ({ verbatim: text });
const count = (number: number | null): Cell => word(number === null ? '' : String(number));
const between = '; ';

/** `nearest`: of who is left behind. The others are managers, those who list the person, or all that the problem is about. */
type Parts = {
  readonly person: PersonCard | null;
  readonly id: string;
  readonly count: number | null;
  readonly what: readonly string[];
  readonly others: readonly PersonCard[];
  readonly nearest: PersonCard | null;
};

const columns: readonly (readonly [heading: string, cell: (parts: Parts, row: ProblemRow) => Cell])[] = [
  ['Problem', (_, { problem }) => word(problemWords[problem.kind])],
  ['Name', ({ person }) => person?.name ?? ''],
  ['Id', ({ id }) => id],
  ['E-mail', ({ person }) => person?.email ?? ''],
  ['Status', ({ person }) => word(person === null ? '' : statusText(person.status))],
  ['Since', (_, { since }) => isoTime(since)],
  ['Count', (parts) => count(parts.count)],
  ['What', ({ what }) => what.join(between)],
  ['People', ({ others }) => others.map(({ name }) => name).join(between)],
  ['Their ids', ({ others }) => others.map(({ id }) => id).join(between)],
  ['Nearest manager', ({ nearest }) => nearest?.name ?? ''],
  ['Nearest manager’s id', ({ nearest }) => nearest?.id ?? ''],
  ['Evidence received', (_, { evidence }) => isoTime(evidence?.at ?? null)],
  ['New', (_, { isNew }) => word(isNew ? 'new' : '')],
  ['Set aside', (_, { aside }) => isoTime(aside?.at ?? null)],
  ['Note', (_, { aside }) => aside?.note ?? ''],
];

export const problemHeadCells: readonly Cell[] = columns.map(([heading]) => word(heading));

export function problemCells(row: ProblemRow): readonly Cell[] {
  const parts = partsOf(row.problem);
  return columns.map(([, cell]) => cell(parts, row));
}

export function problemHead(format: ProblemTextFormat): string {
  return format === 'csv' ? byteOrderMark + csvLine(problemHeadCells) : tabbedLine(problemHeadCells);
}

export function problemLine(row: ProblemRow, format: ProblemTextFormat): string {
  const cells = problemCells(row);
  return format === 'csv' ? csvLine(cells) : tabbedLine(cells);
}

function partsOf(problem: Problem): Parts {
  const person = 'person' in problem ? problem.person : null;
  const none: Parts = {
    person,
    id: 'id' in problem ? problem.id : (person?.id ?? ''),
    count: null,
    what: [],
    others: [],
    nearest: null,
  };
  switch (problem.kind) {
    case 'left-behind':
      return { ...none, others: problem.managers, nearest: problem.nearest };
    case 'gone-manager':
      return { ...none, count: problem.living };
    case 'not-found':
      return { ...none, others: problem.listedBy };
    case 'cycle':
      return { ...none, count: problem.people.length + problem.more, others: problem.people };
    case 'too-many-reports':
      return { ...none, count: problem.reports };
    case 'several-tops':
      return { ...none, count: problem.below };
    case 'several-managers':
      return { ...none, count: problem.managers.length + problem.more, others: problem.managers };
    case 'shared-email':
    case 'shared-phone':
      return { ...none, count: problem.people.length + problem.more, what: [problem.text], others: problem.people };
    case 'owned-by-another':
      return { ...none, what: [problem.address, problem.owner] };
    case 'unverified-primary':
    case 'unlisted-primary':
      return { ...none, what: [problem.address] };
    case 'unreadable':
      return { ...none, what: problem.fields };
    case 'not-an-id':
      return { ...none, what: problem.texts };
    case 'duplicate-report':
      return { ...none, what: problem.ids };
    case 'bad-entry':
      return { ...none, count: problem.entry, what: [problem.text] };
    case 'listed-twice':
      return { ...none, count: problem.times };
    case 'list-part':
      return { ...none, count: problem.listed };
    case 'failed':
      return { ...none, what: [problem.failure.kind.replaceAll('-', ' ')], others: problem.listedBy };
    default:
      return none;
  }
}
