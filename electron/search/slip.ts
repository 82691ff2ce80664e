/** Whether a typed word is one slip away from the beginning of another: the same slips as in `vocabulary.ts`. */
export function isOneSlipAway(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (at === typed.length) return false;
  const rest = typed.slice(at + 1);
  const isExchanged =
    typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2);
  return (
    isExchanged ||
    word.startsWith(rest, at + 1) ||
    word.startsWith(rest, at) ||
    word.startsWith(typed.slice(at), at + 1)
  );
}
