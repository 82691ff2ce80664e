/**
 * Who reports to whom, computed and never stored: from an index, the manager and the direct reports follow in a
 * few steps, whether there are a hundred people or a million.
 *
 * Indices run layer by layer (the trunk), then the broad teams (over 200 people under one manager), then the
 * side branches: small groups of nine that the trunk's rules do not hold for.
 */
import { floorDivisions } from './divisions.ts';
import { type Draw, purpose } from './draw.ts';
import { type Layer, layerCount, layOut } from './layers.ts';

/** Direct reports as a run of indices, `end` not included. */
export type Run = { readonly first: number; readonly end: number };

export type BroadTeam = { readonly manager: number; readonly run: Run };

/** What one of the nine in a side branch is. */
export type SidePlace = 'alone' | 'second-of-cycle' | 'third-of-cycle' | 'lost-manager' | 'lost-report';
const sidePlaces: readonly SidePlace[] = [
  'alone',
  'alone',
  'second-of-cycle',
  'third-of-cycle',
  'lost-manager',
  'lost-report',
  'lost-report',
  'lost-report',
  'lost-report',
];

export type Shape = {
  readonly people: number;
  readonly layers: readonly Layer[];
  readonly broadTeams: readonly BroadTeam[];
  /** People in the trunk; those from here on are in broad teams and side branches. */
  readonly trunk: number;
  /** First index of the side branches, of which there are `sideBranches`, each of nine. */
  readonly sideFirst: number;
  readonly sideBranches: number;
  readonly sidePlaceOf: (index: number) => { readonly branch: number; readonly place: SidePlace } | null;
  /** The layer (0: the top) of anybody in the trunk or a broad team. */
  readonly layerOf: (index: number) => number;
  /** The manager that the tree gives; null for the top and for side branches. */
  readonly managerOf: (index: number) => number | null;
  /** Direct reports that the tree gives; empty for most. */
  readonly reportsOf: (index: number) => Run;
  /** Rank among the managers of the trunk, by index; null for everybody else. */
  readonly managerRank: (index: number) => number | null;
  readonly managerAt: (rank: number) => number;
  readonly managerTotal: number;
  /** Rank among those of trunk and broad teams who lead nobody in the trunk; null for everybody else. */
  readonly leafRank: (index: number) => number | null;
  readonly leafAt: (rank: number) => number;
  readonly leafTotal: number;
};

const branchSize = sidePlaces.length;
const nobody: Run = { first: 0, end: 0 };

const broadSizes = (people: number, draw: Draw): readonly number[] => {
  const count = people < 450 ? 0 : people < 750 ? 1 : people < 1100 ? 2 : Math.min(48, 3 + Math.floor(people / 6000));
  return Array.from({ length: count }, (_, team) => 201 + draw.below(team, purpose.broadSize, 19));
};

