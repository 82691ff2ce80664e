/** What of the organisation is being saved: each as it was when it was asked for, written a part at a time. */
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { type Item, readItems } from '../../contract/organisation-items.ts';
import type { MapRegion } from '../../contract/organisation-map.ts';
import { statusInMarks } from '../../contract/organisation-marks.ts';
import type { SaveAsked } from '../../contract/organisation-save.ts';
import { type PeopleCount, peopleCountWords } from '../../contract/people-count.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Look } from '../storage/guarded-work.ts';
import { layChart } from './chart-layout.ts';
import type { DrawnMap } from './drawn-map.ts';
import type { Forest } from './forest.ts';
import { createMapViews } from './map-view.ts';
import type { Members } from './members.ts';
import { type OtherManagersAt, otherPlaces } from './other-managers.ts';
import { drawChart, placesInChart } from './saved-chart.ts';
import { branchAt, writeCsv } from './saved-csv.ts';
import { frameOf } from './saved-frame.ts';
import { type DrawnPart, drawMap, type SavedMap } from './saved-map.ts';
import { countAt, countWords, type SavedPeople } from './saved-people.ts';
import { cutTo, drawView, placesInView } from './saved-view.ts';

/** `asOf`: the moment of the past that is shown; null: it is as it is now. `peopleAt`: everybody as of then. */
export type ShownMoment = { readonly asOf: number | null; readonly peopleAt: SavedPeople };

export type SavingNeeds = {
  readonly look: Look;
  /** The map that is shown. */
  readonly map: (look: Pick<SaveAsked, 'colour' | 'spotlight'>) => SavedMap & DrawnMap;
  /** What the tree shows. */
  readonly newest: () => Forest;
  /** 0: they are not in it. */
  readonly placeOf: (forest: Forest, id: UserId) => number;
  readonly othersAt: OtherManagersAt;
  readonly members: Pick<Members, 'named'>;
  readonly moment: () => ShownMoment;
  /** Milliseconds since 1970. */
  readonly now: () => number;
};

export type SavingBegun = {
  readonly saving: number;
  /** Everybody in it: those who are stored, and those who are only listed. */
  readonly total: number;
  readonly onlyListed: number;
  /** Who it is called after; null: everybody. */
  readonly name: string | null;
  /** Of what is drawn, in CSS pixels; of a table nothing is. */
  readonly size: { readonly w: number; readonly h: number };
};

/** `done`: how many people have been written with this part. `isLast`: nothing comes after it. */
export type SavedPart = DrawnPart & { readonly isLast: boolean };

type Writing = { readonly total: number; readonly next: () => DrawnPart | null };
type Begun = Writing & Pick<SavingBegun, 'name' | 'onlyListed' | 'size'>;

/** Of a table. */
const undrawn = { w: 0, h: 0 } as const;
/** More at once are not kept: what was begun first is given up. */
const mostKept = 4;

