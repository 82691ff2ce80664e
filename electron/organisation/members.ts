/** What the page is told of members: their numbers out of the forest, and whatever is written of them out of the local copy. */
import type { DatabaseSync } from 'node:sqlite';
import { cardBounds, mostInCircle } from '../../contract/bounds.ts';
import type { Member, Named } from '../../contract/organisation.ts';
import { marks, statusInMarks } from '../../contract/organisation-marks.ts';
import type { PersonCard } from '../../contract/person.ts';
import { shortened } from '../reading/read-notes.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text, userId } from '../sqlite/typed-query.ts';
import type { CardsAsOf } from '../storage/cards-as-of.ts';
import type { Tables } from '../storage/tables.ts';
import { circleAt, nearestThereAbove } from './around.ts';
import { countBelow, type Forest } from './forest.ts';
import type { OtherManagers, OtherManagersAt } from './other-managers.ts';

export type MembersNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'people'>;
  readonly othersAt: OtherManagersAt;
  /** The moment of the past that is shown; null: what is known now. */
  readonly asOf: () => number | null;
  readonly cardsAsOf: CardsAsOf;
};

/** Of one answer, what the names around its members may take, so that cards of any length leave room for them. */
const namesBytes = 100_000;
/** What stands around a name in a message. */
const aroundName = 60;

/** Who is named with a member, by key. */
type Around = {
  readonly others: OtherManagers | null;
  readonly circle: { readonly people: readonly PersonKey[]; readonly more: number } | null;
  readonly nearest: PersonKey | null;
};

export type Members = {
  /** Those at the places, in their order. */
  readonly at: (forest: Forest, places: readonly number[]) => Member[];
  readonly named: (keys: readonly PersonKey[]) => Map<PersonKey, Named>;
};

export function createMembers({ database, tables, othersAt, asOf, cardsAsOf }: MembersNeeds): Members {
  const names = prepareQuery(
    database,
    `SELECT i.key, i.id, substr(p.name, 1, 1000) FROM json_each(?) wanted CROSS JOIN ids i ON i.key = wanted.value
    LEFT JOIN people p ON p.key = i.key`,
    [number, userId, orNull(text)],
  );
  const cardsOf = (keys: readonly PersonKey[]): Map<PersonKey, PersonCard> => {
    const at = asOf();
    return at === null ? tables.people.cardsOfKeys(keys) : cardsAsOf(at, keys);
  };
  /** `then`: who was known at the moment of the past that is shown. */
  const named = (keys: readonly PersonKey[], then = asOf() === null ? null : cardsOf(keys)): Map<PersonKey, Named> => {
    const nameOf = (key: PersonKey, now: string | null) => (then === null ? now : (then.get(key)?.name ?? null));
    return new Map(
      names
        .all(JSON.stringify(keys))
        .map(([key, id, now]) => [key, { id, name: shortened(nameOf(key, now) ?? id, cardBounds.name) }]),
    );
  };

  const aroundOf = (forest: Forest, places: readonly number[]): Map<number, Around> => {
    const others = othersAt(forest, places);
    return new Map(
      places.map((place, nth) => {
        const circle = circleAt(forest, place, mostInCircle);
        return [place, { others: others[nth] ?? null, circle, nearest: nearestThereAbove(forest, place) }];
      }),
    );
  };

  return {
    named: (keys) => named(keys),
    at: (forest, places) => {
      const keys = places.map((place) => forest.keys[place] ?? 0);
      const around = aroundOf(forest, places);
      const all = [...new Set([...keys, ...[...around.values()].flatMap(keysIn)])];
      const then = asOf() === null ? null : cardsOf(all);
      const cards = then ?? cardsOf(keys);
      const nameOf = named(all, then);
      const within = createBudget(namesBytes);
      const namedAs = (key: PersonKey) => nameOf.get(key) ?? null;
      return places.flatMap((place): Member[] => {
        const key = forest.keys[place] ?? 0;
        const id = namedAs(key)?.id;
        const beside = around.get(place);
        if (id === undefined || beside === undefined) return [];
        const card = cards.get(key) ?? null;
        const others = within(beside.others?.first ?? [], ({ manager, seenAt }) => {
          const named = namedAs(manager);
          return named && { manager: named, seenAt };
        });
        const circle = beside.circle && within(beside.circle.people, namedAs);
        return [
          {
            key,
            id,
            card,
            missing: card === null ? missingIn(forest.marks[place] ?? 0) : null,
            ...numbersOf(forest, place),
            otherManagers: others,
            moreManagers: (beside.others?.more ?? 0) + (beside.others?.first.length ?? 0) - others.length,
            circle: beside.circle && {
              people: circle ?? [],
              more: beside.circle.more + beside.circle.people.length - (circle?.length ?? 0),
            },
            nearestThere: beside.nearest === null ? null : namedAs(beside.nearest),
          },
        ];
      });
    },
  };
}

function keysIn({ others, circle, nearest }: Around): PersonKey[] {
  return [
    ...(others?.first ?? []).map(({ manager }) => manager),
    ...(circle?.people ?? []),
    ...(nearest === null ? [] : [nearest]),
  ];
}

function numbersOf(forest: Forest, place: number) {
  const { size, direct, leaf, level, nth, parent, sums, throughOthers } = forest;
  const manager = parent[place] ?? 0;
  const people = direct[manager] ?? 0;
  const isLeading = direct[place] !== 0;
  // The tops who lead nobody are a block of their own, which counts as one behind those who lead.
  const alone = manager === 0 ? (size[0] ?? 1) - (leaf[0] ?? 1) : 0;
  const before = manager === 0 && !isLeading ? people - alone : 0;
  const ofLeading = people - alone + Math.min(1, alone);
  return {
    level: level[place] ?? 1,
    nth: (nth[place] ?? 0) - before + 1,
    of: manager !== 0 || isLeading ? ofLeading : alone,
    direct: direct[place] ?? 0,
    below: (size[place] ?? 1) - 1,
    notFetched: countBelow(forest, sums.notFetched, place),
    failed: countBelow(forest, sums.failed, place),
    notFound: countBelow(forest, sums.notFound, place),
    throughOthers: throughOthers[place] ?? 0,
    listsThemselves: ((forest.marks[place] ?? 0) & marks.listsThemselves) !== 0,
  };
}

function missingIn(of: number): Member['missing'] {
  // Of somebody who was stored, the snapshot may be older than what became of them.
  if (statusInMarks(of) !== null) return 'waiting';
  if ((of & marks.notFound) !== 0) return 'not-found';
  return (of & marks.failed) !== 0 ? 'failed' : 'waiting';
}

/** Takes what is named from lists, the first of each, as long as there is room. */
function createBudget(bytes: number) {
  let left = bytes;
  return <T, N>(list: readonly T[], nameOf: (one: T) => N | null): N[] => {
    const taken: N[] = [];
    for (const one of list) {
      const named = nameOf(one);
      if (named === null) continue;
      left -= Buffer.byteLength(JSON.stringify(named)) + aroundName;
      if (left < 0) break;
      taken.push(named);
    }
    return taken;
  };
}
