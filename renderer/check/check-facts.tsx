/** What has to be known beside the rows: what is different since the run before, who is not known yet, and why the server cannot be asked. */
import type { OpenConnection } from '../../contract/account.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import { useStore } from '../store/use-store.ts';
import { useNow } from '../time/now.ts';
import { clockTime } from '../time/relative-time.ts';
import { count } from '../words/locale.ts';
import classes from './check-shown.module.css';
import { differenceWords } from './check-words.ts';

/** One line, whose place is kept. */
export function CheckFacts({ check }: { readonly check: CheckOverview | null }) {
  const now = useNow();
  const open = useStore(({ overview }) => overview?.open ?? null);
  const words = check === null || open === null ? '' : factsOf(check, open, now).join(' ');
  return (
    <p className={classes.facts} role="status" title={words || undefined}>
      {words || '\u00a0'}
    </p>
  );
}

/** Sentences; none where there is nothing to say. */
export function factsOf(
  { difference, comparison, notFetched, notIndexed, counts, uniqueNames }: CheckOverview,
  { peopleCount, canFetch, reachability }: Pick<OpenConnection, 'peopleCount' | 'canFetch' | 'reachability'>,
  now: number,
): readonly string[] {
  const facts: string[] = [];
  if (difference !== null)
    facts.push(`Since the run of ${clockTime(difference.since, now)}: ${differenceWords(difference)}.`);
  if (peopleCount === 0) facts.push('Nobody is known yet.');
  else if (notFetched > 0 && (counts.answers['nobody-known'] ?? 0) > 0) {
    const people = notFetched === 1 ? '1 person is' : `${count(notFetched)} people are`;
    facts.push(`${people} not fetched yet: an address or number that nobody known has may be theirs.`);
  }
  if (comparison !== null && (counts.answers.ambiguous ?? 0) + uniqueNames > 0)
    facts.push('A row that is ambiguous, and a name, is only in the list until somebody is chosen.');
  if (notIndexed > 0) facts.push(`The addresses and numbers of ${count(notIndexed)} are still being read.`);
  if (!canFetch) facts.push('Answered from the local copy: to ask the server, the token is needed.');
  else if (reachability.state === 'offline') facts.push('Answered from the local copy: the server cannot be reached.');
  return facts;
}
