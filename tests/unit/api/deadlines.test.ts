/** What breaks a request, when, and what does not; and that watching costs one timer for all of them. */
import { expect, test } from 'vitest';
import { createWatches, lookEveryMs } from '../../../electron/api/deadlines.ts';
import { createFakeClock, settled } from '../fake-clock.ts';

const deadlines = { headersMs: 15_000, idleMs: 10_000, totalMs: 30_000 };

function setUp() {
  const clock = createFakeClock();
  const watches = createWatches(clock);
  const wanted = new AbortController();
  const start = () => watches({ deadlines, wanted: wanted.signal });
  return { clock, wanted, start, watch: start() };
}

/** Nobody waits for longer than this after a deadline. */
const late = lookEveryMs;

test('headers that do not come break it', async () => {
  const { clock, watch } = setUp();
  await clock.pass(deadlines.headersMs - 1);
  expect([watch.breach(), watch.signal.aborted]).toStrictEqual([null, false]);
  await clock.pass(1 + late);
  expect([watch.breach(), watch.signal.aborted]).toStrictEqual(['headers', true]);
});

test('bytes that stop coming break it, however quick the headers were', async () => {
  const { clock, watch } = setUp();
  watch.progress();
  await clock.pass(9_000);
  watch.progress();
  await clock.pass(9_999);
  expect(watch.breach()).toBeNull();
  await clock.pass(1 + late);
  expect(watch.breach()).toBe('idle');
});

test('bytes that never end break it in the end', async () => {
  const { clock, watch } = setUp();
  for (let second = 0; second < 29; second += 1) {
    watch.progress();
    await clock.pass(1_000);
  }
  expect(watch.breach()).toBeNull();
  watch.progress();
  await clock.pass(1_000 + late);
  expect(watch.breach()).toBe('total');
});

test('no deadline runs during a pause, and all go on after it', async () => {
  const { clock, watch } = setUp();
  watch.progress();
  await clock.pass(9_000);
  let resume = () => {};
  const paused = watch.pause(
    new Promise<void>((resolve) => {
      resume = resolve;
    }),
  );
  await clock.pass(3_600_000);
  expect(watch.breach()).toBeNull();
  resume();
  await paused;
  await clock.pass(9_999);
  expect(watch.breach()).toBeNull();
  watch.progress();
  await clock.pass(9_999);
  watch.progress();
  await clock.pass(1_003 + late);
  expect(watch.breach()).toBe('total');
});

test('whoever waits is told of a breach though the work never ends, also in a pause', async () => {
  const { wanted, start } = setUp();
  const never = new Promise<never>(() => undefined);
  const waiting = [start().until(never), start().pause(never)];
  wanted.abort();
  for (const wait of waiting) await expect(wait).rejects.toThrow('stopped');
  await expect(start().until(never)).rejects.toThrow('stopped');
});

test('what is no longer wanted is broken at once, also where it was not wanted to begin with', () => {
  const { wanted, watch, start } = setUp();
  wanted.abort();
  for (const each of [watch, start()]) expect([each.breach(), each.signal.aborted]).toStrictEqual(['cancelled', true]);
});

test('what has ended is aborted and never breaks; what is complete is not even aborted', async () => {
  const { clock, wanted, watch, start } = setUp();
  const whole = start();
  watch.end();
  whole.complete();
  whole.end();
  wanted.abort();
  await clock.pass(60_000);
  expect([watch.breach(), whole.breach()]).toStrictEqual([null, null]);
  expect([watch.signal.aborted, whole.signal.aborted]).toStrictEqual([true, false]);
});

test('a thousand requests share one timer, which ends with them', async () => {
  const { clock, watch, start } = setUp();
  const all = [watch, ...Array.from({ length: 1_000 }, start)];
  await settled();
  expect(clock.sleepers()).toBe(1);
  for (const each of all) each.end();
  await clock.pass(late);
  expect(clock.sleepers()).toBe(0);
  start();
  await settled();
  expect(clock.sleepers()).toBe(1);
});
