/** Selecting all of the page selects nothing: what there is to read is drawn, or in rows. With the mouse any text can be selected. */
import { useEffect } from 'react';

export function useNoTextSelection(): void {
  useEffect(() => {
    // What is selected from a field, or from a place in a text, begins there.
    const stop = (event: Event) => {
      if (event.target === document.body) event.preventDefault();
    };
    document.addEventListener('selectstart', stop);
    return () => document.removeEventListener('selectstart', stop);
  }, []);
}
