/** How many requests a day go into keeping people fresh. What was used is kept, so that a restart gives no second helping. */
import { dayMs } from '../../contract/day.ts';
import type { SyncRecord } from '../storage/sync-table.ts';

type Ledger = Pick<SyncRecord, 'refreshPerDay' | 'refreshDay' | 'refreshUsed'>;

/**
 * What was used of the day that `now` falls in. A clock that was set back is still in the day that was counted last, so
 * that setting it back and forth gives nothing.
 */
export function usedToday({ refreshDay, refreshUsed }: Ledger, now: number): number {
  return dayOf(now) > refreshDay ? 0 : refreshUsed;
}

/**
 * The ledger as it is to be kept from now on. One that was counted days ahead by a clock that was wrong counts for today:
 * otherwise nothing would be left until that day has come.
 */
export function settled(ledger: Ledger, now: number): Pick<SyncRecord, 'refreshDay' | 'refreshUsed'> {
  const { refreshDay, refreshUsed } = ledger;
  return { refreshDay: refreshDay > dayOf(now) + 1 ? dayOf(now) : refreshDay, refreshUsed };
}

/** The ledger after one more request. */
export function spendOne(ledger: Ledger, now: number): Pick<SyncRecord, 'refreshDay' | 'refreshUsed'> {
  return { refreshDay: Math.max(ledger.refreshDay, dayOf(now)), refreshUsed: usedToday(ledger, now) + 1 };
}

export function leftToday(ledger: Ledger, now: number): number {
  return Math.max(0, ledger.refreshPerDay - usedToday(ledger, now));
}

function dayOf(at: number): number {
  return Math.floor(at / dayMs);
}
