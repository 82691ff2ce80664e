import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftToday, settled, spendOne, usedToday } from '../../../electron/sync/budget.ts';

const day = 24 * 60 * 60 * 1000;
const today = 20_000;
const at = (days: number) => days * day + day / 2;
const ledger = (refreshDay: number, refreshUsed: number) => ({ refreshPerDay: 5, refreshDay, refreshUsed });

describe('the budget of a day', () => {
  it.each([
    ['a new one', 0, 0, 0],
    ['what was used today', today, 3, 3],
    ['what was used yesterday', today - 1, 3, 0],
    ['what was used in a day that is still to come', today + 1, 3, 3],
  ])('of %s', (_, refreshDay, refreshUsed, used) => {
    expect(usedToday(ledger(refreshDay, refreshUsed), at(today))).toBe(used);
    expect(leftToday(ledger(refreshDay, refreshUsed), at(today))).toBe(5 - used);
  });

  it('begins anew at midnight, not a millisecond before', () => {
    expect(usedToday(ledger(today, 3), (today + 1) * day - 1)).toBe(3);
    expect(usedToday(ledger(today, 3), (today + 1) * day)).toBe(0);
  });

  it('is never less than nothing, where it was made smaller', () => {
    expect(leftToday(ledger(today, 9), at(today))).toBe(0);
  });

  it('of a day far ahead counts for today from now on, and one of tomorrow is left', () => {
    expect(settled(ledger(today + 400, 4), at(today))).toEqual({ refreshDay: today, refreshUsed: 4 });
    expect(settled(ledger(today + 1, 4), at(today))).toEqual({ refreshDay: today + 1, refreshUsed: 4 });
    expect(settled(ledger(today - 3, 4), at(today))).toEqual({ refreshDay: today - 3, refreshUsed: 4 });
  });

  it('is never overdrawn, nor given twice for one day, however the clock goes to and fro within two days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 60 }), (days) => {
        let kept = ledger(0, 0);
        let spent = 0;
        for (const later of days) {
          const now = at(today + later);
          kept = { ...kept, ...settled(kept, now) };
          if (leftToday(kept, now) === 0) continue;
          kept = { ...kept, ...spendOne(kept, now) };
          spent += 1;
        }
        expect(spent).toBeLessThanOrEqual(10);
      }),
    );
  });
});