export function createSavings({ look, map, newest, placeOf, othersAt, members, moment, now }: SavingNeeds) {
  const savings = new Map<number, Writing>();
  const viewOf = createMapViews();
  let last = 0;

  const titleOf = (name: string | null, people: PeopleCount): string => {
    const words = peopleCountWords(people, countWords);
    return name === null ? `Organisation: ${words}` : `${name} and everybody below: ${words}`;
  };

  const begun = (writing: Begun | null): SavingBegun | null => {
    if (writing === null) return null;
    last += 1;
    savings.set(last, writing);
    for (const first of savings.keys()) {
      if (savings.size <= mostKept) break;
      savings.delete(first);
    }
    const { total, onlyListed, name, size } = writing;
    return { saving: last, total, onlyListed, name, size };
  };

  const chartWriting = (
    { source, format }: SaveAsked,
    { peopleAt, asOf }: ShownMoment,
    { centre, shape }: Extract<SaveAsked['what'], { kind: 'chart' }>,
  ): Begun | null => {
    const forest = newest();
    const place = placeOf(forest, centre);
    if (place === 0) return null;
    const { items } = layChart(forest, { centre: place, shape, others: otherPlaces(othersAt, forest, place) });
    const name = nameAt(peopleAt, forest, place);
    const onlyListed = onlyListedIn(forest, items);
    if (format === 'csv') {
      return { name, onlyListed, size: undrawn, ...writeCsv(forest, placesInChart(forest, items), peopleAt) };
    }
    const key: PersonKey = forest.keys[place] ?? 0;
    const drawing = drawChart({ forest, items, centre: key }, peopleAt, members.named);
    const title = `Chart of ${name}`;
    const frame = frameOf({
      content: drawing.content,
      title,
      legend: null,
      source: sourceWords(source, now(), asOf),
    });
    return { name, onlyListed, size: frame.view, total: drawing.total, next: framed(frame, drawing.next) };
  };

  /** Null: there is nothing of the map. */
  const viewWriting = (
    asked: SaveAsked,
    { peopleAt, asOf }: ShownMoment,
    { region, scale }: MapRegion,
  ): Begun | null => {
    const saved = map(asked);
    const { forest, layout } = saved;
    const view = cutTo({ x: 0, y: 0, w: layout.widths[0] ?? 0, h: layout.heights[0] ?? 0 }, region);
    if (view === null) return null;
    const items = readItems(viewOf(saved, view, scale).items).filter((item) => cutTo(item, view) !== null);
    const places = placesInView(forest, items);
    const onlyListed = onlyListedIn(forest, items);
    if (asked.format === 'csv') {
      return { name: null, onlyListed, size: undrawn, ...writeCsv(forest, places, peopleAt) };
    }
    const { framed: around, total, next } = drawView(saved, items, view, peopleAt);
    const words = peopleCountWords({ people: total - onlyListed, onlyListed }, countWords);
    const source = sourceWords(asked.source, now(), asOf);
    const frame = frameOf({ ...around, title: `Part of the organisation: ${words}`, source });
    return { name: null, onlyListed, size: frame.view, total, next: framed(frame, next) };
  };

  /** Null: they are not in it. */
  const begin = (asked: SaveAsked): SavingBegun | null => {
    const { what, format } = asked;
    // Another moment may be shown before all is written.
    const shown = moment();
    const { peopleAt, asOf } = shown;
    if (what.kind === 'chart') return begun(chartWriting(asked, shown, what));
    if (what.kind === 'view') return begun(viewWriting(asked, shown, what));
    const saved = format === 'csv' ? null : map(asked);
    const forest = saved?.forest ?? newest();
    const place = what.kind === 'branch' ? placeOf(forest, what.id) : 0;
    if (what.kind === 'branch' && place === 0) return null;
    const name = nameAt(peopleAt, forest, place);
    const count = countAt(forest, place);
    const { onlyListed } = count;
    if (saved === null) {
      return begun({ name, onlyListed, size: undrawn, ...writeCsv(forest, branchAt(forest, place), peopleAt) });
    }
    const drawing = drawMap(saved, place, peopleAt);
    const source = sourceWords(asked.source, now(), asOf);
    const frame = frameOf({ ...drawing.framed, title: titleOf(name, count), source });
    return begun({ name, onlyListed, size: frame.view, total: drawing.total, next: framed(frame, drawing.next) });
  };

  return {
    /** Null: who is meant is not in it. */
    beginSaving: (asked: SaveAsked): Outcome<SavingBegun | null> =>
      look('organisation.beginSaving', () => begin(asked)),
    /** The part after the last one; null: it is not being saved any more. */
    savePart: (saving: number): Outcome<SavedPart | null> =>
      look('organisation.savePart', () => {
        const writing = savings.get(saving);
        if (writing === undefined) return null;
        const part = writing.next();
        return part === null ? { text: '', done: writing.total, isLast: true } : { ...part, isLast: false };
      }),
    endSaving: (saving: number): Outcome<null> =>
      look('organisation.endSaving', () => {
        savings.delete(saving);
        return null;
      }),
  };
}

/** With what stands around it: the head before the first part, the foot after the last. */
function framed(
  { head, foot }: { readonly head: string; readonly foot: string },
  next: () => DrawnPart | null,
): () => DrawnPart | null {
  let isBegun = false;
  let ended: number | null = null;
  let done = 0;
  return () => {
    if (ended !== null) return null;
    const part = next();
    const before = isBegun ? '' : head;
    isBegun = true;
    if (part === null) {
      ended = done;
      return { text: before + foot, done };
    }
    done = part.done;
    return { text: before + part.text, done };
  };
}

function onlyListedIn({ placeOf, marks }: Forest, items: readonly Item[]): number {
  const people = items.filter(
    ({ kind, key }) => kind === 'card' || kind === 'other' || (kind === 'heading' && key !== 0),
  );
  return people.filter(({ key }) => statusInMarks(marks[placeOf[key] ?? 0] ?? 0) === null).length;
}

const momentFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function sourceWords(source: string, at: number, asOf: number | null): string {
  const then = asOf === null ? [] : [`as of ${momentFormat.format(asOf)}`];
  return [...then, momentFormat.format(at), source, 'Rolodesk'].join(' · ');
}

/** Null: everybody's. */
function nameAt(peopleAt: SavedPeople, forest: Forest, place: number): string | null {
  return place === 0 ? null : (peopleAt(forest, [place]).get(place)?.name ?? '');
}
