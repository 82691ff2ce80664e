import { describe, expect, it } from 'vitest';
import { createRate } from '../../../electron/sync/rate.ts';

describe('the rate', () => {
  it('is not said before a second of it was seen', () => {
    const rate = createRate();
    expect([rate.perSecond(), rate.secondsFor(10)]).toEqual([null, null]);
    rate.note(0, 0);
    rate.note(500, 999);
    expect(rate.perSecond()).toBeNull();
    rate.note(500, 1000);
    expect(rate.perSecond()).toBe(500);
  });

  it('is that of the last five seconds', () => {
    const rate = createRate();
    for (let second = 0; second <= 10; second += 1) rate.note(second * 100, second * 1000);
    expect(rate.perSecond()).toBe(100);
    for (let second = 11; second <= 16; second += 1) rate.note(1000 + (second - 10) * 10, second * 1000);
    expect(rate.perSecond()).toBe(10);
  });

  it('says how long the rest takes, in whole seconds, and nothing where nobody comes', () => {
    const rate = createRate();
    rate.note(0, 0);
    rate.note(30, 2000);
    expect([rate.secondsFor(100), rate.secondsFor(0)]).toEqual([7, 0]);
    const still = createRate();
    still.note(7, 0);
    still.note(7, 3000);
    expect([still.perSecond(), still.secondsFor(5)]).toEqual([0, null]);
  });

  it('is never below nothing, where people are named and turn out to be fewer', () => {
    const rate = createRate();
    rate.note(10, 0);
    rate.note(4, 2000);
    expect(rate.perSecond()).toBe(0);
  });
});
