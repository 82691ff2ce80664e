/** Names the window after a page when it opens, and moves the focus to its heading, for keyboard and screen reader. */
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from '../store/use-store.ts';

export function useOpenedFocus(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const searching = useStore((state) => state.searching);
  const done = useRef(false);
  useEffect(() => {
    if (done.current || searching) return;
    done.current = true;
    heading.current?.focus({ preventScroll: true });
  }, [searching]);
  useEffect(() => {
    document.title = `${title} – Rolodesk`;
    return () => {
      document.title = 'Rolodesk';
    };
  }, [title]);
  return heading;
}
