/**
 * Names the window after a page when it opens, and moves the focus to its heading, for keyboard and screen reader. Where one
 * comes back to a page, what had the focus there has it again as soon as it is drawn.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { isGoneElsewhere } from '../keyboard/gone-elsewhere.ts';
import { currentVisit, type FocusPlace } from '../store/history.ts';
import { store, useStore } from '../store/use-store.ts';
import { foundPlace } from './focus-place.ts';
import { useScroller } from './scroller.tsx';

export function useOpenedFocus(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useScroller();
  const searching = useStore((state) => state.searching);
  const done = useRef(false);
  // A page begins at its top; one that keeps its place goes on to it from there.
  useLayoutEffect(() => {
    page.current?.scrollTo(0, 0);
  }, [page]);
  useEffect(() => {
    if (done.current || searching) return;
    done.current = true;
    // What was selected of the page before is not there any more; the mark would go on to this one.
    getSelection()?.empty();
    if (isGoneElsewhere(document)) return;
    const { focus } = currentVisit(store.getState().history);
    const at = heading.current;
    if (focus && page.current && at) return bringBack(focus, page.current, at);
    at?.focus({ preventScroll: true });
    return;
  }, [searching, page]);
  useEffect(() => {
    document.title = `${title} – Rolodesk`;
    return () => {
      document.title = 'Rolodesk';
    };
  }, [title]);
  return heading;
}

/** Until what had the focus is drawn, the heading has it. Anything else that takes it keeps it. */
function bringBack(focus: FocusPlace, page: HTMLElement, heading: HTMLElement): (() => void) | undefined {
  const isBack = (): boolean => {
    const found = foundPlace(focus, page);
    if (found === 'waits') return false;
    // The scroll position is back already: nothing moves but for a row that is out of sight.
    (found ?? heading).focus({ preventScroll: found === null });
    return true;
  };
  if (isBack()) return;
  heading.focus({ preventScroll: true });
  const watch = new MutationObserver(() => {
    if (document.activeElement !== heading || isBack()) watch.disconnect();
  });
  watch.observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
  return () => watch.disconnect();
}
