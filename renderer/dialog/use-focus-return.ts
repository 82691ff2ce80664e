/**
 * Gives the focus back, once something that took it closes, to what had it before. A menu from which it was opened is
 * gone by then: the focus goes to the button of that menu; and to the page's content where that is gone as well.
 */
import { useEffect, useRef } from 'react';

export function useFocusReturn(opened: boolean): void {
  const before = useRef<HTMLElement | null>(null);
  // What it belongs to may be drawn for the first time as it opens.
  if (before.current === null && opened) before.current = focusedNow();
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

/** What has the focus; of a menu, the button that opened it. */
function focusedNow(): HTMLElement | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at.closest('[role="dialog"]') !== null) return null;
  const menu = at.closest('[role="menu"]');
  return menu === null ? at : document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
}
