/** Hears of what fails in the page outside of its views: in the answer to a click, or in work that nobody waits for. */
import type { PageFailure } from '../../contract/shown-page.ts';
import { pageFailure } from '../boundary/page-failure.ts';

type Page = Pick<Window, 'addEventListener'> & { readonly location: Pick<Location, 'origin'> };

export function hearFailures(page: Page, onFailure: (failure: PageFailure) => void): void {
  page.addEventListener('error', ({ error }) => {
    // Chromium's own notices, such as of observers that are called again, come without an error.
    if (error instanceof Error) onFailure(pageFailure('work', error, page.location.origin));
  });
  page.addEventListener('unhandledrejection', ({ reason }) => {
    onFailure(pageFailure('work', reason, page.location.origin));
  });
}
