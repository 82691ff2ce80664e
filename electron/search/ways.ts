/** Every question to the index by which words find somebody: those that the search leaves out once it has enough, too. */
import { otherWaysOf } from './compounds.ts';
import { begunAnywhere, handleBegun, handleWhole, labelled, nameBegun } from './expressions.ts';
import type { Labels } from './labels.ts';
import type { Query } from './query.ts';

/** `isFullName`: somebody is called just so, which leaves out people who have the words anywhere. */
export function waysOf(
  { words, spelledOut, core, handle }: Pick<Query, 'words' | 'spelledOut' | 'core' | 'handle'>,
  labels: Labels,
  isFullName = false,
): string[] {
  if (words.length === 0) return handle === '' ? [] : [handleBegun(handle)];
  const waysFor = (some: readonly string[], out: readonly string[] | null): string[] => {
    const matches = labels.matching(some);
    const ways = [nameBegun(some), ...otherWaysOf(some).map(nameBegun)];
    if (!isFullName) ways.push(begunAnywhere(some, matches));
    if (out !== null) ways.push(nameBegun(out));
    for (const tokens of [matches.all, matches.initialled]) if (tokens.length > 0) ways.push(labelled(tokens));
    return ways;
  };
  const ways = [...waysFor(words, spelledOut), ...(core === null ? [] : waysFor(core.words, core.spelledOut))];
  if (handle !== '') ways.push(isFullName ? handleWhole(handle) : handleBegun(handle));
  return ways;
}
