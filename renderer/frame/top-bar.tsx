/** Back, forward, the search, and the menus of the theme and the rest. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { later } from '../boundary/later.tsx';
import { frameActions } from '../keyboard/frame-actions.ts';
import { pressesOf } from '../keyboard/keys.ts';
import { isApple, pressWords } from '../keyboard/press.ts';
import { SearchBox } from '../search/search-box.tsx';
import { canStep } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import { useStore } from '../store/use-store.ts';
import { allActions } from './actions.ts';
import classes from './top-bar.module.css';
import { views } from './views.tsx';

/** Drawn a moment after the page: their place is kept. */
const TopBarMenus = later(async () => (await import('./top-bar-menus.tsx')).TopBarMenus);

const actionsIn = (state: Store) => allActions(views, state);

/** What a tooltip names of the keys of an action. */
function firstPress(id: string): string {
  const row = frameActions.find((action) => action.id === id);
  const [press] = row?.keys === undefined ? [] : pressesOf({ ...row, keys: row.keys }, isApple);
  return press === undefined ? '' : pressWords(press);
}

export function TopBar() {
  const searching = useStore((state) => state.searching);
  const canGoBack = useStore((state) => canStep(state.history, -1));
  const canGoForward = useStore((state) => canStep(state.history, 1));
  const goBack = useStore((state) => state.goBack);
  const goForward = useStore((state) => state.goForward);

  return (
    <header className={classes.bar}>
      <div className={classes.barStart} inert={searching}>
        <Tooltip label={`Back (${firstPress('back')})`}>
          <ActionIcon aria-label="Back" disabled={!canGoBack} onClick={goBack}>
            <IconArrowLeft size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`Forward (${firstPress('forward')})`}>
          <ActionIcon aria-label="Forward" disabled={!canGoForward} onClick={goForward}>
            <IconArrowRight size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </div>
      <SearchBox actionsIn={actionsIn} />
      <div className={classes.barEnd} inert={searching}>
        <TopBarMenus />
      </div>
    </header>
  );
}
