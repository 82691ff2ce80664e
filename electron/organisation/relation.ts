/** How two places of the forest stand to each other: by their own managers, and by claims of others. */
import { mostWaySteps } from '../../contract/bounds.ts';
import { cutFromAt } from './around.ts';
import type { Forest } from './forest.ts';

type Up = Pick<Forest, 'parent' | 'size'>;

/** The lowest place that has both at or below it: one of the two where they lead the other; 0: nobody has both. */
export function lowestAboveBoth({ parent, size }: Up, a: number, b: number): number {
  let above = a;
  while (b < above || b >= above + (size[above] ?? 0)) above = parent[above] ?? 0;
  return above;
}

/** Where those begin who are above both: the two themselves decide nothing for each other. 0: nobody is. */
export function firstAboveBoth({ parent }: Pick<Forest, 'parent'>, common: number, a: number, b: number): number {
  return common === a || common === b ? (parent[common] ?? 0) : common;
}

/** Of a long way so many of its beginning are told, and the rest of `mostWaySteps` of its end. */
const stepsAtFirst = 5;
const stepsAtLast = mostWaySteps - stepsAtFirst;

export type Way = {
  readonly levels: number;
  /** From above down to the person. */
  readonly places: readonly number[];
  readonly skipped: number;
  readonly skippedAfter: number;
};

/** The way from right below a place down to another that is at or below it. */
export function wayDown({ parent, level }: Pick<Forest, 'parent' | 'level'>, from: number, to: number): Way {
  const levels = (level[to] ?? 0) - (level[from] ?? 0);
  const places: number[] = [];
  let at = to;
  for (let up = 0; up < levels; up += 1) {
    if (isTold(levels, levels - 1 - up)) places.push(at);
    at = parent[at] ?? 0;
  }
  return wayOf(levels, places.reverse());
}

function isTold(levels: number, nth: number): boolean {
  return levels <= mostWaySteps || nth < stepsAtFirst || nth >= levels - stepsAtLast;
}

function wayOf(levels: number, places: readonly number[]): Way {
  const skipped = levels - places.length;
  return { levels, places, skipped, skippedAfter: skipped === 0 ? 0 : stepsAtFirst };
}

/** The top above a place, or the place itself. */
export function topAbove({ parent }: Pick<Forest, 'parent'>, place: number): number {
  let top = place;
  for (let above = parent[top] ?? 0; above !== 0; above = parent[above] ?? 0) top = above;
  return top;
}

/** Whether somebody stands in the circle that was cut at their top. */
export function isInCircle(forest: Forest, place: number): boolean {
  const last = cutFromAt(forest, topAbove(forest, place));
  return last !== null && last >= place && last < place + (forest.size[place] ?? 1);
}

export type ShorterWays = {
  readonly common: number;
  readonly toA: Way;
  readonly toB: Way;
  /** Where on them somebody else than the manager lists a person: their places. */
  readonly claims: readonly { readonly manager: number; readonly person: number }[];
};

/** The places of those who list somebody and are not their manager. */
export type OthersOf = (place: number) => readonly number[];

/**
 * The shortest way between two by any claims, where that is shorter than the `steps` by their own managers (null: there is
 * no such way). Those above are met level by level, so time grows with the claims that are nearer than that.
 */
export function shorterByOthers(
  forest: Pick<Forest, 'parent'>,
  othersOf: OthersOf,
  { a, b, steps }: { readonly a: number; readonly b: number; readonly steps: number | null },
): ShorterWays | null {
  const least = steps ?? Number.POSITIVE_INFINITY;
  const fromA = reachUp(forest, othersOf, a, least - 1);
  const fromB = reachUp(forest, othersOf, b, least - 1);
  let common = 0;
  let best = least;
  for (const [place, up] of fromA.stepsTo) {
    const sum = up + (fromB.stepsTo.get(place) ?? Number.POSITIVE_INFINITY);
    if (sum >= best) continue;
    best = sum;
    common = place;
  }
  if (common === 0) return null;
  const toA = wayBack(fromA.below, common, a);
  const toB = wayBack(fromB.below, common, b);
  const claims = [toA, toB].flatMap((way) =>
    way.flatMap((person, nth) => {
      const manager = nth === 0 ? common : (way[nth - 1] ?? common);
      return forest.parent[person] === manager ? [] : [{ manager, person }];
    }),
  );
  return { common, toA: told(toA), toB: told(toB), claims };
}

function told(way: readonly number[]): Way {
  return wayOf(
    way.length,
    way.filter((_, nth) => isTold(way.length, nth)),
  );
}

/** Everybody above somebody within so many steps, by how many it takes, and the next person down on the shortest way. */
function reachUp({ parent }: Pick<Forest, 'parent'>, othersOf: OthersOf, from: number, most: number) {
  const stepsTo = new Map([[from, 0]]);
  const below = new Map<number, number>();
  // A map goes on with what is put into it while it is gone through.
  for (const [place, up] of stepsTo) {
    if (up >= most) break;
    const meet = (manager: number) => {
      if (manager === 0 || stepsTo.has(manager)) return;
      stepsTo.set(manager, up + 1);
      below.set(manager, place);
    };
    meet(parent[place] ?? 0);
    for (const manager of othersOf(place)) meet(manager);
  }
  return { stepsTo, below };
}

/** From right below the upper one down to the lower one. */
function wayBack(below: ReadonlyMap<number, number>, upper: number, lower: number): number[] {
  const way: number[] = [];
  for (let at = upper; at !== lower; ) {
    at = below.get(at) ?? lower;
    way.push(at);
  }
  return way;
}
