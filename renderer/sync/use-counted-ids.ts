/** Counts the ids in a text while it is given: where they would be added, and off the page's thread. */
import { useEffect, useState } from 'react';
import { longestIdsText } from '../../contract/bounds.ts';
import { useStore } from '../store/use-store.ts';
import { countedWords } from './found-words.ts';
import { type IdsText, wholeText } from './ids-text.ts';

/** Keys that follow each other are counted once; a text that is large only once nothing is typed any more. */
const pauseMs = 250;
const largeTextPauseMs = 800;
const large = 1_000_000;

/** Words, empty where there is nothing to count. `isWanted`: false while something else is said in their place. */
export function useCountedIds(ids: IdsText, isWanted: boolean): string {
  const countIds = useStore((state) => state.countIds);
  const [words, setWords] = useState('');

  useEffect(() => {
    const text = isWanted ? wholeText(ids) : '';
    if (text.trim() === '' || text.length > longestIdsText) {
      setWords('');
      return;
    }
    let isLate = false;
    const timer = setTimeout(
      async () => {
        const counted = await countIds(text);
        if (!isLate) setWords(counted.ok ? countedWords(counted.value) : '');
      },
      text.length > large ? largeTextPauseMs : pauseMs,
    );
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [ids, isWanted, countIds]);
  return words;
}
