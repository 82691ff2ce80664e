/** A popover gives the focus to what is in it when it opens. What is loaded after that takes it here. */
import { type RefObject, useEffect } from 'react';

/** The first of these in the part that takes it. */
const takesFocus = 'input, button';

export function useLateFocus(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    // Behind the popover's own turn, so that nobody who has gone on by then is brought back.
    const timer = setTimeout(() => {
      const element = part.current;
      const popover = element?.closest('[role="dialog"]');
      const active = document.activeElement;
      // Without anything in it the popover itself was given it.
      if (!element || (active !== popover && popover?.contains(active))) return;
      const first = element.matches(takesFocus) ? element : element.querySelector<HTMLElement>(takesFocus);
      first?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, [part]);
}
