/**
 * Brings the app to the front when it is started again or a `rolodesk:` link is followed, and tells the page whom
 * the link names. A link that comes before the page listens is told when it does.
 */
import { type App, BrowserWindow } from 'electron';
import type { UserId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import { userOfArguments, userOfLink } from './deep-link.ts';

export type FollowLinksNeeds = {
  readonly app: App;
  /** Opens a window; used where none is open. */
  readonly open: () => BrowserWindow;
  readonly announce: Announce;
};

export function followLinks({ app, open, announce }: FollowLinksNeeds): void {
  const show = (id: UserId | null) => {
    const known = BrowserWindow.getAllWindows()[0];
    const window = known ?? open();
    if (window.isMinimized()) window.restore();
    window.focus();
    if (id === null) return;
    if (known !== undefined && !known.webContents.isLoading()) announce('person.wanted', { id });
    else window.webContents.once('did-finish-load', () => announce('person.wanted', { id }));
  };
  app.on('second-instance', (_event, args) => show(userOfArguments(args)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    show(userOfLink(url));
  });
  app.on('activate', () => show(null));
  const atStart = userOfArguments(process.argv.slice(1));
  if (atStart !== null) {
    app.once('browser-window-created', (_event, window) => {
      window.webContents.once('did-finish-load', () => announce('person.wanted', { id: atStart }));
    });
  }
}
