/** What was found in a text, or would be, in words. Pure. */
import type { OddItems } from '../../contract/pasted.ts';
import { oddWords } from '../words/listed-words.ts';
import { count } from '../words/locale.ts';

/** "37 ids found, 12 new." */
export function foundWords({ found, added }: { readonly found: number; readonly added: number }): string {
  const ids = found === 1 ? '1 id found' : `${count(found)} ids found`;
  if (added > 0) return `${ids}, ${count(added)} new.`;
  return found === 1 ? `${ids}; it was known before.` : `${ids}; all were known before.`;
}

type Counted = { readonly found: number; readonly added: number; readonly odd: OddItems };

/** "12 ids, 3 new. 1 item is no id: “n/a” (line 4)." Of a text without ids what looks like some. */
export function countedWords({ found, added, odd }: Counted): string {
  const ids = found === 0 ? 'No ids' : found === 1 ? '1 id' : `${count(found)} ids`;
  const counted = found === 0 ? ids : added === 0 ? `${ids}, none new` : `${ids}, ${count(added)} new`;
  const odds = oddWords(odd);
  return odds === '' ? counted : `${counted}. ${odds}`;
}
