/** Keys and mouse buttons that work anywhere in the frame: search, back and forward, as in a browser. */
import { useEffect } from 'react';
import { useStore } from '../store/use-store.ts';
import { isApple } from './command-key.ts';

const backButton = 3;
const forwardButton = 4;

export function useFrameKeys(): void {
  const openSearch = useStore((state) => state.openSearch);
  const closeSearch = useStore((state) => state.closeSearch);
  const goBack = useStore((state) => state.goBack);
  const goForward = useStore((state) => state.goForward);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[aria-modal="true"]') !== null) return;
      const command = isApple ? event.metaKey : event.ctrlKey;
      if (command && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openSearch();
        return;
      }
      const step = stepOf(event);
      if (step === null) return;
      event.preventDefault();
      closeSearch();
      if (step === 'back') goBack();
      else goForward();
    };
    const onMouse = (event: MouseEvent) => {
      if (event.button !== backButton && event.button !== forwardButton) return;
      event.preventDefault();
      closeSearch();
      if (event.button === backButton) goBack();
      else goForward();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [openSearch, closeSearch, goBack, goForward]);
}

function stepOf(event: KeyboardEvent): 'back' | 'forward' | null {
  if (event.key === 'BrowserBack') return 'back';
  if (event.key === 'BrowserForward') return 'forward';
  if (isApple) {
    if (!event.metaKey || event.shiftKey || event.altKey || event.ctrlKey) return null;
    return event.key === '[' ? 'back' : event.key === ']' ? 'forward' : null;
  }
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return event.key === 'ArrowLeft' ? 'back' : event.key === 'ArrowRight' ? 'forward' : null;
}
