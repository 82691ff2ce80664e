/**
 * What goes wrong with whom. Every stretch of 300 people who lead nobody, and of 24 managers, holds each blemish
 * once, so that a blemish is found everywhere in the organisation and looked up without a list.
 */
import { type Draw, purpose } from './draw.ts';
import type { Shape } from './shape.ts';

/** Blemishes of people who lead nobody. Two of each stretch share one address. */
const ofLeaves = [
  'inactive-yet-available',
  'primary-unverified',
  'very-long-name',
  'deleted-yet-active',
  'cycle',
  'shared-email',
  'right-to-left-name',
  'deleted-without-date',
  'primary-not-listed',
  'single-word-name',
  'errors-beside-data',
  'deleted-yet-available',
  'email-of-another',
  'no-name',
  'self-report',
  'unknown-availability',
  'markup-name',
  'shared-email',
  'date-yet-not-deleted',
  'wrong-types',
  'emoji-name',
  'no-email',
  'dangling-report',
  'humanised-values',
  'no-name-nor-username',
  'missing-fields',
] as const;

/** Blemishes of managers. `skips-a-level` and `second-manager` give somebody else's report a second manager. */
const ofManagers = [
  'second-manager',
  'deleted-manager',
  'dangling-report',
  'duplicate-report',
  'inactive-manager',
  'skips-a-level',
  'not-an-id',
  'self-report',
] as const;

export type LeafBlemish = (typeof ofLeaves)[number];
export type ManagerBlemish = (typeof ofManagers)[number];
export type Blemish = LeafBlemish | ManagerBlemish;

const leafStretch = 300;
const managerStretch = 24;

export type Blemishes = {
  /** The one blemish of a person, or null for a healthy one. */
  readonly of: (index: number) => Blemish | null;
  /** Whether the leaf of this rank is healthy: a broad team's manager has to be. */
  readonly leafIsHealthy: (leafRank: number, leafTotal: number) => boolean;
  /** Number of the stretch a leaf stands in; those who share an address share it. */
  readonly stretchOf: (index: number) => number;
  /** The leaf with whom the n-th cycle begins, or null where there is no such stretch. */
  readonly cycleStart: (n: number) => number | null;
};

type Slots<B> = {
  readonly kinds: readonly B[];
  readonly skip: number;
  readonly stretch: number;
  readonly total: number;
  readonly salt: number;
};

export const createBlemishes = (draw: Draw, shapeOf: () => Shape): Blemishes => {
  // The top and those who report to it stay healthy: theirs are the first pages anybody sees.
  const leafSlots = (total: number): Slots<LeafBlemish> => ({
    kinds: ofLeaves,
    skip: 2,
    stretch: Math.min(leafStretch, total - 2),
    total,
    salt: 0,
  });
  const managerSlots = (total: number): Slots<ManagerBlemish> => ({
    kinds: ofManagers,
    skip: 7,
    stretch: Math.min(managerStretch, total - 7),
    total,
    salt: 1_000_000_000,
  });
  const shift = ({ stretch, salt }: Slots<unknown>, n: number): number =>
    draw.below(salt + n, purpose.blemishShift, stretch);
  const slotAt = <B>(slots: Slots<B>, rank: number): B | null => {
    const at = rank - slots.skip;
    const n = Math.floor(at / slots.stretch);
    // The last stretch is seldom whole, and half a pair shares nothing: it is left healthy.
    if (at < 0 || slots.skip + (n + 1) * slots.stretch > slots.total) return null;
    const place = ((at % slots.stretch) - shift(slots, n) + slots.stretch) % slots.stretch;
    const step = Math.floor(slots.stretch / slots.kinds.length);
    return place % step === 0 ? (slots.kinds[place / step] ?? null) : null;
  };
  return {
    of: (index) => {
      const shape = shapeOf();
      const manager = shape.managerRank(index);
      if (manager !== null) return slotAt(managerSlots(shape.managerTotal), manager);
      const leaf = shape.leafRank(index);
      return leaf === null ? null : slotAt(leafSlots(shape.leafTotal), leaf);
    },
    leafIsHealthy: (rank, total) => slotAt(leafSlots(total), rank) === null,
    stretchOf: (index) => {
      const shape = shapeOf();
      const { stretch, skip } = leafSlots(shape.leafTotal);
      return Math.floor(((shape.leafRank(index) ?? skip) - skip) / stretch);
    },
    cycleStart: (n) => {
      const shape = shapeOf();
      const slots = leafSlots(shape.leafTotal);
      const step = Math.floor(slots.stretch / slots.kinds.length);
      const place = (step * ofLeaves.indexOf('cycle') + shift(slots, n)) % slots.stretch;
      const rank = slots.skip + n * slots.stretch + place;
      return rank < shape.leafTotal ? shape.leafAt(rank) : null;
    },
  };
};
