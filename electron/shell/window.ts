/** The app's one window: sandboxed, isolated, sized and placed as it was left, and never shown blank. */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { pageUrl } from './page-files.ts';

export type WindowNeeds = {
  readonly session: Session;
  /** The folder of the built preload. */
  readonly preloadFolder: string;
  readonly isPackaged: boolean;
};

/** The page's own backgrounds, so that resizing and opening show no other colour. */
const background = { light: '#ffffff', dark: '#0f1115' };

export function openWindow({ session, preloadFolder, isPackaged }: WindowNeeds): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    title: 'Rolodesk',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(preloadFolder, 'preload.cjs'),
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl);
  return window;
}
