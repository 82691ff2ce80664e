/** People of the organisation as CSV: a line each, with the cells of every export. */
import { marks } from '../../contract/organisation-marks.ts';
import { type Cell, csvLine } from '../export/cells.ts';
import { byteOrderMark } from '../export/people-csv.ts';
import { statusText } from '../export/status-text.ts';
import type { Forest } from './forest.ts';
import type { DrawnPart } from './saved-map.ts';
import type { SavedPeople, SavedPerson } from './saved-people.ts';

const aPart = 500;

type Row = {
  readonly forest: Forest;
  readonly place: number;
  readonly person: SavedPerson;
  readonly manager: SavedPerson | undefined;
};

const verbatim = (value: number): Cell => ({ verbatim: String(value) });

const columns: readonly (readonly [heading: string, cell: (row: Row) => Cell])[] = [
  ['Level', ({ forest, place }) => verbatim(forest.level[place] ?? 0)],
  ['Manager', ({ manager }) => manager?.name ?? ''],
  ['Manager id', ({ manager }) => manager?.id ?? ''],
  ['Name', ({ person }) => person.card?.name ?? ''],
  ['Id', ({ person }) => person.id],
  ['Status', (row) => ({ verbatim: statusOf(row) })],
  ['Role', ({ person }) => person.role],
  ['Team', ({ person }) => person.card?.team?.name ?? person.card?.team?.id ?? ''],
  ['E-mail', ({ person }) => person.card?.email ?? ''],
  ['Below', ({ forest, place }) => verbatim((forest.size[place] ?? 1) - 1)],
  ['Direct', ({ forest, place }) => verbatim(forest.direct[place] ?? 0)],
];

/** Why nothing is stored of somebody. */
function statusOf({ forest, place, person }: Row): string {
  if (person.card !== null) return statusText(person.card.status);
  const of = forest.marks[place] ?? 0;
  if ((of & marks.notFound) !== 0) return statusText('not-found');
  return (of & marks.failed) !== 0 ? 'could not be fetched' : 'not fetched';
}

export type CsvWriting = { readonly total: number; readonly next: () => DrawnPart | null };

/** Places, one after the other, without a list of all of them. */
export type Places = { readonly count: number; readonly at: (nth: number) => number };

/** Somebody's branch in the order of the tree. Place 0: everybody. */
export function branchAt(forest: Forest, place: number): Places {
  const first = Math.max(1, place);
  return { count: place + (forest.size[place] ?? 1) - first, at: (nth) => first + nth };
}

export function writeCsv(forest: Forest, { count, at }: Places, peopleAt: SavedPeople): CsvWriting {
  let done = 0;
  let isBegun = false;
  return {
    total: count,
    next: () => {
      if (isBegun && done >= count) return null;
      const head = isBegun ? '' : byteOrderMark + csvLine(columns.map(([heading]) => ({ verbatim: heading })));
      isBegun = true;
      const from = done;
      const places = Array.from({ length: Math.min(aPart, count - from) }, (_, nth) => at(from + nth));
      done += places.length;
      const managers = places.map((one) => forest.parent[one] ?? 0).filter((one) => one !== 0);
      const people = peopleAt(forest, [...new Set([...places, ...managers])]);
      const lines = places.map((one) => {
        const person = people.get(one);
        if (person === undefined) return '';
        const row = { forest, place: one, person, manager: people.get(forest.parent[one] ?? 0) };
        return csvLine(columns.map(([, cell]) => cell(row)));
      });
      return { text: head + lines.join(''), done };
    },
  };
}
