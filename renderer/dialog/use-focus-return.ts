/**
 * Gives the focus back, once something that took it closes, to what had it before. A menu from which it was opened is
 * gone by then: the focus goes to the button of that menu; and to the page's content where that is gone as well.
 */
import { useEffect, useRef } from 'react';

export function useFocusReturn(opened: boolean): void {
  const before = useRef<HTMLElement | null>(null);
  const wasOpened = useRef(false);
  useEffect(() => {
    if (opened) {
      wasOpened.current = true;
      return;
    }
    if (wasOpened.current) {
      wasOpened.current = false;
      const back = before.current?.isConnected ? before.current : document.getElementById('content');
      back?.focus({ preventScroll: true });
    }
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.closest('[role="menu"], [role="dialog"]') !== null) return;
      before.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [opened]);
}
