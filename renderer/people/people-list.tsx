/** Everybody of one standing, by name. Only what is in view is drawn and asked for, a window at a time. */
import { useCallback, useEffect, useState } from 'react';
import type { PersonCard } from '../../contract/person.ts';
import type { Standing } from '../../contract/user.ts';
import { standingWords } from '../../contract/words.ts';
import { windowSize } from '../store/people.ts';
import { useStore } from '../store/use-store.ts';
import classes from './people.module.css';
import { PersonRow, RowSkeleton } from './person-row.tsx';
import { VirtualRows } from './virtual-rows.tsx';

type PeopleListProps = {
  readonly standing: Standing | null;
  /** Null: not known yet. */
  readonly total: number | null;
};

const rowHeight = 52;
const skeletons = 8;

export function PeopleList({ standing, total }: PeopleListProps) {
  const list = useStore((state) => state.list);
  const version = useStore((state) => state.listVersion);
  const readWindow = useStore((state) => state.readWindow);
  const [inView, setInView] = useState<readonly [number, number]>([0, 0]);
  const [firstWindow, lastWindow] = inView;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks again for what is in view
  useEffect(() => {
    for (let window = firstWindow; window <= lastWindow; window += 1) void readWindow(standing, window);
  }, [standing, firstWindow, lastWindow, version, readWindow]);

  const onView = useCallback((first: number, last: number) => {
    const next = [Math.floor(first / windowSize), Math.floor(last / windowSize)] as const;
    setInView((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);
  const windows: ReadonlyMap<number, readonly PersonCard[]> = list.standing === standing ? list.windows : new Map();

  if (total === 0 && standing !== null) {
    return <p className={classes.empty}>Nobody known so far is {standingWords[standing].toLowerCase()}.</p>;
  }
  return (
    <div className={classes.list}>
      <VirtualRows
        label="People"
        count={total ?? skeletons}
        rowHeight={rowHeight}
        onView={onView}
        row={(index) => {
          const card = windows.get(Math.floor(index / windowSize))?.[index % windowSize];
          return card === undefined ? <RowSkeleton /> : <PersonRow card={card} />;
        }}
      />
    </div>
  );
}
