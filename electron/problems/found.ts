/** Problems as they are found: small, and told in full for the few rows that are shown. */
import type { ProblemKind } from '../../contract/problems.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';

/** Those of one kind, each by its place in these lists. */
export type FoundOfKind = {
  /** What stands for each; no two have the same. */
  readonly subjects: number[];
  /** Another number where something else shows it than before. */
  readonly evidence: number[];
  readonly weights: number[];
  /** The person that each is about; null: the one whose key is the subject. */
  readonly about: (readonly PersonKey[])[] | null;
  /** Since when each is so; null: that follows from who is gone, or nothing says it. */
  readonly since: number[] | null;
  /** What is shared, as it is looked up. */
  readonly handles: string[] | null;
};

export type Found = { readonly [K in ProblemKind]: FoundOfKind };

export const noneOf = (): FoundOfKind => ({
  subjects: [],
  evidence: [],
  weights: [],
  about: null,
  since: null,
  handles: null,
});

export function add({ subjects, evidence, weights }: FoundOfKind, subject: number, shows: number, weight = 1): void {
  subjects.push(subject);
  evidence.push(shows);
  weights.push(weight);
}

/** A number for some numbers in their order, up to 2^53; never 0. */
export function mixed(numbers: Iterable<number>): number {
  // FNV-1a over their lower and upper halves, twice from different beginnings.
  let low = 0x811c9dc5;
  let high = 0x7ee3623b;
  for (const one of numbers) {
    low = Math.imul(low ^ (one >>> 0), 0x01000193);
    high = Math.imul(high ^ ((one / 0x1_0000_0000) >>> 0) ^ low, 0x01000193) + 1;
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0) || 1;
}

/** The same whatever their order. */
export function mixedOfAll(numbers: readonly number[]): number {
  return numbers.length === 1 ? mixed(numbers) : mixed(numbers.toSorted((one, other) => one - other));
}
