/** What the search says of a list of ids, addresses and numbers. */

import { leftOut } from '../store/listed.ts';
import { useStore } from '../store/use-store.ts';
import { leftOutWords, listedWords, oddItemWords } from '../words/listed-words.ts';
import classes from './search.module.css';

type SearchListedProps = { readonly text: string; readonly isCurrent: boolean };

const oddShown = 3;

export function SearchListed({ text, isCurrent }: SearchListedProps) {
  const listed = useStore((state) => state.found?.listed ?? null);
  const left = useStore((state) => leftOut(state.cut, text));
  if (!isCurrent || (listed === null && left === 0)) return null;
  const odd = listed?.odd ?? { count: 0, first: [] };
  return (
    <div className={classes.listed} role="status">
      {listed !== null && <p className={classes.listedTitle}>{listedWords(listed)}</p>}
      {odd.first.slice(0, oddShown).map((item) => (
        <p key={`${item.line} ${item.text}`}>
          <bdi>{oddItemWords(item)}</bdi>
        </p>
      ))}
      {odd.count > oddShown && <p>{odd.count - oddShown} more are none</p>}
      {leftOutWords(listed?.beyond ?? 0, left).map((words) => (
        <p key={words}>{words}</p>
      ))}
    </div>
  );
}
