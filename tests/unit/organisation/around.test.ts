import { describe, expect, it } from 'vitest';
import { circleAt, cutFromAt, nearestThereAbove, wayTo } from '../../../electron/organisation/around.ts';
import { statusToNumber } from '../../../electron/sqlite/status-order.ts';
import { plant } from './planted.ts';

/** A chain of people, the top first. */
const chainOf = (...statuses: Parameters<typeof statusToNumber>[0][]) =>
  plant({ managers: statuses.map((_, nth) => nth), statuses: statuses.map(statusToNumber) });
const deepest = (forest: ReturnType<typeof plant>) => nearestThereAbove(forest, forest.people - 1);

describe('the nearest above who is there', () => {
  it.each([
    [
      'who is active, past those who are not',
      chainOf('active', 'active', 'inactive', 'not-found', 'deleted', 'active'),
      2,
    ],
    ['of unknown status where nobody is active', chainOf('unknown', 'unknown', 'inactive', 'deleted', 'active'), 2],
    ['who is active, before a nearer one of unknown status', chainOf('active', 'unknown', 'not-found', 'active'), 1],
    ['nobody, where all are gone', chainOf('inactive', 'deleted', 'deleted', 'active'), null],
    ['nobody above a top', chainOf('deleted', 'active'), null],
    ['nobody of somebody who is there', chainOf('active', 'inactive', 'active'), null],
  ])('is the one %s', (_, forest, key) => {
    expect(deepest(forest)).toBe(key);
  });

  it('is nobody of somebody who leads nobody', () => {
    const forest = chainOf('active', 'deleted');
    expect(nearestThereAbove(forest, 2)).toBeNull();
  });
});

describe('a circle', () => {
  const ring = plant({ managers: [20, ...Array.from({ length: 19 }, (_, nth) => nth + 1)] });

  it('is told from where it was cut, as far as there is room', () => {
    expect(circleAt(ring, 1, 3)).toEqual({ people: [1, 2, 3], more: 17 });
    expect(circleAt(ring, 1, 20)?.more).toBe(0);
    expect(cutFromAt(ring, 1)).toBe(20);
  });

  it('is none anywhere else', () => {
    expect(circleAt(ring, 2, 3)).toBeNull();
    expect(cutFromAt(ring, 2)).toBeNull();
  });

  it('leaves the way up what it is below the cut, the nearest where it is long', () => {
    expect(wayTo(ring, 4, 100)).toEqual([1, 2, 3]);
    expect(wayTo(ring, 20, 2)).toEqual([18, 19]);
  });
});
