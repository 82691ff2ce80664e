/** The search is warmed a step at a time, and never where it is no longer wanted. */
import { expect, it } from 'vitest';
import { warmSearch } from '../../../electron/people/warm-search.ts';

it('looks things up with a pause before each', async () => {
  const did: string[] = [];
  await warmSearch({
    find: () => did.push('find'),
    pause: async () => {
      did.push('pause');
    },
    isOver: () => false,
  });
  expect(did.length).toBeGreaterThan(10);
  expect(did.every((what, nth) => what === (nth % 2 === 0 ? 'pause' : 'find'))).toBe(true);
});

it('ends once it is over, and where something cannot be read', async () => {
  let found = 0;
  const find = () => {
    found += 1;
  };
  await warmSearch({ find, pause: async () => undefined, isOver: () => found === 2 });
  expect(found).toBe(2);
  await warmSearch({
    find: () => {
      found += 1;
      throw new Error('damaged');
    },
    pause: async () => undefined,
    isOver: () => false,
  });
  expect(found).toBe(3);
});
