/** Moves the focus to a page's heading when it opens, so that keyboard and screen reader go on from there. */
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from '../store/use-store.ts';

export function useOpenedFocus(ready: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const searching = useStore((state) => state.searching);
  const done = useRef(false);
  useEffect(() => {
    if (!ready || done.current || searching) return;
    done.current = true;
    heading.current?.focus({ preventScroll: true });
  }, [ready, searching]);
  return heading;
}
