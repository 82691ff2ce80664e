/** Names typed in one word that stand in two, and the other way round, where nothing but the names themselves tells. */
import type { Vocabulary } from './vocabulary.ts';

const shortestLeft = 3;
const shortestRight = 2;
const mostWays = 4;

/** "annamaria" as anna maria, where there are such words; "anna maria" as annamaria. Of few ways the first. */
export function jointsOf(words: readonly string[], { begins, has }: Pick<Vocabulary, 'begins' | 'has'>): string[][] {
  const ways: string[][] = [];
  for (const [nth, word] of words.entries()) {
    const pair = word + (words[nth + 1] ?? '');
    if (pair !== word && begins(pair)) ways.push(words.toSpliced(nth, 2, pair));
    if (begins(word)) continue;
    for (let cut = shortestLeft; cut <= word.length - shortestRight; cut += 1) {
      const [left, right] = [word.slice(0, cut), word.slice(cut)];
      if (has(left) && begins(right)) ways.push(words.toSpliced(nth, 1, left, right));
    }
  }
  return ways.slice(0, mostWays);
}
