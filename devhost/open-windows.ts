/** The windows that are open, which the app's life hangs on. */
import type { BrowserWindowFacade } from './browser-window.ts';

class OpenWindows extends Set<BrowserWindowFacade> {
  /** Set by the app: the last window has closed. */
  onAllClosed: () => void = () => {};
  /** Set by the app: a window has been made. */
  onCreated: (window: BrowserWindowFacade) => void = () => {};
}

export const openWindows = new OpenWindows();