export const createShape = (
  people: number,
  draw: Draw,
  /** Whether the leaf of this rank may lead a broad team; `leafTotal` comes with it. */
  mayLeadBroad: (leafRank: number, leafTotal: number) => boolean,
): Shape => {
  const sideBranches = Math.max(1, Math.floor(people / 400));
  const sideFirst = people - sideBranches * branchSize;
  const sizes = broadSizes(people, draw);
  const trunk = sideFirst - sizes.reduce((total, size) => total + size, 0);
  const layers = layOut(trunk);
  const layer = (depth: number): Layer => {
    const found = layers[depth];
    if (found === undefined) throw new RangeError(`no layer ${depth}`);
    return found;
  };
  const managersAbove = layers.map((_, depth) => layers.slice(0, depth).reduce((n, above) => n + above.managers, 0));
  const managerTotal = layers.reduce((total, { managers }) => total + managers, 0);
  const leafTotal = sideFirst - managerTotal;

  const depthOf = (index: number): number => {
    let depth = 0;
    while (depth + 1 < layerCount && layer(depth + 1).first <= index) depth += 1;
    return depth;
  };

  // Within a layer the k-th manager stands somewhere in the k-th of equal stretches: rank and place follow from
  // each other without counting.
  const stretch = ({ people: n, managers: m }: Layer, k: number): number => Math.floor((k * n) / m);
  const placeOf = (depth: number, k: number): number => {
    const at = layer(depth);
    const from = stretch(at, k);
    return from + draw.below(at.first + k, purpose.managerPlace, stretch(at, k + 1) - from);
  };
  const stretchOf = (at: Layer, place: number): number => {
    let k = Math.floor((place * at.managers) / at.people);
    while (k + 1 < at.managers && stretch(at, k + 1) <= place) k += 1;
    return k;
  };

  // The k-th manager's reports begin at k times the average span, shifted by chance: by so little that no span
  // leaves 3 to 12.
  const firstReport = (depth: number, k: number): number => {
    const { first, managers } = layer(depth);
    const below = layer(depth + 1).people;
    if (k <= 0) return 0;
    if (k >= managers) return below;
    const span = below / managers;
    const shift = Math.max(0, Math.min((span - 3) / 2, (12 - span) / 2));
    const chance = draw.part(first + k, purpose.spanShift) * 2 - 1;
    return Math.floor(k * span + (Math.sign(chance) * 0.5 + chance * 0.5) * shift);
  };

  const managersBefore = (index: number): number => {
    if (index >= trunk) return managerTotal;
    const depth = depthOf(index);
    const at = layer(depth);
    const above = managersAbove[depth] ?? 0;
    if (at.managers === 0) return above;
    const place = index - at.first;
    const k = stretchOf(at, place);
    return above + k + (placeOf(depth, k) < place ? 1 : 0);
  };
  const managerRank = (index: number): number | null => {
    if (index >= trunk) return null;
    const depth = depthOf(index);
    const at = layer(depth);
    if (at.managers === 0) return null;
    const k = stretchOf(at, index - at.first);
    return placeOf(depth, k) === index - at.first ? (managersAbove[depth] ?? 0) + k : null;
  };
  const managerAt = (rank: number): number => {
    let depth = 0;
    while (depth + 1 < layerCount && (managersAbove[depth + 1] ?? 0) <= rank) depth += 1;
    return layer(depth).first + placeOf(depth, rank - (managersAbove[depth] ?? 0));
  };
  const leafRank = (index: number): number | null =>
    index >= sideFirst || managerRank(index) !== null ? null : index - managersBefore(index);
  const leafAt = (rank: number): number => {
    let low = rank;
    let high = Math.min(sideFirst - 1, rank + managerTotal);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (middle + 1 - managersBefore(middle + 1) > rank) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const runUnder = (index: number): Run => {
    const rank = managerRank(index);
    if (rank === null) return nobody;
    const depth = depthOf(index);
    const k = rank - (managersAbove[depth] ?? 0);
    const { first } = layer(depth + 1);
    return { first: first + firstReport(depth, k), end: first + firstReport(depth, k + 1) };
  };

  // Broad teams belong to two divisions in turn; their managers are found once, at most 48 of them.
  const broadTeams: BroadTeam[] = [];
  const broadByManager = new Map<number, Run>();
  const inDivision = (division: number, depth: number): Run => {
    const head = managerAt(1 + division);
    let run: Run = { first: head, end: head + 1 };
    for (let at = 1; at < depth; at += 1) {
      const above = managersAbove[at] ?? 0;
      const { first } = layer(at + 1);
      run = {
        first: first + firstReport(at, managersBefore(run.first) - above),
        end: first + firstReport(at, managersBefore(run.end) - above),
      };
    }
    return run;
  };
  let next = trunk;
  for (const [team, size] of sizes.entries()) {
    const division = floorDivisions[team % floorDivisions.length] ?? 0;
    const manager = [0, 1, 2, 3]
      .map((turn) => 3 + ((team + turn) % 4))
      .flatMap((depth) => {
        const { first, end } = inDivision(division, depth);
        const start = draw.below(team, purpose.broadPlace, Math.max(1, end - first));
        return Array.from(
          { length: Math.min(200, end - first) },
          (_, step) => first + ((start + step) % (end - first)),
        );
      })
      .find((index) => {
        const rank = leafRank(index);
        return rank !== null && !broadByManager.has(index) && mayLeadBroad(rank, leafTotal);
      });
    if (manager === undefined) throw new RangeError('no place for a broad team');
    const run = { first: next, end: next + size };
    broadTeams.push({ manager, run });
    broadByManager.set(manager, run);
    next += size;
  }

  const sidePlaceOf: Shape['sidePlaceOf'] = (index) => {
    const place = sidePlaces[(index - sideFirst) % branchSize];
    return index < sideFirst || index >= people || place === undefined
      ? null
      : { branch: Math.floor((index - sideFirst) / branchSize), place };
  };
  const managerOf = (index: number): number | null => {
    if (index <= 0 || index >= sideFirst) return null;
    if (index >= trunk) return broadTeams.find(({ run }) => index < run.end)?.manager ?? null;
    const depth = depthOf(index);
    const place = index - layer(depth).first;
    const { managers } = layer(depth - 1);
    let k = Math.min(managers - 1, Math.floor((place * managers) / layer(depth).people));
    while (firstReport(depth - 1, k) > place) k -= 1;
    while (firstReport(depth - 1, k + 1) <= place) k += 1;
    return layer(depth - 1).first + placeOf(depth - 1, k);
  };

  return {
    people,
    layers,
    broadTeams,
    trunk,
    sideFirst,
    sideBranches,
    sidePlaceOf,
    layerOf: (index) => {
      const manager = index >= trunk ? managerOf(index) : null;
      return manager === null ? depthOf(index) : depthOf(manager) + 1;
    },
    managerOf,
    reportsOf: (index) => {
      const side = sidePlaceOf(index);
      if (side !== null) return side.place === 'lost-manager' ? { first: index + 1, end: index + 5 } : nobody;
      return broadByManager.get(index) ?? runUnder(index);
    },
    managerRank,
    managerAt,
    managerTotal,
    leafRank,
    leafAt,
    leafTotal,
  };
};
