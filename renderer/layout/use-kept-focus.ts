/** Notes what has the focus on the page of a visit, so that coming back to it finds that again. */
import { type RefObject, useEffect } from 'react';
import type { FocusPlace } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { placeOf } from './focus-place.ts';

export function useKeptFocus(visitKey: number, page: RefObject<HTMLElement | null>): void {
  const keepPlace = useStore((state) => state.keepPlace);
  useEffect(() => {
    const element = page.current;
    if (element === null) return;
    let focus: FocusPlace | null | undefined;
    const note = ({ target }: FocusEvent) => {
      focus = placeOf(target, element);
    };
    element.addEventListener('focusin', note);
    return () => {
      element.removeEventListener('focusin', note);
      // Nothing had the focus: what was known of it stays.
      if (focus !== undefined) keepPlace(visitKey, { focus });
    };
  }, [visitKey, page, keepPlace]);
}
