/** What all parts of the host share: one process hosts one app. */
import type { Browser } from './browser.ts';

export const runtime: { browser: Browser | null; isReady: boolean } = { browser: null, isReady: false };

/** The browser, which is there once the app is ready. */
export function theBrowser(): Browser {
  if (runtime.browser === null) throw new Error('devhost: Chromium has not been started yet');
  return runtime.browser;
}
