/** Back, forward, the search, the theme, and the rest. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconDeviceDesktop,
  IconInfoCircle,
  IconKeyboard,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import type { Theme } from '../../contract/theme.ts';
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

const themes = [
  { theme: 'system', name: 'As the system', Icon: IconDeviceDesktop },
  { theme: 'light', name: 'Light', Icon: IconSun },
  { theme: 'dark', name: 'Dark', Icon: IconMoon },
] as const satisfies readonly { theme: Theme; name: string; Icon: unknown }[];

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
  const theme = useStore((state) => state.theme);
  const chooseTheme = useStore((state) => state.chooseTheme);
  const showDialog = useStore((state) => state.showDialog);
  const ThemeIcon = themes.find((one) => one.theme === theme)?.Icon ?? IconDeviceDesktop;

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
        <Menu position="bottom-end" width={190}>
          <Menu.Target>
            <ActionIcon aria-label="Theme">
              <ThemeIcon size={18} stroke={1.7} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.RadioGroup value={theme} onChange={(chosen) => void chooseTheme(chosen as Theme)}>
              {themes.map(({ theme: value, name }) => (
                <Menu.RadioItem key={value} value={value} closeMenuOnClick>
                  {name}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Dropdown>
        </Menu>
        <Menu position="bottom-end" width={210}>
          <Menu.Target>
            <ActionIcon aria-label="Settings and help">
              <IconSettings size={18} stroke={1.7} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconKeyboard size={16} aria-hidden="true" />}
              onClick={() => showDialog('shortcuts')}
            >
              Keyboard shortcuts…
            </Menu.Item>
            <Menu.Item
              leftSection={<IconInfoCircle size={16} aria-hidden="true" />}
              onClick={() => showDialog('about')}
            >
              About Rolodesk…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
