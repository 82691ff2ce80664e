/**
 * The search: one field that stands in the top bar and opens over the page. It is the same element in both places,
 * so the focus never moves. Results come from the main process; the field itself never waits for them.
 */
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { laterOpened } from '../boundary/later.tsx';
import { ViewBoundary } from '../boundary/view-boundary.tsx';
import { ViewFailed } from '../boundary/view-failed.tsx';
import type { Action } from '../keyboard/action.ts';
import { keys } from '../keyboard/keys.ts';
import { paletteText } from '../keyboard/palette.ts';
import { ariaPress, pressWords } from '../keyboard/press.ts';
import type { Store } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import classes from './search.module.css';
import { usePalette } from './use-palette.ts';
import { usePastedLine } from './use-pasted-line.ts';
import { useSearchKeys } from './use-search-keys.ts';

const Panel = laterOpened(async () => (await import('./search-panel.tsx')).SearchPanel);

type SearchBoxProps = {
  /** What the palette lists, in its order. */
  readonly actionsIn: (state: Store) => readonly Action[];
};

export function SearchBox({ actionsIn }: SearchBoxProps) {
  const searching = useStore((state) => state.searching);
  const openSearch = useStore((state) => state.openSearch);
  const closeSearch = useStore((state) => state.closeSearch);
  const find = useStore((state) => state.find);
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const id = useId();

  const close = () => {
    setText('');
    closeSearch();
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) {
      // What had the focus lies outside the search and takes it again once the page can.
      const back = cameFrom.current;
      requestAnimationFrame(() => back.focus({ preventScroll: true }));
    }
    cameFrom.current = null;
  };
  const actions = usePalette(text, searching, actionsIn);
  const statuses = useRef<HTMLDivElement>(null);
  const searchKeys = useSearchKeys({
    text,
    actions,
    onClose: close,
    onStatuses: () => statuses.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus(),
  });

  const { options, at, onKeyDown } = searchKeys;

  useEffect(() => {
    // It may be closed from elsewhere, by a key that leads to another page.
    if (!searching) setText('');
  }, [searching]);
  useEffect(() => {
    if (!searching || document.activeElement === field.current) return;
    cameFrom.current = document.activeElement;
    field.current?.focus();
  }, [searching]);
  const { take, onPaste } = usePastedLine((typed) => {
    openSearch();
    setText(typed);
    void find(paletteText(typed) === null ? typed : '');
  });

  return (
    <search className={classes.place}>
      {searching && <div className={classes.veil} onMouseDown={close} aria-hidden="true" />}
      <div className={classes.box} data-open={searching || undefined}>
        <div className={classes.field}>
          <IconSearch size={searching ? 20 : 17} stroke={1.8} aria-hidden="true" />
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label="Search people"
            aria-expanded={searching}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={searching && options.length > 0 ? `${id}-${at}` : undefined}
            aria-describedby={searching ? `${id}-foot` : undefined}
            aria-keyshortcuts={ariaPress(keys.search.nextStatus.keys[0])}
            placeholder="Name, e-mail, phone, id or link"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            dir="auto"
            value={text}
            onChange={(event) => take(event.currentTarget.value)}
            onPaste={onPaste}
            onMouseDown={openSearch}
            onKeyDown={onKeyDown}
          />
          {!searching && (
            <span className={classes.key} aria-hidden="true">
              {pressWords('Mod+K')}
            </span>
          )}
        </div>
        <div className={classes.panel} hidden={!searching}>
          <ViewBoundary
            resetOn={`${searching} ${text}`}
            fallback={(error) => (
              <ViewFailed
                part="search"
                title="The results cannot be shown"
                error={error}
                onReload={() => void find(text)}
              />
            )}
          >
            <Panel
              opened={searching}
              id={id}
              text={text}
              actions={actions}
              keys={searchKeys}
              statuses={statuses}
              onBack={() => field.current?.focus()}
            />
          </ViewBoundary>
        </div>
      </div>
    </search>
  );
}
