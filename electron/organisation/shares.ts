/** How many of a range of people are counted, by running sums: each count is one subtraction. Pure. */
import type { Share } from '../../contract/organisation-spotlight.ts';
import type { Forest } from './forest.ts';

/** At p, of all places before p; one entry more than there are places. Place 0 is nobody. */
export function runningSum(people: number, isCounted: (place: number) => boolean): Int32Array {
  const sum = new Int32Array(people + 2);
  for (let place = 1; place <= people; place += 1) sum[place + 1] = (sum[place] ?? 0) + Number(isCounted(place));
  return sum;
}

/** Of the stored people at places [from, end). */
export function shareOf({ sums }: Pick<Forest, 'sums'>, sum: Int32Array, from: number, end: number): Share {
  const among = (of: Int32Array) => (of[end] ?? 0) - (of[from] ?? 0);
  return { count: among(sum), of: end - from - among(sums.notFetched) - among(sums.notFound) };
}

/** Of those below the person at a place, who is not among them. */
export function shareBelow(forest: Pick<Forest, 'sums' | 'size'>, sum: Int32Array, place: number): Share {
  return shareOf(forest, sum, place + 1, place + (forest.size[place] ?? 1));
}
