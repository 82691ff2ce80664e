/** A countdown, turning over by the second, for as long as something shows it. */
import { useEffect, useState } from 'react';
import { clockAhead } from '../store/clock-ahead.ts';
import { useStore } from '../store/use-store.ts';

/** Whole seconds until a moment (milliseconds since 1970 by the server's clock), 0 once it is there; null where there is none. */
export function useSecondsUntil(at: number | null): number | null {
  const aheadMs = useStore(clockAhead);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (at === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return at === null ? null : Math.max(0, Math.ceil((at - (now - aheadMs)) / 1000));
}
