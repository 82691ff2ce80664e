/** What stands in one place of a list, without what lists put around it: bullets, numbers, quotation marks, labels. */

/** Longer than any id with what may surround it. */
export const longestItem = 300;

const marker =
  /^(?:[-+*•·‣◦▪–—#>]\s+|\(?\d{1,6}[.:)]\s+|\(?\d{1,6}\)(?=\S)|#\d{1,6}\s+|\(?[a-z][.)]\s+|\[[ x✓]?\]\s*|[☐☑✓✔]\s*)/i;
const label = /^["']?(?:[\p{L} _-]{0,24}[\s_-])?(?:id|ids|uuid|guid|uid|user|userid)["']?\s*[:=#]\s*/iu;
const conjunction = /^(?:and|or|und|oder|et|ou|y|e|o|&)\s+/i;

/** Whether a word only joins the items before and behind it. */
export const isConjunction = (word: string): boolean => conjunction.test(`${word} `);
const before = /^[\s"'“”„‟‘’‚‛«»‹›`´*([{<>•·‣◦▪]+/;
const after = /[\s"'“”„‟‘’‚‛«»‹›`´*)\]}>.,:;!?…]+$/;

/** An id as most stand in lists, with nothing to take away. */
const plain = /^[A-Za-z0-9_~][A-Za-z0-9_~-]*$/;

/** Empty where nothing is left, or where the part is longer than `longestItem`. */
export function bareItem(part: string): string {
  if (part.length > longestItem) return '';
  let now = part.trim();
  if (plain.test(now)) return now;
  for (let last = ''; last !== now; ) {
    last = now;
    for (const what of [marker, conjunction, label, before, after]) now = now.replace(what, '');
  }
  return now;
}
