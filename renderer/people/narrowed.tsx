/** Whom the people shown are below, and what else the table is narrowed to that no button of the filters names. */
import type { PeopleFilter } from '../../contract/table.ts';
import { BelowFilter } from './below-filter.tsx';
import { FilterChips } from './filter-chips.tsx';

export function Narrowed({ filter }: { readonly filter: PeopleFilter }) {
  return (
    <>
      <BelowFilter filter={filter} />
      <FilterChips filter={filter} />
    </>
  );
}
