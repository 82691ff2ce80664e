/** What stands at the end of the line above the table: its headcount and its columns. */
import type { PeopleFilter } from '../../contract/table.ts';
import { ColumnMenu } from './column-menu.tsx';
import { HeadcountButton } from './headcount-button.tsx';

export function StripTools({ filter }: { readonly filter: PeopleFilter }) {
  return (
    <>
      <HeadcountButton filter={filter} />
      <ColumnMenu filter={filter} />
    </>
  );
}
