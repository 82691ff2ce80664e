/** The element that scrolls: pages find it here to keep their place in it and to draw only what is in view. */
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { reachPlace } from './reach-place.ts';
import { useKeptFocus } from './use-kept-focus.ts';

const Scroller = createContext<RefObject<HTMLElement | null>>({ current: null });

type ScrollerProviderProps = {
  readonly className: string | undefined;
  readonly inert: boolean;
  /** Of the visit that is shown. */
  readonly visitKey: number;
  readonly children: ReactNode;
};

export function ScrollerProvider({ className, inert, visitKey, children }: ScrollerProviderProps) {
  const element = useRef<HTMLElement>(null);
  useKeptFocus(visitKey, element);
  return (
    <Scroller value={element}>
      <main ref={element} id="content" tabIndex={-1} className={className} inert={inert}>
        {children}
      </main>
    </Scroller>
  );
}

/** A part of the page that scrolls by itself: what is drawn in it keeps to it. */
export function PartScroller({
  element,
  children,
}: {
  readonly element: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  return <Scroller value={element}>{children}</Scroller>;
}

export function useScroller(): RefObject<HTMLElement | null> {
  return useContext(Scroller);
}

/**
 * Goes back to where this visit was left, once there is something to scroll; and remembers where it is left. `own`: a
 * part of the page that scrolls by itself.
 */
export function useKeptScroll(visit: Visit, ready: boolean, own?: RefObject<HTMLElement | null>): void {
  const pages = useScroller();
  const scroller = own ?? pages;
  const keepPlace = useStore((state) => state.keepPlace);
  const { key } = visit;
  const startAt = useRef(visit.scrollTop);

  useLayoutEffect(() => {
    if (!ready || scroller.current === null) return;
    // A part of the page begins at its top: somebody has scrolled it since.
    if (own !== undefined && scroller.current.scrollTop > 0) return;
    return reachPlace(scroller.current, startAt.current);
  }, [ready, scroller, own]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || !ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let top: number | null = null;
    const keep = () => {
      clearTimeout(timer);
      if (top !== null) keepPlace(key, { scrollTop: top });
      top = null;
    };
    const onScroll = () => {
      top = element.scrollTop;
      clearTimeout(timer);
      timer = setTimeout(keep, 80);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    if (element.scrollTop !== startAt.current) onScroll();
    return () => {
      element.removeEventListener('scroll', onScroll);
      keep();
    };
  }, [key, ready, scroller, keepPlace]);
}
