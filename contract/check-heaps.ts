/** In which heap each answer of a status check is. */
import type { CheckAnswer, CheckHeap } from './check.ts';

export const heapOfAnswer: { readonly [A in CheckAnswer]: CheckHeap } = {
  active: 'fine',
  inactive: 'inactive',
  unknown: 'review',
  deleted: 'gone',
  'not-found': 'gone',
  'not-fetched': 'review',
  'nobody-known': 'review',
  'no-permission': 'review',
  failed: 'review',
  ambiguous: 'review',
  'not-understood': 'review',
};
