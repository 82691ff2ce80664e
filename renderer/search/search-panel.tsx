/** What stands below the search's field while it is open: statuses, results or actions, and what the keys do. Loaded after the page. */
import type { RefObject } from 'react';
import { OptionList } from './option-list.tsx';
import { NoAction, PaletteFoot } from './palette.tsx';
import classes from './search.module.css';
import { SearchFoot } from './search-foot.tsx';
import { SearchListed } from './search-listed.tsx';
import { SearchNothing } from './search-nothing.tsx';
import type { SearchOption } from './search-option.ts';
import { SearchStatus } from './search-status.tsx';
import type { useSearchKeys } from './use-search-keys.ts';

type SearchPanelProps = {
  readonly opened: boolean;
  /** What the ids of its parts begin with. */
  readonly id: string;
  readonly text: string;
  /** What the palette lists; null: the text asks for people. */
  readonly actions: readonly SearchOption[] | null;
  readonly keys: ReturnType<typeof useSearchKeys>;
  readonly statuses: RefObject<HTMLDivElement | null>;
  /** From the statuses to the field. */
  readonly onBack: () => void;
};

export function SearchPanel({ opened, id, text, actions, keys, statuses, onBack }: SearchPanelProps) {
  const { options, at, setAt, choose, deedsOf, isCurrent, isEmpty } = keys;
  const isForPeople = opened && actions === null;
  return (
    <>
      {isForPeople && <SearchStatus isEmpty={isEmpty} groupRef={statuses} onBack={onBack} />}
      {deedsOf !== null && (
        <p className={classes.caption}>
          <bdi>{deedsOf.name}</bdi>
        </p>
      )}
      {isForPeople && <SearchListed text={text} isCurrent={isCurrent} />}
      {isEmpty && deedsOf === null && options.length > 0 && <p className={classes.caption}>Recent</p>}
      {isForPeople && <SearchNothing text={text} isCurrent={isCurrent} isListed={options.length > 0} />}
      <OptionList
        id={`${id}-list`}
        label={actions === null ? 'People found' : 'Actions'}
        rowId={id}
        options={options}
        at={at}
        onPoint={setAt}
        onChoose={choose}
      />
      {actions?.length === 0 && <NoAction />}
      {isForPeople && <SearchFoot id={`${id}-foot`} isEmpty={isEmpty} inDeeds={deedsOf !== null} options={options} />}
      {actions !== null && <PaletteFoot id={`${id}-foot`} count={actions.length} />}
    </>
  );
}
