/** Whether a page is there to hear what it is told: what is sent to one that loads or was lost goes nowhere. */
import type { WebContents } from 'electron';

export function canHear(contents: Pick<WebContents, 'isCrashed' | 'isLoading'>): boolean {
  return !contents.isCrashed() && !contents.isLoading();
}
