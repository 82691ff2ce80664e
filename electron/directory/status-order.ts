/** Statuses as numbers in the file. They are in the order in which people are shown: active first, deleted last. */
import type { Status } from '../../contract/user.ts';

const inOrder = ['active', 'unknown', 'inactive', 'deleted'] as const satisfies readonly Status[];

export function statusToNumber(status: Status): number {
  return inOrder.indexOf(status);
}

export function statusFromNumber(stored: number): Status {
  return inOrder[stored] ?? 'unknown';
}
