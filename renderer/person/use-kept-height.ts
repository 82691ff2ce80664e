/** Keeps what is below an element in its place while the element comes to need less room. */
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The element is never less high than it was about the same thing at the same width. `about` tells one thing from another. */
export function useKeptHeight<T extends HTMLElement>(about: string): RefObject<T | null> {
  const element = useRef<T>(null);
  const kept = useRef({ about, width: 0, height: 0 });
  // After each drawing: what it holds may have changed with any of them.
  useLayoutEffect(() => {
    const shown = element.current;
    if (shown === null) return;
    shown.style.minHeight = '';
    const { width, height: needed } = shown.getBoundingClientRect();
    const isSame = kept.current.about === about && kept.current.width === width;
    const height = isSame ? Math.max(kept.current.height, needed) : needed;
    if (height > needed) shown.style.minHeight = `${height}px`;
    kept.current = { about, width, height };
  });
  return element;
}
