/** How many people nothing is stored of, and why. Pure. */
import { count } from './locale.ts';

/** "5 not fetched yet", "2 could not be fetched": a part for each. `failed` are among those not fetched. */
export function notFetchedWords({
  notFetched,
  failed,
}: {
  readonly notFetched: number;
  readonly failed: number;
}): string[] {
  const parts: string[] = [];
  if (notFetched > failed) parts.push(`${count(notFetched - failed)} not fetched yet`);
  if (failed > 0) parts.push(`${count(failed)} could not be fetched`);
  return parts;
}
