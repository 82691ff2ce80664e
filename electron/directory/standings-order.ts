/** Standings as numbers in the file. They are in the order in which people are shown: active first, deleted last. */
import type { Standing } from '../../contract/user.ts';

const inOrder = ['active', 'unknown', 'inactive', 'deleted'] as const satisfies readonly Standing[];

export function standingToNumber(standing: Standing): number {
  return inOrder.indexOf(standing);
}

export function standingFromNumber(stored: number): Standing {
  return inOrder[stored] ?? 'unknown';
}
