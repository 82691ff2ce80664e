/** What was found in a text, in words. Pure. */
import { count } from '../time/locale.ts';

/** "37 ids found, 12 new." */
export function foundWords({ found, added }: { readonly found: number; readonly added: number }): string {
  const ids = found === 1 ? '1 id found' : `${count(found)} ids found`;
  if (added > 0) return `${ids}, ${count(added)} new.`;
  return found === 1 ? `${ids}; it was known before.` : `${ids}; all were known before.`;
}
