import { describe, expect, it } from 'vitest';
import { createRate } from '../../../electron/sync/progress-rate.ts';

/** More than ever come. */
const total = 1600;

describe('the rate', () => {
  it('is not said before a second of it was seen', () => {
    const rate = createRate();
    expect([rate.perSecond(0), rate.secondsLeft(0)]).toEqual([null, null]);
    rate.note(0, total, 0);
    expect(rate.perSecond(5000)).toBeNull();
    rate.note(500, total, 999);
    expect(rate.perSecond(999)).toBeNull();
    rate.note(500, total, 1000);
    expect(rate.perSecond(1000)).toBe(500);
  });

  it('is that of the last five seconds', () => {
    const rate = createRate();
    for (let second = 0; second <= 10; second += 1) rate.note(second * 100, total, second * 1000);
    expect(rate.perSecond(10_000)).toBe(100);
    for (let second = 11; second <= 16; second += 1) rate.note(1000 + (second - 10) * 10, total, second * 1000);
    expect(rate.perSecond(16_000)).toBe(10);
  });

  it('is that of a slow server too, from which people come more rarely', () => {
    const rate = createRate();
    for (let nth = 0; nth <= 20; nth += 1) rate.note(nth * 30, total, nth * 6000);
    expect(rate.perSecond(120_000)).toBe(5);
    expect(rate.secondsLeft(120_000)).toBe(200);
    expect([rate.perSecond(124_000), rate.secondsLeft(124_000)]).toEqual([3, 334]);
    expect(rate.secondsLeft(132_001)).toBeNull();
  });

  it('falls while nobody comes, and to nothing after a minute', () => {
    const rate = createRate();
    rate.note(0, total, 0);
    rate.note(1000, total, 2000);
    expect(rate.perSecond(2000)).toBe(500);
    expect(rate.perSecond(10_000)).toBe(100);
    expect(rate.perSecond(61_999)).toBeLessThan(17);
    expect([rate.perSecond(62_000), rate.secondsLeft(62_000)]).toEqual([0, null]);
  });

  it('says how long the rest takes, in whole seconds, and nothing where nobody comes', () => {
    const rate = createRate();
    for (let second = 0; second <= 6; second += 1) rate.note(second * 15, 190, second * 1000);
    expect([rate.secondsLeft(4999), rate.secondsLeft(6000)]).toEqual([null, 7]);
    const still = createRate();
    still.note(7, 12, 0);
    still.note(7, 12, 6000);
    expect([still.perSecond(6000), still.secondsLeft(6000)]).toEqual([0, null]);
  });

  it('says nothing of what is left once nobody came for longer than usual', () => {
    const rate = createRate();
    for (let nth = 0; nth <= 4; nth += 1) rate.note(nth, 7, nth * 100);
    expect([5000, 10_000, 15_000].map((at) => rate.secondsLeft(at))).toEqual([null, null, null]);
    const steady = createRate();
    for (let second = 0; second <= 6; second += 1) steady.note(second, 12, second * 1000);
    expect([steady.secondsLeft(8000), steady.secondsLeft(8001)]).toEqual([10, null]);
  });

  it('says nothing of what is left once everybody is done, while those who failed are tried once more', () => {
    const rate = createRate();
    rate.note(6, 7, 0);
    rate.note(7, 7, 10_000);
    expect([10_000, 15_000, 20_000].map((at) => rate.secondsLeft(at))).toEqual([null, null, null]);
  });

  it('says what is left only once nobody further was named for five seconds', () => {
    const rate = createRate();
    const told: (number | null)[] = [];
    // The total grows for ten seconds, so that the rest would seem to take ever the same time.
    for (let second = 0; second <= 20; second += 1) {
      rate.note(second * 100, 300 + Math.min(second, 10) * 200, second * 1000);
      told.push(rate.secondsLeft(second * 1000));
    }
    expect(told.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => null));
    expect(told.slice(15)).toEqual([8, 7, 6, 5, 4, 3]);
    rate.note(2010, 2301, 20_100);
    expect(rate.secondsLeft(20_100)).toBeNull();
  });

  it('is the same however many people come within a moment', () => {
    const rate = createRate();
    for (let at = 0; at <= 20_000; at += 1) rate.note(at * 3, total, at);
    expect(rate.perSecond(20_000)).toBeCloseTo(3000, -1);
    expect(rate.perSecond(20_500)).toBeLessThan(3000);
  });

  it('is never below nothing, where people are named and turn out to be fewer', () => {
    const rate = createRate();
    rate.note(10, total, 0);
    rate.note(4, total, 2000);
    expect(rate.perSecond(2000)).toBe(0);
  });
});
