import { expect, it } from 'vitest';
import { createNewestLink } from '../../../electron/shell/newest-link.ts';
import { createFakeClock } from '../fake-clock.ts';

const failOn = (error: unknown) => {
  throw error;
};

it('of thousands of links at once the first is told, and then the newest', async () => {
  const told: string[] = [];
  const clock = createFakeClock();
  const follow = createNewestLink((id: string) => told.push(id), clock, failOn);
  for (let nth = 0; nth < 3000; nth += 1) follow(`u-${nth}`);
  expect(told).toEqual(['u-0']);
  await clock.pass(499);
  expect(told).toEqual(['u-0']);
  await clock.pass(1);
  expect(told).toEqual(['u-0', 'u-2999']);
  await clock.pass(10_000);
  expect(told).toEqual(['u-0', 'u-2999']);
  follow('u-1');
  expect(told.at(-1)).toBe('u-1');
});

it('a stream of them is told twice a second', async () => {
  const told: string[] = [];
  const clock = createFakeClock();
  const follow = createNewestLink((id: string) => told.push(id), clock, failOn);
  for (let at = 0; at < 10_000; at += 10) {
    follow(`u-${at}`);
    await clock.pass(10);
  }
  // The first at once, and one at the end of each half second.
  expect(told).toHaveLength(21);
});

it('a link that cannot be told keeps no later one from being told', async () => {
  const told: string[] = [];
  const clock = createFakeClock();
  let isShown = false;
  const failures: unknown[] = [];
  const follow = createNewestLink(
    (id: string) => {
      if (!isShown) throw new Error('no window');
      told.push(id);
    },
    clock,
    (error) => failures.push(error),
  );
  follow('u-1');
  follow('u-2');
  await clock.pass(500);
  isShown = true;
  await clock.pass(500);
  follow('u-3');
  expect([told, failures.length]).toEqual([['u-3'], 2]);
  follow('u-4');
  await clock.pass(500);
  expect(told).toEqual(['u-3', 'u-4']);
});
