/** What is different in the answers of a list since another run of it. */

import { heapOfAnswer } from '../../contract/check-heaps.ts';
import type { CheckDifference } from '../../contract/check-overview.ts';
import { answers, letterOf } from './held-answers.ts';

const goneLetters = new Set(answers.filter((answer) => heapOfAnswer[answer] === 'gone').map(letterOf));

/** `first`: as in the list that is held. Rows that repeat others, and blank ones, are not counted. */
export function differenceOf(
  now: string,
  before: { readonly at: number; readonly answers: string },
  first: Int32Array,
): CheckDifference {
  const difference = { since: before.at, newlyGone: 0, back: 0, changed: 0 };
  for (const [place, own] of first.entries()) {
    if (own !== place) continue;
    const [is, was] = [now.charAt(place), before.answers.charAt(place)];
    if (is === was) continue;
    difference.changed += 1;
    if (goneLetters.has(is) && !goneLetters.has(was)) difference.newlyGone += 1;
    if (!goneLetters.has(is) && goneLetters.has(was)) difference.back += 1;
  }
  return difference;
}
