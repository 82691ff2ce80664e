/** The way from the centre up to the top: who of it is shown, and with whose peers. */
import type { Peers, ShapeSets } from './chart-shown.ts';
import type { Forest } from './forest.ts';

export type Step = {
  readonly place: number;
  /** How many others are under the same manager. */
  readonly peers: number;
  /** Whether those are shown. */
  readonly isUnfolded: boolean;
  /** How many stand between the step before and this one, and are not shown. */
  readonly between: number;
};

/** Of a longer way the first are shown, which say where in the organisation one is, and the last. */
const shown = { top: 5, near: 20 } as const;

/** Top first, the centre last. */
export function wayTo({ keys, parent, direct }: Forest, centre: number, shape: ShapeSets): Step[] {
  const all: number[] = [];
  for (let place = centre; place > 0; place = parent[place] ?? 0) all.push(place);
  all.reverse();
  const left = all.length - shown.top - shown.near;
  const steps = left > 0 ? [...all.slice(0, shown.top), ...all.slice(-shown.near)] : all;
  return steps.map((place, nth) => ({
    place,
    peers: (direct[parent[place] ?? 0] ?? 0) - 1,
    isUnfolded: shape.beside.has(keys[place] ?? 0),
    between: left > 0 && nth === shown.top ? left : 0,
  }));
}

export function unfoldedPeers({ parent }: Forest, steps: readonly Step[]): Peers[] {
  return steps
    .filter(({ peers, isUnfolded }) => isUnfolded && peers > 0)
    .map(({ place }) => ({ of: parent[place] ?? 0, but: place }));
}
