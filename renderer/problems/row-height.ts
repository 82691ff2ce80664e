/** How high a problem's row is: as its evidence takes, two lines in a wide window and four in a narrow one or at 200 % zoom. */
import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 900px)';
const line = 18;

/** In pixels. `problems.module.css` has the lines. */
export function useRowHeight(): number {
  return useSyncExternalStore(follow, rowHeightNow);
}

function rowHeightNow(): number {
  return matchMedia(narrow).matches ? 76 + 2 * line : 76;
}

function follow(changed: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
