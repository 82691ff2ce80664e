/** What the search says where it has nothing to list, and what to do then. */
import { useStore } from '../store/use-store.ts';
import { failureWords } from '../words/failure-words.ts';
import { nobodyWords } from '../words/match-words.ts';
import classes from './search.module.css';

type SearchNothingProps = {
  readonly text: string;
  readonly isCurrent: boolean;
  /** Whether the list has anything to choose from. */
  readonly isListed: boolean;
};

const longestShown = 120;
const shortened = (text: string): string =>
  text.length > longestShown ? `${text.slice(0, longestShown).toWellFormed()}…` : text;

export function SearchNothing({ text, isCurrent, isListed }: SearchNothingProps) {
  const found = useStore((state) => state.found);
  const failure = useStore((state) => state.findFailure);
  const status = useStore((state) => state.findStatus);

  if (failure !== null && failure.kind !== 'cancelled') {
    const { title, detail } = failureWords(failure);
    return (
      <div className={classes.nothing} role="alert">
        <p className={classes.nothingTitle}>{title}</p>
        <p>{detail}</p>
      </div>
    );
  }
  if (text.trim() === '') {
    if (isListed) return null;
    return (
      <div className={classes.nothing}>
        <p className={classes.nothingTitle}>Find a colleague</p>
        <p>Type a part of a name, an e-mail, a phone number or an id, or paste a profile link.</p>
      </div>
    );
  }
  if (!isCurrent || found === null || found.found.length > 0 || found.fetchable !== null || found.listed !== null)
    return null;
  const typed = shortened(text.trim());
  // Where nobody of any status matches, the status is not what hides them.
  if (status !== null && isListed) {
    return (
      <div className={classes.nothing}>
        <p className={classes.nothingTitle}>
          {nobodyWords(status)} matches “<bdi>{typed}</bdi>”
        </p>
      </div>
    );
  }
  return (
    <div className={classes.nothing}>
      <p className={classes.nothingTitle}>
        No one known so far matches “<bdi>{typed}</bdi>”
      </p>
      <p>Try fewer letters or another part of the name. A user id or a profile link can be fetched from the server.</p>
    </div>
  );
}
