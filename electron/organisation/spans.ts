/** Spans and layers of a branch of the forest: counted in one walk over its range of places. */

import { marks } from '../../contract/organisation-marks.ts';
import type { LeadingWhich } from '../../contract/organisation-spans.ts';
import { wideSpan } from '../../contract/span-sizes.ts';
import type { Forest } from './forest.ts';

/** What is counted of a layer, as places of its numbers. The first five are the codes of statuses; who failed is not fetched too. */
export const ofLayer = { leaders: 5, notFetched: 6, notFound: 7, failed: 8, numbers: 9 } as const;

export type SpanCounts = {
  readonly people: number;
  readonly leaders: number;
  readonly led: number;
  /** Who leads the most, the first of them in the order of places; 0: nobody leads anybody. */
  readonly widest: number;
  readonly leadingOne: number;
  readonly leadingMany: number;
  /** `ofLayer.numbers` for each layer, from the upper one on. */
  readonly layers: Int32Array;
};

type Branch = Pick<Forest, 'size' | 'direct' | 'level' | 'marks' | 'parent'>;

/** The range of places of a branch; of place 0 everybody, but not place 0 itself. */
export function rangeOf(
  { size }: Pick<Forest, 'size'>,
  place: number,
): { readonly from: number; readonly end: number } {
  return { from: Math.max(1, place), end: place + (size[place] ?? 1) };
}

export function spansOf({ size, direct, level, marks: marksAt }: Branch, place: number): SpanCounts {
  const { from, end } = rangeOf({ size }, place);
  const upper = place === 0 ? 1 : (level[place] ?? 1);
  let lowest = upper - 1;
  for (let at = from; at < end; at += 1) lowest = Math.max(lowest, level[at] ?? 0);
  const layers = new Int32Array((lowest - upper + 1) * ofLayer.numbers);
  const count = (layer: number, what: number) => {
    const at = (layer - upper) * ofLayer.numbers + what;
    layers[at] = (layers[at] ?? 0) + 1;
  };
  let [leaders, widest, leadingOne, leadingMany] = [0, 0, 0, 0];
  for (let at = from; at < end; at += 1) {
    const layer = level[at] ?? upper;
    const span = direct[at] ?? 0;
    const of = marksAt[at] ?? 0;
    count(layer, codeAt(of));
    if ((of & marks.notFetched) !== 0 && (of & marks.failed) !== 0) count(layer, ofLayer.failed);
    if (span === 0) continue;
    count(layer, ofLayer.leaders);
    leaders += 1;
    if (span === 1) leadingOne += 1;
    if (span > wideSpan) leadingMany += 1;
    if (span > (widest === 0 ? 0 : (direct[widest] ?? 0))) widest = at;
  }
  const people = end - from;
  // Everybody has their manager in the branch but its own person, or the tops of all.
  const tops = place === 0 ? (direct[0] ?? 0) : 1;
  return { people, leaders, led: people - tops, widest, leadingOne, leadingMany, layers };
}

/** Where in a layer's numbers somebody counts. */
function codeAt(of: number): number {
  if ((of & marks.notFetched) !== 0) return ofLayer.notFetched;
  if ((of & marks.notFound) !== 0) return ofLayer.notFound;
  return Math.min(of & marks.status, ofLayer.leaders - 1);
}

/** Who of a branch lead one person, in the order of places; or who lead many, the most first, then in that order. */
export function leadingIn({ size, direct }: Pick<Forest, 'size' | 'direct'>, place: number, which: LeadingWhich) {
  const { from, end } = rangeOf({ size }, place);
  const isMeant = which === 'one' ? (span: number) => span === 1 : (span: number) => span > wideSpan;
  const found = keptOf(from, end, (at) => isMeant(direct[at] ?? 0));
  return which === 'one' ? found : found.sort((one, other) => (direct[other] ?? 0) - (direct[one] ?? 0) || one - other);
}

/** Everybody in a branch who leads others, in the order of places. */
export function leadersIn({ size, direct }: Pick<Forest, 'size' | 'direct'>, place: number): Int32Array {
  const { from, end } = rangeOf({ size }, place);
  return keptOf(from, end, (at) => (direct[at] ?? 0) > 0);
}

function keptOf(from: number, end: number, isKept: (place: number) => boolean): Int32Array {
  const places = new Int32Array(Math.max(0, end - from));
  let count = 0;
  for (let at = from; at < end; at += 1) {
    if (!isKept(at)) continue;
    places[count] = at;
    count += 1;
  }
  return places.slice(0, count);
}
