/** One ticking "now" for the whole page, so that every "2 min ago" turns over together. It is the server's, as all times are. */
import { useSyncExternalStore } from 'react';
import { clockAhead } from '../store/clock-ahead.ts';
import { useStore } from '../store/use-store.ts';

const tickMs = 15_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(onTick: () => void): () => void {
  listeners.add(onTick);
  timer ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(onTick);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const onTick of listeners) onTick();
}

/** Milliseconds since 1970, at most 15 s old while anything on the page shows it. */
export function useNow(): number {
  const aheadMs = useStore(clockAhead);
  return useSyncExternalStore(listen, current) - aheadMs;
}

function current(): number {
  // Between two ticks the value must not change under React, but a page shown after a pause must not be stale.
  if (Math.abs(Date.now() - now) > tickMs) now = Date.now();
  return now;
}
