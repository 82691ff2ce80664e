/** What stands at the end of the line above the table: who people are below, what is saved of them, their headcount and their columns. */
import type { ReactNode } from 'react';
import type { PeopleFilter } from '../../contract/table.ts';
import { useStore } from '../store/use-store.ts';
import { BelowFilter } from './below-filter.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { HeadcountButton } from './headcount-button.tsx';

/** `children`: what saves people, or how far that is. */
export function StripTools({ filter, children }: { readonly filter: PeopleFilter; readonly children: ReactNode }) {
  const showTable = useStore((state) => state.showTable);
  return (
    <>
      <BelowFilter below={filter.below} onChoose={(below) => showTable({ filter: { below } })} />
      {children}
      <HeadcountButton filter={filter} />
      <ColumnMenu filter={filter} />
    </>
  );
}
