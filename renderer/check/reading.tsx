/** How far a list is read that takes longer than a moment, and a way to give it up. Its place is kept. */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './list-page.module.css';
import { checks, useChecks } from './use-check.ts';

export function Reading() {
  const isReading = useChecks((state) => state.isReading);
  const so = useStore((state) => state.readSoFar);
  const checkWasRead = useStore((state) => state.checkWasRead);
  const { giveUp } = checks.getState();
  // What is told of one list says nothing of the next.
  useEffect(() => {
    if (!isReading) checkWasRead(null);
  }, [isReading, checkWasRead]);
  return (
    <div className={classes.reading}>
      {isReading && so !== null && (
        <>
          <progress aria-label="Reading the list" value={so.read} max={so.total} />
          <span>{so.total === 0 ? 'Reading…' : `Read ${count(Math.floor((100 * so.read) / so.total))} %`}</span>
          <Button variant="subtle" onClick={giveUp}>
            Stop
          </Button>
        </>
      )}
    </div>
  );
}
