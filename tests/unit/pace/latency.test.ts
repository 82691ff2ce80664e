/** When answers count as too slow, and that a slower server is taken as it is before long. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersTogether, createLatency } from '../../../electron/pace/latency.ts';

/** How often so many answers of these times (in turn) count as too slow. */
function risings(latency: ReturnType<typeof createLatency>, count: number, ...times: readonly number[]): number {
  let risen = 0;
  for (let i = 0; i < count; i += 1) if (latency.isRising(times[i % times.length] ?? 0)) risen += 1;
  return risen;
}

test('more than twice the usual and 100 ms on top is too slow; that much is not', () => {
  const within = createLatency();
  risings(within, answersTogether, 200);
  expect(risings(within, answersTogether, 500)).toBe(0);
  const over = createLatency();
  risings(over, answersTogether, 200);
  expect(risings(over, answersTogether, 501)).toBe(1);
});

test('noise on a quick connection never is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 500, maxLength: 2_000 }),
      (times) => {
        expect(risings(createLatency(), times.length, ...times)).toBe(0);
      },
    ),
    { numRuns: 50 },
  );
});

test('single slow answers are not, however slow', () => {
  const latency = createLatency();
  risings(latency, 160, 30);
  expect(risings(latency, 1_600, 30, 30, 30, 20_000)).toBe(0);
});

test('a server slower for good looks like pressure three times at most', () => {
  const milliseconds = fc.double({ min: 0, max: 60_000, noNaN: true });
  fc.assert(
    fc.property(milliseconds, milliseconds, (before, after) => {
      const latency = createLatency();
      risings(latency, 320, before);
      expect(risings(latency, 3_200, after)).toBeLessThanOrEqual(3);
    }),
  );
});

test('after a change of pace the judgement begins with what comes then', () => {
  const latency = createLatency();
  risings(latency, answersTogether, 50);
  risings(latency, answersTogether - 1, 5_000);
  latency.startAnew();
  expect(risings(latency, answersTogether, 50)).toBe(0);
});

test('a server that recovers is expected to stay so', () => {
  const latency = createLatency();
  risings(latency, 160, 2_000);
  risings(latency, 800, 50);
  expect(risings(latency, answersTogether, 400)).toBe(1);
});
