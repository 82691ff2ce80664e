/** Allows something so many times within a while, and no more. */
import type { Clock } from '../clock.ts';

/** The function says whether it is allowed now, which then counts. */
export function atMost(times: number, withinMs: number, { monotonic }: Pick<Clock, 'monotonic'>): () => boolean {
  let allowedAt: readonly number[] = [];
  return () => {
    const now = monotonic();
    allowedAt = allowedAt.filter((at) => now - at < withinMs);
    if (allowedAt.length >= times) return false;
    allowedAt = [...allowedAt, now];
    return true;
  };
}
