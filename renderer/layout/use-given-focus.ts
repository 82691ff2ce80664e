/** Takes the focus when it is given to this part of the page; `take` finds what is to have it. */
import { useEffect, useRef } from 'react';
import type { FocusPart } from '../store/given-focus.ts';
import { useStore } from '../store/use-store.ts';

export function useGivenFocus(part: FocusPart, take: () => HTMLElement | null | undefined): void {
  const given = useStore((state) => state.givenFocus[part]);
  const taken = useRef(given);
  useEffect(() => {
    if (taken.current === given) return;
    taken.current = given;
    take()?.focus();
  }, [given, take]);
}
