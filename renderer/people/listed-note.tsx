/** What is known of the list that the table is filtered with, and a way to read what is not. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { laterOpened } from '../boundary/later.tsx';
import { leftOut } from '../store/listed.ts';
import { useStore } from '../store/use-store.ts';
import { leftOutWords, listedNoteWords } from '../words/listed-words.ts';
import classes from './filters.module.css';

const ListedDialog = laterOpened(async () => (await import('./listed-dialog.tsx')).ListedDialog);

/** As long as keys follow each other the list is not finished. */
const pauseMs = 200;

export function ListedNote({ text }: { readonly text: string }) {
  const listed = useStore((state) => state.listed);
  const left = useStore((state) => leftOut(state.cut, text));
  // People come while they are fetched, and with them another answer.
  const snapshot = useStore((state) => state.table.shown?.snapshot ?? 0);
  const readListed = useStore((state) => state.readListed);
  const [isOpen, setIsOpen] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for another snapshot of the same text
  useEffect(() => {
    const timer = setTimeout(() => void readListed(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text, snapshot, readListed]);

  const summary = listed?.text === text ? listed.summary : null;
  if (summary === null) return null;
  const isAll = summary.notKnown.length === 0 && summary.odd.count === 0 && summary.beyond === 0 && left === 0;
  return (
    <>
      <p className={classes.shown} role="status">
        {[listedNoteWords(summary), ...leftOutWords(summary.beyond, left)].join('. ')}
      </p>
      {!isAll && (
        <Button variant="subtle" onClick={() => setIsOpen(true)}>
          Which are not…
        </Button>
      )}
      <ListedDialog summary={summary} left={left} opened={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}
