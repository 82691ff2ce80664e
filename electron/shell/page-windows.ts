/**
 * The windows that show the app's page, told from the one that draws what is printed by their session. That one is told nothing,
 * is not brought to the front, and is not loaded again.
 */
import { type App, BrowserWindow, type Session } from 'electron';

export type PageWindows = {
  readonly all: () => BrowserWindow[];
  /** Calls the listener for each window that is opened from now on. */
  readonly onOpened: (listener: (window: BrowserWindow) => void) => void;
};

export function createPageWindows(app: Pick<App, 'on'>, session: Session): PageWindows {
  const isOne = ({ webContents }: BrowserWindow): boolean => webContents.session === session;
  return {
    all: () => BrowserWindow.getAllWindows().filter(isOne),
    onOpened: (listener) => {
      app.on('browser-window-created', (_event, window) => {
        if (isOne(window)) listener(window);
      });
    },
  };
}
