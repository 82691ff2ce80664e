/** Which problems of a kind a filter leaves, and in which order. It is always the same between equals: that of their subjects. */
import type { DatabaseSync } from 'node:sqlite';
import type { ProblemFilter, ProblemKind, ProblemSort } from '../../contract/problems.ts';
import type { PeopleBelow } from '../people/below.ts';
import { type FindKeys, isOfEverybody, whereOf } from '../people/order.ts';
import { fold } from '../search/fold.ts';
import type { PersonIds, PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numbersIn } from '../storage/number-lists.ts';
import type { FoundOfKind } from './found.ts';
import type { Sinces } from './gone-since.ts';
import { isAside, isNew, type MarkedKind } from './marked.ts';

export type ProblemOrderNeeds = {
  readonly database: DatabaseSync;
  readonly ids: Pick<PersonIds, 'idOf'>;
  readonly findKeys: FindKeys;
  readonly below: Pick<PeopleBelow, 'of'>;
  readonly sinces: Sinces;
};

/** What is asked of the problems of one kind. */
export type OrderAsked = {
  readonly kind: ProblemKind;
  readonly filter: ProblemFilter;
  readonly sort: ProblemSort;
};

export function aboutOf({ about, subjects }: FoundOfKind, place: number): readonly PersonKey[] {
  return about === null ? [subjects[place] ?? 0] : (about[place] ?? []);
}

export function createProblemOrder({ database, ids, findKeys, below, sinces }: ProblemOrderNeeds) {
  const byName = prepareQuery(
    database,
    `SELECT w.key FROM json_each(?) w LEFT JOIN people p ON p.key = w.value LEFT JOIN ids i ON i.key = w.value
    ORDER BY p.key IS NULL, coalesce(p.sort_name, i.id), w.key`,
    [number],
  );

  /** The people who fit the filter, whatever its `which`; null: everybody does. */
  const fitting = ({
    role,
    team,
    text: typed,
    below: under,
  }: ProblemFilter): ((person: PersonKey) => boolean) | null => {
    const narrowed = { role, team, text: typed, countryCode: null };
    if (isOfEverybody(narrowed) && under === null) return null;
    const isBelow = under === null ? () => true : below.of(under);
    if (isOfEverybody(narrowed)) return isBelow;
    const { where, values } = whereOf(narrowed, findKeys);
    const keys = prepareQuery(database, `SELECT group_concat(p.key) FROM people p ${where}`, [orNull(text)]);
    const some = new Set(numbersIn(keys.one(...values)[0] ?? ''));
    return (person) => some.has(person) && isBelow(person);
  };
  /** What is not about somebody who is stored has only a text to be found by. */
  const ownText = ({ handles, subjects, about }: FoundOfKind, place: number): string => {
    if (handles !== null) return handles[place] ?? '';
    return about === null ? ids.idOf(subjects[place] ?? 0) : '';
  };

  const left = (found: FoundOfKind, { marks }: MarkedKind, filter: ProblemFilter): number[] => {
    const { which, role, team, below: under } = filter;
    const fits = fitting(filter);
    const typed = role === null && team === null && under === null ? fold(filter.text.trim()) : '';
    const places: number[] = [];
    for (let place = 0; place < marks.length; place += 1) {
      const mark = marks[place];
      if ((mark === isAside) !== (which === 'aside') || (which === 'new' && mark !== isNew)) continue;
      const isMeant =
        fits === null ||
        aboutOf(found, place).some(fits) ||
        (typed !== '' && fold(ownText(found, place)).includes(typed));
      if (isMeant) places.push(place);
    }
    return places;
  };

  const inOrder = (
    found: FoundOfKind,
    places: number[],
    { kind, sort: { by, descending } }: Pick<OrderAsked, 'kind' | 'sort'>,
  ): number[] => {
    const turned = descending ? -1 : 1;
    if (by === 'weight') {
      const { weights } = found;
      return places.sort((one, other) => turned * ((weights[one] ?? 0) - (weights[other] ?? 0)) || one - other);
    }
    if (by === 'name') {
      const first = places.map((place) => aboutOf(found, place)[0] ?? 0);
      const named = byName.all(JSON.stringify(first)).map(([nth]) => places[nth] ?? 0);
      return descending ? named.reverse() : named;
    }
    const since = new Map(sinces(kind, found, places).map((at, nth) => [places[nth] ?? 0, at]));
    return places.sort((one, other) => {
      const [at, then] = [since.get(one) ?? null, since.get(other) ?? null];
      if (at === null || then === null) return Number(at === null) - Number(then === null) || one - other;
      return turned * (at - then) || one - other;
    });
  };

  return {
    /** The places of those that the filter leaves. */
    of: (found: FoundOfKind, marked: MarkedKind, asked: OrderAsked): Int32Array =>
      Int32Array.from(inOrder(found, left(found, marked, asked.filter), asked)),
    /** The places of some. */
    ofSome: (found: FoundOfKind, subjects: ReadonlySet<number>, asked: Pick<OrderAsked, 'kind' | 'sort'>): Int32Array =>
      Int32Array.from(
        inOrder(
          found,
          found.subjects.flatMap((subject, place) => (subjects.has(subject) ? [place] : [])),
          asked,
        ),
      ),
  };
}
