/**
 * How many rows a page has room for. Chromium lays out nothing beyond 2²⁵ pixels of the screen, of which a pixel of the
 * page is more than one where the screen is dense or the page is zoomed.
 */
import { useSyncExternalStore } from 'react';

/** A little less than there is, for headings. */
const mostPixels = 2 ** 25 - 2 ** 15;

/** `rowHeight`: in pixels of the page. */
export function rowLimit(rowHeight: number, devicePixelRatio: number): number {
  return Math.floor(mostPixels / Math.max(1, devicePixelRatio) / rowHeight);
}

/** The same for this window, followed as it is zoomed or moved to another screen. */
export function useRowLimit(rowHeight: number): number {
  return useSyncExternalStore(subscribe, () => rowLimit(rowHeight, window.devicePixelRatio));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}
