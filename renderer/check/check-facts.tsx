/** What has to be known beside the rows: what is different since the run before, who is not known yet, and why the server cannot be asked. */
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
  const people = useStore(({ overview }) => overview?.open?.peopleCount ?? 0);
  const isOffline = useStore(({ overview }) => overview?.open?.reachability.state === 'offline');
  const canFetch = useStore(({ overview }) => overview?.open?.canFetch ?? false);
  const facts: string[] = [];
  if (check?.difference) {
    facts.push(`Since the run of ${clockTime(check.difference.since, now)}: ${differenceWords(check.difference)}.`);
  }
  if (check !== null && people === 0) facts.push('Nobody is known yet.');
  else if (check !== null && check.notFetched > 0 && (check.counts.answers['nobody-known'] ?? 0) > 0) {
    facts.push(
      `${peopleWords(check.notFetched)} not fetched yet: an address or number that nobody known has may be theirs.`,
    );
  }
  if (check !== null && check.notIndexed > 0) {
    facts.push(`The addresses and numbers of ${count(check.notIndexed)} are still being read.`);
  }
  if (check !== null && !canFetch) facts.push('Answered from the local copy: to ask the server, the token is needed.');
  else if (check !== null && isOffline) facts.push('Answered from the local copy: the server cannot be reached.');
  const words = facts.join(' ');
  return (
    <p className={classes.facts} role="status" title={words || undefined}>
      {words || '\u00a0'}
    </p>
  );
}

function peopleWords(people: number): string {
  return people === 1 ? '1 person is' : `${count(people)} people are`;
}
