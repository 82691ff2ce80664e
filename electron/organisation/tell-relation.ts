/** How two people stand to each other, as the page is told it. */
import type { DatabaseSync } from 'node:sqlite';
import { mostClaimsOnWay, mostInCircle } from '../../contract/bounds.ts';
import type { Member } from '../../contract/organisation.ts';
import { marks } from '../../contract/organisation-marks.ts';
import type { CircleAbove, Relation, WayDown } from '../../contract/organisation-relation.ts';
import type { Claims } from '../reporting/claim-graph.ts';
import { createApproval } from './approval.ts';
import { circleAt, cutFromAt } from './around.ts';
import { type Forest, placeOfKey } from './forest.ts';
import type { Members } from './members.ts';
import {
  firstAboveBoth,
  isInCircle,
  lowestAboveBoth,
  type OthersOf,
  type ShorterWays,
  shorterByOthers,
  topAbove,
  type Way,
  wayDown,
} from './relation.ts';

export type RelationNeeds = {
  readonly database: DatabaseSync;
  readonly members: Members;
  /** Those of which a forest was made. */
  readonly claimsOf: (forest: Forest) => Pick<Claims, 'claimsOn' | 'managersOf'> | undefined;
};

type Tell = (forest: Forest, a: number, b: number, isPast: boolean) => Omit<Relation, 'snapshot'>;

/** Places; 0: not in it. */
export function createRelation({ database, members, claimsOf }: RelationNeeds): Tell {
  const approvalFrom = createApproval(database, members);

  const othersIn = (forest: Forest): OthersOf => {
    const claims = claimsOf(forest);
    return (place) => {
      if (claims === undefined || ((forest.marks[place] ?? 0) & marks.severalManagers) === 0) return [];
      const manager = cutFromAt(forest, place) ?? forest.parent[place] ?? 0;
      return claims
        .managersOf(forest.keys[place] ?? 0)
        .map((key) => placeOfKey(forest, key))
        .filter((other) => other !== 0 && other !== manager);
    };
  };

  const claimsTold = (forest: Forest, { claims }: ShorterWays) => {
    const some = claims.slice(0, mostClaimsOnWay).map(({ manager, person }) => ({
      manager: forest.keys[manager] ?? 0,
      person: forest.keys[person] ?? 0,
    }));
    const named = members.named(some.flatMap(({ manager, person }) => [manager, person]));
    return some.flatMap(({ manager: key, person: personKey }) => {
      const [manager, person] = [named.get(key), named.get(personKey)];
      const claim = claimsOf(forest)
        ?.claimsOn(personKey)
        .find((one) => one.manager === key);
      return claim && manager && person ? [{ manager, person, seenAt: claim.seenAt }] : [];
    });
  };

  const circlesAbove = (forest: Forest, a: number, b: number): CircleAbove[] =>
    [...new Set([topAbove(forest, a), topAbove(forest, b)])].flatMap((top) => {
      const circle = circleAt(forest, top, mostInCircle);
      if (circle === null) return [];
      const named = members.named(circle.people);
      const people = circle.people.flatMap((key) => named.get(key) ?? []);
      const more = circle.more + circle.people.length - people.length;
      const isIn = (place: number) => topAbove(forest, place) === top && isInCircle(forest, place);
      return [{ people, more, hasA: isIn(a), hasB: isIn(b) }];
    });

  return (forest, a, b, isPast) => {
    if (a === 0 || b === 0) {
      const told = new Map(members.at(forest, [a, b].filter(Boolean)).map((member) => [member.key, member]));
      const memberAt = (place: number) => (place === 0 ? null : (told.get(forest.keys[place] ?? 0) ?? null));
      return { a: memberAt(a), b: memberAt(b), found: null };
    }
    const common = lowestAboveBoth(forest, a, b);
    const [toA, toB] = [wayDown(forest, common, a), wayDown(forest, common, b)];
    const steps = common === 0 ? null : toA.levels + toB.levels;
    const shorter = shorterByOthers(forest, othersIn(forest), { a, b, steps });
    const ways = shorter === null ? [toA, toB] : [toA, toB, shorter.toA, shorter.toB];
    const places = [a, b, common, shorter?.common ?? 0, ...ways.flatMap((way) => way.places)];
    const told = membersAt(members, forest, places);
    const tellWay = ({ levels, places: steps, skipped, skippedAfter }: Way): WayDown => {
      return { levels, steps: steps.flatMap((place) => told.get(place) ?? []), skipped, skippedAfter };
    };
    const commonly = shorter === null ? undefined : told.get(shorter.common);
    return {
      a: told.get(a) ?? null,
      b: told.get(b) ?? null,
      found: {
        common: told.get(common) ?? null,
        toA: tellWay(toA),
        toB: tellWay(toB),
        shorter:
          shorter === null || commonly === undefined
            ? null
            : {
                common: commonly,
                toA: tellWay(shorter.toA),
                toB: tellWay(shorter.toB),
                claims: claimsTold(forest, shorter),
              },
        approval: isPast ? null : approvalFrom(forest, firstAboveBoth(forest, common, a, b)),
        circles: circlesAbove(forest, a, b),
      },
    };
  };
}

/** By place. */
function membersAt(members: Members, forest: Forest, places: readonly number[]): Map<number, Member> {
  const once = [...new Set(places)].filter((place) => place !== 0);
  return new Map(members.at(forest, once).map((member) => [placeOfKey(forest, member.key), member]));
}
