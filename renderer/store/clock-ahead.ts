/** How far this computer's clock is ahead of the clock that all times of the open connection are by. */
import type { ConnectionSlice } from './connection.ts';

/** Milliseconds; less than 0: behind. */
export function clockAhead({ overview }: Pick<ConnectionSlice, 'overview'>): number {
  return overview?.open?.clockAheadMs ?? 0;
}
