import { describe, expect, it } from 'vitest';
import { createRate } from '../../../electron/sync/progress-rate.ts';

describe('the rate', () => {
  it('is not said before a second of it was seen', () => {
    const rate = createRate();
    expect([rate.perSecond(0), rate.secondsFor(10, 0)]).toEqual([null, null]);
    rate.note(0, 0);
    expect(rate.perSecond(5000)).toBeNull();
    rate.note(500, 999);
    expect(rate.perSecond(999)).toBeNull();
    rate.note(500, 1000);
    expect(rate.perSecond(1000)).toBe(500);
  });

  it('is that of the last five seconds', () => {
    const rate = createRate();
    for (let second = 0; second <= 10; second += 1) rate.note(second * 100, second * 1000);
    expect(rate.perSecond(10_000)).toBe(100);
    for (let second = 11; second <= 16; second += 1) rate.note(1000 + (second - 10) * 10, second * 1000);
    expect(rate.perSecond(16_000)).toBe(10);
  });

  it('is that of a slow server too, from which people come more rarely', () => {
    const rate = createRate();
    for (let nth = 0; nth <= 20; nth += 1) rate.note(nth * 30, nth * 6000);
    expect(rate.perSecond(120_000)).toBe(5);
    expect(rate.secondsFor(1000, 120_000)).toBe(200);
    expect(rate.perSecond(124_000)).toBe(3);
  });

  it('falls while nobody comes, and to nothing after a minute', () => {
    const rate = createRate();
    rate.note(0, 0);
    rate.note(1000, 2000);
    expect(rate.perSecond(2000)).toBe(500);
    expect(rate.perSecond(10_000)).toBe(100);
    expect(rate.perSecond(61_999)).toBeLessThan(17);
    expect([rate.perSecond(62_000), rate.secondsFor(5, 62_000)]).toEqual([0, null]);
  });

  it('says how long the rest takes, in whole seconds, and nothing where nobody comes', () => {
    const rate = createRate();
    rate.note(0, 0);
    rate.note(30, 2000);
    expect([rate.secondsFor(100, 2000), rate.secondsFor(0, 2000)]).toEqual([7, 0]);
    const still = createRate();
    still.note(7, 0);
    still.note(7, 3000);
    expect([still.perSecond(3000), still.secondsFor(5, 3000)]).toEqual([0, null]);
  });

  it('is the same however many people come within a moment', () => {
    const rate = createRate();
    for (let at = 0; at <= 20_000; at += 1) rate.note(at * 3, at);
    expect(rate.perSecond(20_000)).toBeCloseTo(3000, -1);
    expect(rate.perSecond(20_500)).toBeLessThan(3000);
  });

  it('is never below nothing, where people are named and turn out to be fewer', () => {
    const rate = createRate();
    rate.note(10, 0);
    rate.note(4, 2000);
    expect(rate.perSecond(2000)).toBe(0);
  });
});
