/**
 * Gives the focus back, once something that took it closes, to what had it before. A menu from which it was opened is
 * gone by then: the focus goes to the button of that menu; to what stands in its place where that is gone as well, as a
 * button is while what it began is under way; and to the page's content where nothing does.
 */
import { useEffect, useRef } from 'react';

export function useFocusReturn(opened: boolean): void {
  const before = useRef<HTMLElement | null>(null);
  // What it belongs to may be drawn for the first time as it opens.
  if (before.current === null && opened) before.current = focusedNow();
  const around = useRef<Place | null>(null);
  const wasOpened = useRef(false);
  useEffect(() => {
    if (opened) {
      wasOpened.current = true;
      around.current = before.current && placeOf(before.current);
      return;
    }
    if (wasOpened.current) {
      wasOpened.current = false;
      const back = before.current?.isConnected ? before.current : inPlace(around.current);
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

const takesFocus = 'a[href], button, input, textarea, select, [tabindex="0"]';

/** Where something stands: what is around it, and how many come before it there. */
type Place = { readonly part: Element; readonly nth: number };

function placeOf(one: HTMLElement): Place | null {
  const part = one.parentElement;
  return part && { part, nth: [...part.querySelectorAll(takesFocus)].indexOf(one) };
}

function inPlace(place: Place | null): HTMLElement | null {
  const all = place?.part.isConnected ? [...place.part.querySelectorAll<HTMLElement>(takesFocus)] : [];
  return all[Math.min(place?.nth ?? 0, all.length - 1)] ?? document.getElementById('content');
}

/** What has the focus; of a menu, the button that opened it. */
function focusedNow(): HTMLElement | null {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at.closest('[role="dialog"]') !== null) return null;
  const menu = at.closest('[role="menu"]');
  return menu === null ? at : document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
}
