/** What stands in one place of a list, without what lists put around it: bullets, numbers, quotation marks, labels. */

/** Longer than any id with what may surround it. */
export const longestItem = 300;

/** Numbers of up to three digits: longer ones may be ids themselves. */
const marker =
  /^(?:[-+*•·‣◦▪–—#>]\s+|\(\d{1,2}\)\s*|\d{1,3}(?:[.:]\s+|\)\s*(?=[\p{L}\p{N}]))|[#№]\s?\d{1,3}\s+|\(?[a-z][.)]\s+|\[[ x✓]?\]\s*|[☐☑✓✔]\s*)/iu;
const label = /^["']?(?:[\p{L} _-]{0,24}[\s_-])?(?:id|ids|uuid|guid|uid|user|userid)["']?\s*[:=#]\s*/iu;
/** What stands around a list in SQL, up to its first item and behind its last one. */
const opening = /^[^()]{0,200}\b(?:in|any|values)\s*\(/i;
const closing = /\)\s*(?:and|or|order|group|limit|then|as)\b[^()]*$/i;
const conjunction = /^(?:and|or|und|oder|et|ou|y|e|o|&)\s+/i;

/** Whether a word only joins the items before and behind it. */
export const isConjunction = (word: string): boolean => conjunction.test(`${word} `);
/** Not what makes the digits behind it no id: `+12`, `$12`, `.12`, `(555) 12`, a path, an escaped character. */
const before = /^(?:(?!\(\d+\)\s?\d)[^\p{L}\p{N}\p{Sc}_~./\\%+-]|\\(?=["']))+/u;
const after = /[^\p{L}\p{N}\p{Sc}_~/%+-]+$/u;

/** An id as most stand in lists, with nothing to take away. */
const plain = /^[A-Za-z0-9_~][A-Za-z0-9_~-]*$/;

/** Empty where nothing is left, or where the part is longer than `longestItem`. */
export function bareItem(part: string): string {
  if (part.length > longestItem) return '';
  let now = part.trim();
  if (plain.test(now)) return now;
  for (let last = ''; last !== now; ) {
    last = now;
    for (const what of [closing, marker, conjunction, opening, label, before, after]) now = now.replace(what, '');
  }
  return now;
}
