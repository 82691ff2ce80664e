/** How far a list or an archive is read that takes longer than a moment, and a way to give it up. Its place is kept. */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './list-page.module.css';

type ReadingProps = {
  readonly of: 'list' | 'evidence';
  /** What the progress is of, for a screen reader. */
  readonly label: string;
  readonly isReading: boolean;
  readonly onStop: () => void;
};

export function Reading({ of, label, isReading, onStop }: ReadingProps) {
  const so = useStore((state) => state.readSoFar[of]);
  const checkWasRead = useStore((state) => state.checkWasRead);
  // What is told of one says nothing of the next.
  useEffect(() => {
    if (!isReading) checkWasRead(of, null);
  }, [isReading, of, checkWasRead]);
  return (
    <div className={classes.reading}>
      {isReading && so !== null && (
        <>
          <progress aria-label={label} value={so.read} max={so.total} />
          <span>{so.total === 0 ? 'Reading…' : `Read ${count(Math.floor((100 * so.read) / so.total))} %`}</span>
          <Button variant="subtle" onClick={onStop}>
            Stop
          </Button>
        </>
      )}
    </div>
  );
}
