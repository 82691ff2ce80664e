/**
 * Shows a window once it has something to show. `ready-to-show` says so without a flash, but may never come on Wayland
 * (electron#48859): a page that has loaded is shown too, and so is one of which nothing is heard.
 */
import type { BrowserWindow } from 'electron';
import type { Clock } from '../clock.ts';

/** Long enough for a slow start, short enough for nobody to start the app again. */
const longestMs = 2000;

type Shown = Pick<BrowserWindow, 'isDestroyed' | 'once'> & { readonly webContents: { readonly once: Once } };
type Once = (event: 'did-finish-load', listener: () => void) => unknown;

/** Calls `show` once, unless the window is closed before. */
export function showOnce(window: Shown, show: () => void, clock: Pick<Clock, 'sleep'>): void {
  let isShown = false;
  const tryToShow = () => {
    if (isShown || window.isDestroyed()) return;
    isShown = true;
    show();
  };
  window.once('ready-to-show', tryToShow);
  window.webContents.once('did-finish-load', tryToShow);
  void clock.sleep(longestMs).then(tryToShow);
}
