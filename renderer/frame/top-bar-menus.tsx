/** The menus at the end of the top bar: the theme, and settings and help. Loaded after the page. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDeviceDesktop, IconInfoCircle, IconKeyboard, IconMoon, IconSettings, IconSun } from '@tabler/icons-react';
import type { Theme } from '../../contract/theme.ts';
import { useStore } from '../store/use-store.ts';

const themes = [
  { theme: 'system', name: 'As the system', Icon: IconDeviceDesktop },
  { theme: 'light', name: 'Light', Icon: IconSun },
  { theme: 'dark', name: 'Dark', Icon: IconMoon },
] as const satisfies readonly { theme: Theme; name: string; Icon: unknown }[];

export function TopBarMenus() {
  const theme = useStore((state) => state.theme);
  const chooseTheme = useStore((state) => state.chooseTheme);
  const showDialog = useStore((state) => state.showDialog);
  const ThemeIcon = themes.find((one) => one.theme === theme)?.Icon ?? IconDeviceDesktop;
  return (
    <>
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
          <Menu.Item leftSection={<IconInfoCircle size={16} aria-hidden="true" />} onClick={() => showDialog('about')}>
            About Rolodesk…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
