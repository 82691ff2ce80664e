/** The views' entries in the rail. The one that is shown is marked, and the one that a person's page belongs to. */
import type { Page } from '../../contract/shown-page.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './rail.module.css';
import type { RailEntry, Views } from './views.tsx';

type RailViewsProps = { readonly views: Views; readonly page: Page };

export function RailViews({ views, page }: RailViewsProps) {
  const { within } = views[page.view];
  return (
    <nav aria-label="Main">
      {Object.entries(views).map(
        ([view, { name, rail }]) =>
          rail !== null && (
            <Entry key={view} name={name} rail={rail} isShown={view === page.view} isWithin={view === within} />
          ),
      )}
    </nav>
  );
}

type EntryProps = {
  readonly name: string;
  readonly rail: RailEntry;
  readonly isShown: boolean;
  readonly isWithin: boolean;
};

function Entry({ name, rail, isShown, isWithin }: EntryProps) {
  const openPage = useStore((state) => state.openPage);
  const number = useStore(rail.count);
  return (
    <button
      type="button"
      className={classes.entry}
      aria-current={isShown ? 'page' : undefined}
      data-within={isWithin || undefined}
      title={number === null ? undefined : rail.countWords?.(number)}
      onClick={() => openPage(rail.page)}
    >
      <rail.Icon size={19} stroke={1.7} aria-hidden="true" />
      <span>{name}</span>
      {number !== null && <span className={classes.number}>{count(number)}</span>}
    </button>
  );
}
