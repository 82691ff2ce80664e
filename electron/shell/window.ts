/** The app's one window: sandboxed, isolated, sized and placed as it was left, and never shown blank. */
import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme, type Session, screen } from 'electron';
import { systemClock as clock } from '../clock.ts';
import { contextMenuItems } from './context-menu.ts';
import { pageUrl } from './page-files.ts';
import { walledPreferences } from './page-walls.ts';
import { showOnce } from './show-once.ts';
import { keepWindowPlace, type Opening, placeOn, readWindowPlace } from './window-place.ts';

export type WindowNeeds = {
  readonly session: Session;
  /** The folder of the built preload. */
  readonly preloadFolder: string;
  readonly isPackaged: boolean;
  /** Told when the window with contents of this number is gone. */
  readonly closed: (number: number) => void;
};

/** The page's own backgrounds, so that resizing and opening show no other colour. */
const background = { light: '#ffffff', dark: '#0f1115' };

const first = { width: 1280, height: 800 };
const least = { width: 800, height: 560 };

export function openWindow({ session, preloadFolder, isPackaged, closed }: WindowNeeds): BrowserWindow {
  const placeFile = join(app.getPath('userData'), 'window.json');
  const { isMaximized, ...bounds } = openingOf(placeFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: least.width,
    minHeight: least.height,
    title: 'Rolodesk',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    autoHideMenuBar: true,
    webPreferences: {
      ...walledPreferences,
      preload: join(preloadFolder, 'preload.cjs'),
      session,
      devTools: !isPackaged,
    },
  });
  const show = () => {
    if (isMaximized) window.maximize();
    window.show();
    keepWindowPlace(window, placeFile, clock);
  };
  showOnce(window, show, clock);
  const { id } = window.webContents;
  window.once('closed', () => closed(id));
  window.webContents.on('context-menu', (_event, clicked) => {
    const items = contextMenuItems(clicked);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
  void loadPage(window);
  return window;
}

/** Resolves however that ends: a page that cannot be loaded is heard of in crashes.ts. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(pageUrl).catch(() => undefined);
}

function openingOf(placeFile: string): Opening {
  const place = readWindowPlace(placeFile);
  if (place === null) return { ...first, isMaximized: false };
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return placeOn(
    [primary, ...others].map(({ workArea }) => workArea),
    place,
    least,
  );
}
